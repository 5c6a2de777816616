import { dictionary, type Locale, problemMessage, visible } from '../core/index.js';
import type { WorkspaceProblem } from './workspace.js';

/** What loading says beyond the problems of the core, by message id; `{x}` stands for a value. */
const templates: Readonly<Record<string, Readonly<Record<Locale, string>>>> = dictionary({
  'pack.twice': {
    en: 'A pack named “{pack}” is in force already, from {folder}; this one was left out. Rename one of them.',
    zh: '已有名为“{pack}”的词库在用（{folder}），此包未启用。请改名。',
  },
  'pack.left-alone': {
    en: 'The pack took too long to load and is left out. Restart the server to load it again.',
    zh: '词库加载时间过长，未启用。重启服务器后将再次加载。',
  },
  'config.misnamed': {
    en: '“{file}” is not read: the config is called {meant}.\nRename it.',
    zh: '“{file}”不会读取：配置文件名为{meant}。\n请改名。',
  },
  'pack.too-many-files': {
    en: 'The pack has more than {limit} files; “{file}” and those after it were not read.',
    zh: '词库超过 {limit} 个文件，“{file}”及其后的文件未读取。',
  },
  'pack.too-long': {
    en: 'The pack is longer than {limit} characters; “{file}” was not read.',
    zh: '词库超过 {limit} 个字符，“{file}”未读取。',
  },
  'file.missing': {
    en: 'No file “{file}”.',
    zh: '没有文件“{file}”。',
  },
  'file.not-a-file': {
    en: '“{file}” is not a file; it was not read.',
    zh: '“{file}”不是文件，未读取。',
  },
  'file.not-utf-8': {
    en: '“{file}” is not UTF-8 text; it was not read. Save it as UTF-8.',
    zh: '“{file}”不是 UTF-8 文本，未读取。请另存为 UTF-8。',
  },
  'file.too-large': {
    en: '“{file}” is too large; it was not read.',
    zh: '“{file}”过大，未读取。',
  },
  'file.unreadable': {
    en: '“{file}” could not be read; check its permissions.',
    zh: '“{file}”无法读取，请检查权限。',
  },
});

/** The words of a problem of a workspace. */
export function workspaceProblemMessage(
  problem: Pick<WorkspaceProblem, 'messageId' | 'values'>,
  locale: Locale,
): string {
  const template = templates[problem.messageId]?.[locale];
  if (template === undefined) return problemMessage(problem, locale);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => visible(String(problem.values[name] ?? '')));
}
