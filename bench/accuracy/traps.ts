import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { intersects, intervalOf, writtenRecord } from '../../server/src/core/claims/interval.js';
import { publicRecords } from '../../server/src/core/claims/public-records.js';
import type { EntryOf, Vocabulary } from '../../server/src/core/index.js';
import { capitalize } from '../../server/src/core/report/adapt-replacement.js';
import { preferredForm } from '../../server/src/core/vocabulary/preferred-form.js';
import { amountIn, whenIn } from '../../server/src/core/wording/canonical-sentences.js';
import { unitWords } from '../../server/src/core/wording/shown-value.js';
import { alarmsIn, foundText, type PackAlone, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';

type Metric = EntryOf<'metrics'>;

/** Templates by language and by the group of what takes the number away. */
export type Traps = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function trapsIn(path: string): Traps {
  return parse(readFileSync(path, 'utf8')) as Traps;
}

/** (b) Sentences whose number is not the metric's, with each metric of each pack: how many draw a finding. */
export function measureTraps(traps: Traps, packs: readonly PackAlone[]): Measured {
  const tally = new Tally('traps');
  for (const { name, vocabulary, settings } of packs) {
    for (const [language, groups] of Object.entries(traps)) {
      const slots = vocabulary.ofKind('metrics').flatMap((metric) => slotsOf(metric, language, vocabulary) ?? []);
      for (const [group, templates] of Object.entries(groups)) {
        for (const template of templates) {
          for (const { metric, words } of slots) {
            const text = capitalize(template.replace(/\{([MVP])\}/g, (_, slot: 'M' | 'V' | 'P') => words[slot]));
            const region = metric.region ?? settings.region;
            const reading = readLine(text, vocabulary, {
              ...settings,
              language,
              ...(region !== undefined && { region }),
            });
            const alarms = alarmsIn(reading);
            for (const row of ['all', group]) tally.add(name, row, language, alarms.length > 0);
            if (alarms.length > 0)
              tally.miss({
                set: name,
                id: `${language} ${group}`,
                text,
                expected: 'nothing',
                found: foundText({ findings: alarms }),
              });
          }
        }
      }
    }
  }
  return tally.measured;
}

/** The name of a metric, a value that none of its pack's records admits, and the newest period on record. */
function slotsOf(
  metric: Metric,
  language: string,
  vocabulary: Vocabulary,
): { readonly metric: Metric; readonly words: Readonly<Record<'M' | 'V' | 'P', string>> } | undefined {
  const name = preferredForm(metric, language)?.text;
  const record = publicRecords({ date: undefined, vocabulary }, metric).find(
    ({ comparator }) => comparator === undefined,
  );
  if (name === undefined || record === undefined) return undefined;
  const amount = strangeAmount(metric, record, vocabulary);
  if (amount === undefined) return undefined;
  return {
    metric,
    words: {
      M: name,
      V: amountIn(metric, record, amount, language, unitWords(metric, vocabulary)),
      P: whenIn(record.period, language),
    },
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
