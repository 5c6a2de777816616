import { type Locale, problemMessage } from '../core/index.js';
import type { WorkspaceProblem } from './workspace.js';

/** What loading says beyond the problems of the core, by message id; `{x}` stands for a value. */
const templates: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'pack-not-found': {
    en: 'Pack "{pack}" was not found. Give a shipped pack\'s name, a folder under "packs" or "node_modules", or a path that starts with "./".',
    zh: '找不到词汇包“{pack}”。请写随附词汇包的名称、packs 或 node_modules 下的文件夹，或以“./”开头的路径。',
  },
  'pack-twice': {
    en: 'Another pack named "{pack}" is in force already, from {folder}. Rename one of them; this one is left out.',
    zh: '已有名为“{pack}”的词汇包在用（{folder}）。请改名；此包未启用。',
  },
  'pack-too-many-files': {
    en: 'The pack has more than {limit} files. Those from here on are left out.',
    zh: '词汇包超过 {limit} 个文件，此后的文件未读取。',
  },
  'pack-too-large': {
    en: 'The pack is larger than {limit} characters. This file is left out.',
    zh: '词汇包超过 {limit} 个字符，此文件未读取。',
  },
  'pack-too-deep': {
    en: 'The folder "{folder}" lies too deep in the pack. It is left out.',
    zh: '文件夹“{folder}”在词汇包中层级过深，未读取。',
  },
  'link-outside-pack': {
    en: 'The link "{file}" leads out of the pack\'s folder. Put the file itself into the pack.',
    zh: '链接“{file}”指向词汇包文件夹之外。请把文件本身放进词汇包。',
  },
  'file-missing': {
    en: 'The file "{file}" is gone.',
    zh: '文件“{file}”已不存在。',
  },
  'file-not-a-file': {
    en: '"{file}" is not a file.',
    zh: '“{file}”不是文件。',
  },
  'file-not-utf-8': {
    en: 'The file "{file}" is not UTF-8 text. Save it as UTF-8.',
    zh: '文件“{file}”不是 UTF-8 文本。请另存为 UTF-8。',
  },
  'file-too-large': {
    en: 'The file "{file}" is too large to read.',
    zh: '文件“{file}”过大，无法读取。',
  },
  'file-unreadable': {
    en: 'The file "{file}" cannot be read. Check its permissions.',
    zh: '文件“{file}”无法读取。请检查权限。',
  },
};

/** The words of a problem of a workspace. */
export function workspaceProblemMessage(problem: WorkspaceProblem, locale: Locale): string {
  const template = templates[problem.messageId]?.[locale];
  if (template === undefined) return problemMessage(problem, locale);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.values[name] ?? ''));
}
