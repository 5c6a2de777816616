import type { Report } from '../report/report.js';
import { blockIntroducing } from './introducing-block.js';
import { isPlaceHeading, type LeadingPlace, leadingPlace } from './place-roles.js';
import { readSentences } from './quantities-in-block.js';
import { type RegionMention, regionsIn } from './regions.js';

/** The places of a sentence, and the one that the sentences before it are about. */
export interface SentencePlaces {
  readonly places: readonly RegionMention[];
  readonly about: LeadingPlace | undefined;
}

/** The places of each sentence of a block, found once. What introduces a list or stands alone above is about a place too. */
export function placesInBlock(report: Report, index: number): readonly SentencePlaces[] {
  let about = placeAbove(report, index);
  return readPlaces(report, index).map(({ places, lead }) => {
    const before = about;
    about = lead ?? about;
    return { places, about: before };
  });
}

function readPlaces(report: Report, index: number) {
  const text = report.prose.blocks[index]?.text ?? '';
  const all = regionsIn(text, report.vocabulary);
  let next = 0;
  return readSentences(report, index).map(({ span, periods }) => {
    const first = next;
    while (next < all.length && (all[next] as RegionMention).at.start < span.end) next++;
    const places = all.slice(first, next);
    const local = ({ start, end }: { readonly start: number; readonly end: number }) => ({
      start: start - span.start,
      end: end - span.start,
    });
    const lead = leadingPlace(
      text.slice(span.start, span.end),
      places.slice(0, 1).map(({ at, code }) => ({ at: local(at), code })),
      periods.map((period) => local(period.span)),
    );
    return { places, lead };
  });
}

function placeAbove(report: Report, index: number): LeadingPlace | undefined {
  const above = report.prose.blocks[index - 1];
  if (above === undefined) return undefined;
  const introducing = blockIntroducing(report, index);
  if (introducing !== undefined) return leadOf(report, introducing);
  // A line in bold that is a place and nothing else.
  if (above.kind !== 'paragraph' || above.text.length > 30) return undefined;
  const words = above.text.replace(/(?<![\s:：])[\s:：]+$/, '');
  const [place, ...more] = regionsIn(words, report.vocabulary);
  if (more.length === 0 && place?.at.start === 0 && /^[省市]?$|^ [A-Z][a-z]+$/.test(words.slice(place.at.end)))
    return place;
  return above.titles.length > 0 && isPlaceHeading(words) ? { code: undefined } : undefined;
}

const leadsOf = new WeakMap<Report, Map<number, LeadingPlace | undefined>>();

/** The last place that an introduction is about, read once for all items of its list. */
function leadOf(report: Report, index: number): LeadingPlace | undefined {
  const leads = leadsOf.get(report) ?? new Map<number, LeadingPlace | undefined>();
  leadsOf.set(report, leads);
  if (!leads.has(index)) leads.set(index, readPlaces(report, index).findLast(({ lead }) => lead !== undefined)?.lead);
  return leads.get(index);
}
