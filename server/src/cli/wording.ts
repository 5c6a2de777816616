import type { Locale, Severity } from '../core/index.js';

/** How many findings a run had, and in what. */
export interface Tally {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly filesLeftAlone: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly fixable: number;
}

/** What the command line itself says; findings and problems are worded by the core. */
export interface Wording {
  readonly severity: Readonly<Record<Severity, string>>;
  summary(tally: Tally): string;
  fixed(changes: number, files: number): string;
  wouldFix(changes: number, files: number): string;
  readonly nothingToFix: string;
  notSettled(passes: number): string;
  readonly note: string;
  readonly missing: string;
  readonly noMarkdown: string;
  readonly nothingMatches: string;
  readonly allIgnored: string;
  readonly stdinAlone: string;
  readonly stdinPathWithout: string;
  unreadable(reason: string): string;
  unwritable(reason: string): string;
  notUtf8(byte: number): string;
  readonly utf16: string;
  tooLong(limit: number): string;
  noReportType(name: string, known: readonly string[]): string;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const english: Wording = {
  severity: { error: 'error', warning: 'warning', information: 'information' },
  summary({ files, filesWithFindings, filesLeftAlone, severities, fixable }) {
    const found = severities.error + severities.warning + severities.information;
    const left = filesLeftAlone > 0 ? `; ${plural(filesLeftAlone, 'file')} left unread` : '';
    if (found === 0) return `No findings in ${plural(files - filesLeftAlone, 'file')}${left}`;
    const parts = [
      severities.error > 0 ? plural(severities.error, 'error') : '',
      severities.warning > 0 ? plural(severities.warning, 'warning') : '',
      severities.information > 0 ? `${severities.information} information` : '',
    ].filter((part) => part !== '');
    const where =
      filesWithFindings === files ? plural(files, 'file') : `${filesWithFindings} of ${plural(files, 'file')}`;
    const fix = fixable > 0 ? `, ${fixable} fixable with plumbline fix` : '';
    return `${plural(found, 'finding')} (${parts.join(', ')}) in ${where}${fix}${left}`;
  },
  fixed: (changes, files) => `${plural(changes, 'change')} made in ${plural(files, 'file')}`,
  wouldFix: (changes, files) => `${plural(changes, 'change')} in ${plural(files, 'file')}, nothing written`,
  nothingToFix: 'Nothing to fix',
  notSettled: (passes) => `still had safe fixes after ${passes} passes; run plumbline fix again`,
  note: 'note',
  missing: 'there is no such file or folder',
  noMarkdown: 'no Markdown file (.md, .markdown) is in it',
  nothingMatches: 'no file matches',
  allIgnored: "git or the config's exclude leaves out all that is there; name a file outright to check it",
  stdinAlone: '- (standard input) stands alone, without other paths',
  stdinPathWithout: '--stdin-path goes with -, standard input',
  unreadable: (reason) => `cannot be read: ${reason}`,
  unwritable: (reason) => `cannot be written: ${reason}`,
  notUtf8: (byte) => `left unread: it is not UTF-8 (byte ${byte}); save it as UTF-8`,
  utf16: 'left unread: it is UTF-16; save it as UTF-8',
  tooLong: (limit) => `left unread: it is longer than ${limit} characters`,
  noReportType: (name, known) =>
    known.length > 0
      ? `no pack in force has the report type ${name}; they have: ${known.join(', ')}`
      : `no pack in force has report types, so not ${name} either`,
};

const chinese: Wording = {
  severity: { error: '错误', warning: '警告', information: '提示' },
  summary({ files, filesWithFindings, filesLeftAlone, severities, fixable }) {
    const found = severities.error + severities.warning + severities.information;
    const left = filesLeftAlone > 0 ? `；${filesLeftAlone} 个文件未读` : '';
    if (found === 0) return `${files - filesLeftAlone} 个文件未发现问题${left}`;
    const parts = (['error', 'warning', 'information'] as const)
      .filter((severity) => severities[severity] > 0)
      .map((severity) => `${severities[severity]} 个${chinese.severity[severity]}`);
    const where = filesWithFindings === files ? `${files} 个文件` : `${files} 个文件中的 ${filesWithFindings} 个`;
    const fix = fixable > 0 ? `，${fixable} 处可用 plumbline fix 修正` : '';
    return `${where}有 ${found} 处问题（${parts.join('，')}）${fix}${left}`;
  },
  fixed: (changes, files) => `已修改 ${files} 个文件，共 ${changes} 处`,
  wouldFix: (changes, files) => `可修改 ${files} 个文件，共 ${changes} 处，未写入`,
  nothingToFix: '没有可修正之处',
  notSettled: (passes) => `${passes} 遍之后仍有可修正之处，请再运行一次 plumbline fix`,
  note: '说明',
  missing: '没有这个文件或文件夹',
  noMarkdown: '其中没有 Markdown 文件（.md、.markdown）',
  nothingMatches: '没有匹配的文件',
  allIgnored: '全部文件都被 git 或配置的 exclude 排除；直接写出文件名即可检查',
  stdinAlone: '-（标准输入）不能与其他路径同用',
  stdinPathWithout: '--stdin-path 只与 -（标准输入）同用',
  unreadable: (reason) => `无法读取：${reason}`,
  unwritable: (reason) => `无法写入：${reason}`,
  notUtf8: (byte) => `未读：不是 UTF-8（第 ${byte} 字节）；请另存为 UTF-8`,
  utf16: '未读：编码为 UTF-16；请另存为 UTF-8',
  tooLong: (limit) => `未读：超过 ${limit} 个字符`,
  noReportType: (name, known) =>
    known.length > 0
      ? `现用词汇包中没有报告类型 ${name}；已有：${known.join('、')}`
      : `现用词汇包中没有任何报告类型，也没有 ${name}`,
};

export function wordingFor(locale: Locale): Wording {
  return locale === 'zh' ? chinese : english;
}
