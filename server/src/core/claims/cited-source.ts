import { endOfPeriod } from '../language/calendar.js';
import { toSource } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { quantitiesOf } from '../sentences/sentence.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { once } from '../text/once.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import type { Claim } from './claim.js';
import { intersects, intervalOf, writtenRecord } from './interval.js';
import { isSamePeriod } from './same-period.js';
import type { JudgedClaim } from './verdicts.js';

/** The source that a sentence names for a figure, though the pack has the figure from another one. */
export interface CitedSource {
  readonly source: EntryOf<'sources'>;
  /** What that source has for the metric instead. */
  readonly record: Observation;
  /** The footnote's reference, or the figure where the source stands in the sentence itself. */
  readonly span: Span;
  /** It has another figure for the very period, or came out before the period was over; else it may hold both. */
  readonly isCertain: boolean;
}

const sourcesByPack = once(
  (vocabulary: Vocabulary): ReadonlyMap<string, readonly EntryOf<'sources'>[]> =>
    new Map(
      vocabulary.packs.map(({ name }) => [name, vocabulary.ofKind('sources').filter(({ pack }) => pack === name)]),
    ),
);

/**
 * The source that a sentence clearly names for a figure that is another source's record: one of the pack, with records
 * of this metric that the figure misses. A source that has no record of it may well hold the figure.
 */
export function otherSourceCited(report: Report, { claim, verdict }: JudgedClaim): CitedSource | undefined {
  const { metric, period } = claim;
  if (metric === undefined || period === undefined || verdict.verdict !== 'holds') return undefined;
  const { observation } = verdict.record;
  const own = report.vocabulary.find('sources', observation.source ?? '', metric.pack);
  if (own === undefined || observation.comparator !== undefined) return undefined;
  const named = namedFor(report, claim);
  const [first] = named;
  if (first === undefined || named.some(({ source }) => source === own)) return undefined;
  const records = metric.observations.filter(
    (each) => report.vocabulary.find('sources', each.source ?? '', metric.pack) === first.source,
  );
  const record = records.find((each) => isSamePeriod(each.period, period)) ?? records.at(-1);
  if (record === undefined || records.some((each) => intersects(claim.interval, intervalOf(writtenRecord(each)))))
    return undefined;
  const end = endOfPeriod(period);
  const isEarly = ({ date }: EntryOf<'sources'>) => date !== undefined && end !== undefined && date < end;
  return {
    ...first,
    record,
    isCertain: isSamePeriod(record.period, period) || (isEarly(first.source) && !isEarly(own)),
  };
}

/** The one source that a sentence, or a footnote of it, names for its figure. */
export function sourceNamedFor(report: Report, claim: Claim): EntryOf<'sources'> | undefined {
  const [first, ...others] = namedFor(report, claim).map(({ source }) => source);
  return others.every((each) => each === first) ? first : undefined;
}

/** The sources of the metric's pack that a sentence of one figure, and its footnotes, name; not for cells. */
function namedFor(
  report: Report,
  claim: Claim,
): readonly { readonly source: EntryOf<'sources'>; readonly span: Span }[] {
  const { metric, block: index, sentence, inTable } = claim;
  const block = report.prose.blocks[index];
  if (metric === undefined || inTable || block === undefined) return [];
  // A sentence of several figures may cite one source for each.
  const { quantities, periods } = quantitiesOf(report, block);
  if (startingIn(quantities, ({ span }) => span.start, sentence).length !== 1) return [];
  const words = block.text.slice(sentence.start, sentence.end);
  const places = [
    ...footnotesBehind(report, index, toSource(block, sentence)).map(({ span, texts }) => ({ span, texts })),
    { span: claim.span, texts: [{ words, periods: startingIn(periods, ({ span }) => span.start, sentence) }] },
  ];
  return places.flatMap(({ texts, span }) => {
    const found = texts.flatMap((text) => namedIn(report, metric.pack, text.words, text.periods));
    return found.length === 1 && found[0] !== undefined ? [{ source: found[0], span }] : [];
  });
}

interface Words {
  readonly words: string;
  readonly periods: readonly Period[];
}

/** The footnotes that are referred to in a stretch of the source, or right behind it. */
function footnotesBehind(report: Report, index: number, { start, end }: Span): { span: Span; texts: Words[] }[] {
  const behind = /^(?:\[\^[^\]\s]+\])*/.exec(report.text.slice(end, end + 200))?.[0].length ?? 0;
  return [...report.text.slice(start, end + behind).matchAll(/\[\^([^[\]\s]+)\]/g)].map((match) => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    texts: surroundingsOf(report, index)
      .note(match[1] as string)
      .map((note) => ({ words: note.text, periods: quantitiesOf(report, note).periods })),
  }));
}

/** The sources of a pack that words name: by the title, or the publisher and the day; by both where titles are alike. */
function namedIn(report: Report, pack: string, text: string, periods: readonly Period[]): EntryOf<'sources'>[] {
  const sources = sourcesByPack(report.vocabulary).get(pack) ?? [];
  const words = text.toLowerCase();
  const names = (forms: readonly string[]) => forms.some((each) => words.includes(each));
  const isDated = ({ date }: EntryOf<'sources'>) =>
    date !== undefined &&
    endOfPeriod(date) !== undefined &&
    date.length > 4 &&
    (text.includes(date) || periods.some(({ period }) => period === date));
  const titled = sources.filter((each) => names(namesOf(each).titles));
  if (titled.length > 1) return titled.filter(isDated);
  return titled.length === 1 ? titled : sources.filter((each) => names(namesOf(each).publishers) && isDated(each));
}

/** What a source is named by, in small letters. */
const namesOf = once(({ title, publisher }: EntryOf<'sources'>) => ({
  titles: inSmall(title),
  publishers: inSmall(publisher),
}));

const inSmall = (names: Readonly<Record<string, string>> = {}) =>
  Object.values(names).map((each) => each.toLowerCase());
