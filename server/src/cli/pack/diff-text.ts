import type { ChangedEntry, FieldChange, PackDiff } from '../../core/index.js';
import { wrapAfter } from '../../layout/wrap.js';
import type { Output } from '../output.js';
import type { CheckedFinding } from '../reporters/checked-file.js';
import { onOneLine } from '../reporters/one-line.js';
import { wordingFor } from '../wording.js';
import type { ComparedFinding } from './compare-findings.js';
import type { PackWording } from './wording/pack-wording.js';

/** What people read of two versions of a pack. */
export function diffText(
  { name, before, after }: { readonly name: string; readonly before: string; readonly after: string },
  diff: PackDiff,
  findings: readonly ComparedFinding[] | undefined,
  out: Output,
  wording: PackWording,
): string {
  const { colours } = out;
  const title = colours.bold(onOneLine(`${name} ${before} → ${after}`));
  const entries: string[] = [
    ...diff.added.map((entry) => head(colours.green('+'), entry, wording.diff.added)),
    ...diff.changed.flatMap((entry) => [
      head(colours.yellow('~'), entry, wording.diff.changed),
      ...entry.changes.map(fieldLine),
    ]),
    ...diff.ended.flatMap((entry) => [
      head(colours.yellow('~'), entry, wording.diff.ended(entry.on)),
      ...entry.changes.filter(({ field }) => field !== 'validTo').map(fieldLine),
    ]),
    ...diff.removed.map((entry) => head(colours.red('-'), entry, wording.diff.removed)),
    ...(diff.pack.length > 0 ? [`${colours.yellow('~')} ${wording.diff.pack}`, ...diff.pack.map(fieldLine)] : []),
  ];
  const parts = [[title, ...(entries.length > 0 ? entries : [wording.diff.same])].join('\n')];
  if (findings !== undefined) parts.push(findingsText(findings, out, wording));
  return `${parts.join('\n\n')}\n`;

  function fieldLine({ field, before: old, after: now }: FieldChange): string {
    const at = onOneLine(field);
    if (old === undefined)
      return `    ${colours.green('+')} ${at}${now === '' || now === undefined ? '' : `: ${onOneLine(now)}`}`;
    if (now === undefined) return `    ${colours.red('-')} ${at}${old === '' ? '' : `: ${onOneLine(old)}`}`;
    return `    ${at}${old === '' && now === '' ? '' : `: ${onOneLine(old)} → ${onOneLine(now)}`}`;
  }
}

function head(sign: string, { entry, name }: ChangedEntry, what: string): string {
  return `${sign} ${onOneLine(entry)}${name === undefined ? '' : `  ${onOneLine(name)}`}  ${what}`;
}

function findingsText(findings: readonly ComparedFinding[], { colours, width }: Output, wording: PackWording): string {
  const { severity } = wordingFor(wording.locale);
  const lines: string[] = [];
  let path = '';
  for (const compared of findings) {
    if (compared.path !== path) lines.push(colours.underline(onOneLine(compared.path)));
    path = compared.path;
    const { before, after, what } = compared;
    const { range, rule, message } = (after ?? before) as CheckedFinding;
    const sign = { appears: colours.green('+'), vanishes: colours.red('-'), changes: colours.yellow('~') }[what];
    const levels = [before, after].flatMap((each) => (each === undefined ? [] : [severity[each.severity]]));
    const level = [...new Set(levels)].join(' → ');
    const said =
      before !== undefined && after !== undefined && before.message !== message
        ? `${before.message} → ${message}`
        : message;
    const place = `  ${sign} ${range.start.line}:${range.start.column}  ${wording.diff[what]}  ${level}  `;
    lines.push(wrapAfter(place, `${onOneLine(said)}  ${colours.dim(rule)}`, width));
  }
  const count = (what: ComparedFinding['what']) => findings.filter((each) => each.what === what).length;
  const summary = wording.diff.findings(count('appears'), count('vanishes'), count('changes'));
  return [...lines, ...(lines.length > 0 ? [''] : []), summary].join('\n');
}
