import type { Locale } from '../core/index.js';
import type { CheckFileAnswer } from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';

export function checkFileAnswer({ isReport, findings, report: { sections, unread } }: ReportSnapshot): CheckFileAnswer {
  // The title's own section holds the others.
  const below = sections.filter(({ depth }) => depth > 1).length;
  return { isReport, findings: findings.length, sections: below || sections.length, unread: unread.length };
}

/** What the writer is told: "No findings in 3 sections". */
export function checkFileMessage(answer: CheckFileAnswer, locale: Locale): string {
  return locale === 'zh' ? chinese(answer) : english(answer);
}

function english({ isReport, findings, sections, unread }: CheckFileAnswer): string {
  if (!isReport) return 'This file is no longer checked.';
  const found = findings === 0 ? 'No findings' : counted(findings, 'finding');
  const where = sections === 0 ? '' : ` in ${counted(sections, 'section')}`;
  const left = unread === 0 ? '' : `; ${counted(unread, 'part')} not read`;
  return `${found}${where}${left}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function chinese({ isReport, findings, sections, unread }: CheckFileAnswer): string {
  if (!isReport) return '不再检查此文件。';
  const where = sections === 0 ? '' : `${sections}个章节`;
  const found = findings === 0 ? '未发现问题' : `有${findings}处问题`;
  const left = unread === 0 ? '' : `，另有${unread}处未读取`;
  return `${where}${found}${left}`;
}
