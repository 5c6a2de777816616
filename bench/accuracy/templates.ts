import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { intersects, intervalOf, writtenRecord } from '../../server/src/core/claims/interval.js';
import { publicRecords } from '../../server/src/core/claims/public-records.js';
import type { EntryOf, ReportSettings, Vocabulary } from '../../server/src/core/index.js';
import { capitalize } from '../../server/src/core/report/adapt-replacement.js';
import { preferredForm } from '../../server/src/core/vocabulary/preferred-form.js';
import { unitWords } from '../../server/src/core/wording/shown-value.js';
import { amountIn } from '../../server/src/core/wording/stated-figures.js';
import { periodIn, whenIn } from '../../server/src/core/wording/stated-period.js';
import type { PackAlone } from './read-line.js';

type Metric = EntryOf<'metrics'>;

/** Sentences with slots, by language and group: of traps, what takes the number away; of statements, how it is said. */
export type Templates = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function templatesIn(path: string): Templates {
  return parse(readFileSync(path, 'utf8')) as Templates;
}

/** A template with a metric in it. */
export interface Filled {
  readonly language: string;
  readonly group: string;
  readonly metric: Metric;
  /** With the value on record, and with one that no record of the pack admits. */
  readonly recorded: string;
  readonly strange: string;
  readonly settings: ReportSettings;
}

/** Every template with every metric that has an exact record and a name in the template's language. */
export function* fill(templates: Templates, { vocabulary, settings }: PackAlone): Iterable<Filled> {
  for (const [language, groups] of Object.entries(templates)) {
    const slots = vocabulary.ofKind('metrics').flatMap((metric) => slotsOf(metric, language, vocabulary) ?? []);
    for (const [group, sentences] of Object.entries(groups)) {
      for (const sentence of sentences) {
        for (const { metric, words, strange } of slots) {
          const region = metric.region ?? settings.region;
          yield {
            language,
            group,
            metric,
            recorded: written(sentence, words),
            strange: written(sentence, { ...words, V: strange }),
            settings: { ...settings, language, ...(region !== undefined && { region }) },
          };
        }
      }
    }
  }
}

type Words = Readonly<Record<'M' | 'V' | 'P' | 'Y', string>>;

function written(template: string, words: Words): string {
  return capitalize(template.replace(/\{([MVPY])\}/g, (_, slot: keyof Words) => words[slot]));
}

/** The name of a metric and the newest of its exact records, with a value that none of its pack's records admits. */
function slotsOf(
  metric: Metric,
  language: string,
  vocabulary: Vocabulary,
): { readonly metric: Metric; readonly words: Words; readonly strange: string } | undefined {
  const name = preferredForm(metric, language)?.text;
  const record = publicRecords({ date: undefined, vocabulary }, metric).find(
    ({ comparator }) => comparator === undefined,
  );
  if (name === undefined || record === undefined) return undefined;
  const amount = strangeAmount(metric, record, vocabulary);
  if (amount === undefined) return undefined;
  const units = unitWords(metric, vocabulary);
  return {
    metric,
    words: {
      M: name,
      V: amountIn(metric, record, {}, language, units),
      P: whenIn(record.period, language),
      Y: periodIn(record.period, language),
    },
    strange: amountIn(metric, record, amount, language, units),
  };
}

/** Near enough to be believed, and no record's, whatever the power of ten. */
function strangeAmount(metric: Metric, record: Metric['observations'][number], vocabulary: Vocabulary) {
  const { step } = writtenRecord(record);
  const known = vocabulary.ofKind('metrics').flatMap(({ observations }) => observations);
  const isKnown = (value: number) =>
    known.some((other) => {
      const written = writtenRecord(other);
      const power = 10 ** Math.round(Math.log10(Math.abs(other.value / value || 1)));
      return intersects(
        intervalOf({ value: value * power, step: step * power, roundStep: step * power, comparator: undefined }),
        intervalOf({ ...written, comparator: undefined }),
      );
    });
  const most = metric.measure.kind === 'share' && metric.measure.unit === 'percent' ? 100 : Number.POSITIVE_INFINITY;
  return [0.43, 1.7, 0.61, 2.9, 0.37, 1.3, 0.83]
    .map((factor) => Math.round((record.value * factor) / step) * step)
    .filter((value) => value !== 0 && Math.abs(value) < most && !isKnown(value))
    .map((value) => ({ value, step }))[0];
}
