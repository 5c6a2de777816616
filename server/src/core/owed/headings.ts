import { headingsOf } from '../lists/section-stub.js';
import { outermostOfType } from '../markdown/sections.js';
import { escapeProse } from '../markdown/shown-text.js';
import { visible } from '../text/visible.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { ReportSection } from '../vocabulary/model.js';
import { listedOffers } from './listed.js';
import { filterTextOf, type Offer, type Owed } from './offer.js';
import { type Place, type Reading, readingWith } from './place.js';

const begun = /^( {0,3}(#{1,6})([ \t]{0,20}))([^#\s][^#]{0,120})?$/;

/**
 * Behind `#` the headings that the report lacks, in the order of its type: those that it must have before those that it may
 * have, and of each those that belong here before those that belong elsewhere. Below the heading of the key tasks, the tasks.
 */
export function headingsOwed(place: Place): Owed | undefined {
  const { before, after, line, language } = place;
  const match = begun.exec(before);
  if (match === null || language === undefined || !/^#*$/.test(after.trim())) return undefined;
  const [, lead = '', hashes = '', gap = '', typed = ''] = match;
  if (gap === '' && typed !== '') return undefined;
  const reading = readingWith(place, line);
  if (reading === undefined) return undefined;
  const standing = outermostOfType(reading.report.sections);
  const depth = standing[0]?.depth ?? Math.max(2, hashes.length);
  if (hashes.length > depth) {
    const span = { start: line.start + lead.length, end: line.end };
    const gapped = gap === '' ? ' ' : '';
    return listedOffers(place, reading, { span, typed, before: gapped, shape: 'heading' });
  }
  const span = { start: line.start + lead.indexOf('#'), end: line.end };
  const raw = before.slice(lead.indexOf('#'));
  const found = missingSections(reading, line.start).flatMap(({ section, need }): Offer[] => {
    const headings = headingsOf(section, { ...reading.report, language });
    const heading = headings.find((each) => formKey(each).startsWith(formKey(typed)));
    if (heading === undefined) return [];
    return [
      {
        need,
        of: 'heading',
        label: visible(heading),
        entry: reading.report.type,
        span,
        text: `${'#'.repeat(depth)} ${escapeProse(heading)}`,
        stops: [],
        filterText: filterTextOf(raw, typed, heading),
        edits: [],
      },
    ];
  });
  const title = titleOwed(place, reading, typed, hashes);
  if (title !== undefined) found.unshift({ ...title, span, filterText: filterTextOf(raw, typed, title.label) });
  return { offers: found, unasked: found.some(({ need }) => need === 'owed') };
}

/** Behind a lone `#` the title that front matter gives, where the report has none. */
function titleOwed(
  { report: { frontMatter, type } }: Place,
  { report }: Reading,
  typed: string,
  hashes: string,
): Omit<Offer, 'span' | 'filterText'> | undefined {
  const { title } = frontMatter;
  if (title === undefined || hashes.length > 1 || report.sections.some(({ depth }) => depth === 1)) return undefined;
  if (!formKey(title).startsWith(formKey(typed))) return undefined;
  return { need: 'owed', of: 'heading', label: visible(title), entry: type, text: `# ${title}`, stops: [], edits: [] };
}

function missingSections({ report }: Reading, at: number) {
  const { type, sections } = report;
  const order = type?.sections ?? [];
  const rankOf = (section: ReportSection | undefined) => order.findIndex(({ id }) => id === section?.id);
  const present = new Set(sections.map(({ role }) => role?.id));
  const standing = outermostOfType(sections);
  const previous = rankOf(standing.findLast(({ span }) => span.start < at)?.role);
  const next = standing.find(({ span }) => span.start > at)?.role;
  const until = next === undefined ? order.length : rankOf(next);
  const missing = order.flatMap((section, rank) => {
    if (present.has(section.id)) return [];
    const belongs = previous < rank && rank < until;
    const need = section.required ? ('owed' as const) : ('fits' as const);
    return [{ section, need, place: (section.required ? 0 : 2) + (belongs ? 0 : 1) }];
  });
  return missing.sort((a, b) => a.place - b.place);
}
