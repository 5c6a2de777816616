import { dictionary, type Locale, problemMessage, visible } from '../core/index.js';
import type { WorkspaceProblem } from './workspace.js';

/** What loading says beyond the problems of the core, by message id, in the shape of its messages; `{x}` stands for a value. */
export const workspaceProblems: Readonly<Record<string, Readonly<Record<Locale, string>>>> = dictionary({
  'pack.twice': {
    en: 'A pack named “{pack}” is in force already, from {folder}\nThis one was left out. Rename one of them.',
    zh: '已有名为“{pack}”的词库在用（{folder}）\n本词库未启用，请将其中一个改名。',
  },
  'pack.left-alone': {
    en: 'Too long in loading, so the pack is left out\nRestart the server to load it again.',
    zh: '词库加载时间过长，未启用\n重启服务器后将再次加载。',
  },
  'config.misnamed': {
    en: '“{file}” is not read: the config is called {meant}\nRename it.',
    zh: '“{file}”不会读取：配置文件名为{meant}\n请改名。',
  },
  'config.base-missing': {
    en: 'No file “{base}” to extend\nPaths begin at the folder of this file.',
    zh: '没有可扩展的文件“{base}”\n路径从本文件所在的文件夹写起。',
  },
  'config.base-not-a-file': {
    en: '“{base}” is not a file\nName the config to extend, such as ../plumbline.yaml.',
    zh: '“{base}”不是文件\n应写要扩展的配置文件，如../plumbline.yaml。',
  },
  'config.base-not-utf-8': {
    en: '“{base}” is not UTF-8 text\nIt was not extended. Save it as UTF-8.',
    zh: '“{base}”不是UTF-8文本\n未予扩展，请另存为UTF-8。',
  },
  'config.base-too-large': {
    en: '“{base}” is too large\nIt was not extended.',
    zh: '“{base}”过大\n未予扩展。',
  },
  'config.base-unreadable': {
    en: '“{base}” could not be read\nIt was not extended. Check its permissions.',
    zh: '“{base}”无法读取\n未予扩展，请检查权限。',
  },
  'config.base-remote': {
    en: '“{base}” is on another machine\nConfigs are read from this machine alone: copy it here.',
    zh: '“{base}”在另一台计算机上\n配置只从本机读取，请复制到本机。',
  },
  'config.base-no-pack': {
    en: 'No pack “{base}” to extend\nWrite the name of a pack, or the path of a config such as ../plumbline.yaml.',
    zh: '没有可扩展的词库“{base}”\n应写词库的名称，或../plumbline.yaml一类配置的路径。',
  },
  'config.base-none-in-pack': {
    en: 'No plumbline.yaml to extend in the pack “{base}”',
    zh: '词库“{base}”中没有可扩展的plumbline.yaml',
  },
  'config.extends-cycle': {
    en: 'To extend “{base}” leads in a circle\nIt extends this file, itself or through others, and was left out here.',
    zh: '扩展“{base}”成了循环\n它直接或间接扩展本文件，此处未予扩展。',
  },
  'config.extends-deep': {
    en: 'More than {limit} configs extend one another\n“{base}” was left out.',
    zh: '逐层扩展的配置超过{limit}个\n“{base}”未予扩展。',
  },
  'config.extends-many': {
    en: 'More than {limit} configs to extend\n“{base}” was left out.',
    zh: '要扩展的配置超过{limit}个\n“{base}”未予扩展。',
  },
  'config.extends-in-pack': {
    en: 'A config in a pack extends no other\nThis is ignored where the pack is extended.',
    zh: '词库中的配置不扩展其他配置\n扩展该词库时忽略此项。',
  },
  'pack.too-many-files': {
    en: 'More than {limit} files in the pack\n“{file}” and those after it were not read.',
    zh: '词库超过{limit}个文件\n“{file}”及其后的文件未读取。',
  },
  'pack.too-long': {
    en: 'More than {limit} characters in the pack\n“{file}” was not read.',
    zh: '词库超过{limit}个字符\n“{file}”未读取。',
  },
  'file.missing': {
    en: 'No file “{file}”',
    zh: '没有文件“{file}”',
  },
  'file.not-a-file': {
    en: '“{file}” is not a file\nIt was not read.',
    zh: '“{file}”不是文件\n未读取。',
  },
  'file.not-utf-8': {
    en: '“{file}” is not UTF-8 text\nIt was not read. Save it as UTF-8.',
    zh: '“{file}”不是UTF-8文本\n未读取，请另存为UTF-8。',
  },
  'file.too-large': {
    en: '“{file}” is too large\nIt was not read.',
    zh: '“{file}”过大\n未读取。',
  },
  'file.unreadable': {
    en: '“{file}” could not be read\nCheck its permissions.',
    zh: '“{file}”无法读取\n请检查权限。',
  },
});

/** The words of a problem of a workspace. */
export function workspaceProblemMessage(
  problem: Pick<WorkspaceProblem, 'messageId' | 'values'>,
  locale: Locale,
): string {
  const template = workspaceProblems[problem.messageId]?.[locale];
  if (template === undefined) return problemMessage(problem, locale);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => visible(String(problem.values[name] ?? '')));
}
