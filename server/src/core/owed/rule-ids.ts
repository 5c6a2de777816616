import { lintReport } from '../lint/lint.js';
import { scopeFor } from '../markdown/suppressions.js';
import { allRules } from '../rules/all-rules.js';
import { blankOut } from '../text/blank-out.js';
import { filterTextOf, type Owed } from './offer.js';
import { type Place, reread } from './place.js';

const begun =
  /(<!--|\{\/\*|%%|\{#|\[\/\/\]:[ \t]*#[ \t]*[("'])[ \t]*plumbline-(disable-next-line|disable-line|disable-file|disable|enable)((?:[\s,，、]+[\w-]+)*[\s,，、]+)([\w-]*)$/;

const closings: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['{/*', '*/}'],
  ['%%', '%%'],
  ['{#', '#}'],
]);

/** In a comment that keeps findings back, the rules that find something there, then all others. */
export function ruleIdsOwed(place: Place): Owed | undefined {
  const { report, before, after, offset, line } = place;
  const match = begun.exec(before);
  if (match === null) return undefined;
  const [whole, open = '', directive = '', listed = '', typed = ''] = match;
  // " -- why" is the reason.
  if (/(?:^|\s)--?\s/.test(listed) || /^(?!-->)[\w-]/.test(after)) return undefined;
  const start = offset - whole.length;
  const closing = closings.get(open);
  const isClosed = closing === undefined || after.includes(closing);
  // What the editor closed by itself: "<!-- … >".
  const rest = isClosed ? after : ` ${closing}${after.replace(/^[ \t]*>[ \t]*$/, '')}`;
  const text = `${report.text.slice(0, offset)}x${rest}${report.text.slice(line.end)}`;
  const reading = reread(report, text);
  const comment = reading.suppressions.find(({ span }) => span.start === start);
  const isReal = reading.prose.comments.some(({ span }) => span.start <= start && start < span.end);
  if (!isReal) return undefined;
  const named = new Set(listed.split(/[\s,，、]+/));
  const found = new Set<string>();
  if (comment !== undefined) {
    const without = reread(report, blankOut(text, 0, [comment.span]));
    for (const { rule, span } of lintReport(without)) {
      const scope = scopeFor({ ...comment, rules: [] }, rule);
      if (scope !== undefined && scope.start <= span.start && span.start < scope.end) found.add(rule);
    }
  }
  if (directive === 'enable')
    for (const { rules, span, directive: other } of report.suppressions)
      if (other === 'disable' && span.end <= start) for (const { id } of rules) found.add(id);
  const ids = allRules.map(({ id }) => id).filter((id) => !named.has(id) && id.startsWith(typed) && id !== typed);
  const offers = [...ids.filter((id) => found.has(id)), ...ids.filter((id) => !found.has(id)).sort()].map((id) => ({
    need: found.has(id) ? ('owed' as const) : ('fits' as const),
    of: 'rule' as const,
    label: id,
    span: { start: offset - typed.length, end: offset },
    text: id,
    stops: [],
    filterText: filterTextOf(typed, typed, id),
    edits: [],
  }));
  return { offers, unasked: true };
}
