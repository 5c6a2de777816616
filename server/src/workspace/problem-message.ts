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
