import { readClaims } from '../claims/read-claims.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { shownRecord } from '../claims/shown-value.js';
import { addDuration, endOfPeriod } from '../language/calendar.js';
import type { Report } from '../lint/report.js';
import { toSource } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

const presented: Readonly<Record<string, RegExp>> = {
  en: /\b(?:latest|newest|most\s+recent|now|currently|at\s+present|to\s+date|so\s+far|today|as\s+things\s+stand)\b/i,
  zh: /最新|目前|当前|现在|迄今|至今|如今|截至目前|现阶段/,
};

/** A figure that is given as the present one, with a later record or older than the pack's `staleAfter`. */
export const metricStale: Rule<undefined> = {
  id: 'metric-stale',
  severity: 'information',
  reads: 'document',

  *check(report) {
    for (const { metric, period, span, block: index, sentence, language, inTable } of readClaims(report).claims) {
      if (metric === undefined || period === undefined || inTable || !isPresented(report, index, sentence, language))
        continue;
      const later = metric.observations
        .filter(
          (each) => each.period.length === period.length && each.period > period && isPublic(report, metric, each),
        )
        .at(-1);
      if (later === undefined && !isOld(report, metric, period)) continue;
      yield {
        messageId: later === undefined ? 'metric-stale.old' : 'metric-stale',
        values: {
          metric: nameOf(metric, language),
          period,
          ...(later !== undefined && {
            later: later.period,
            expected: shownRecord(later, metric.measure.unit, language),
          }),
        },
        span,
        entry: metric,
        ...(later?.source !== undefined && { basis: [{ source: later.source }] }),
        detail: undefined,
      };
    }
    for (const { metric, year, streak, block: index, sentence, language } of readRankClaims(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined || year === undefined || streak === undefined) continue;
      if (!isPresented(report, index, sentence, language) || !isOld(report, metric, String(year))) continue;
      yield {
        messageId: 'metric-stale.old',
        values: { metric: nameOf(metric, language), period: String(year) },
        span: toSource(block, streak.span),
        entry: metric,
        detail: undefined,
      };
    }
  },
};

function isPresented(report: Report, index: number, sentence: Span, language: string): boolean {
  return presented[language]?.test(report.prose.blocks[index]?.text.slice(sentence.start, sentence.end) ?? '') === true;
}

/** A record is public once its source is, or without a date of its own once its period has ended. */
function isPublic(
  report: Report,
  metric: EntryOf<'metrics'>,
  { source, vintage, period }: EntryOf<'metrics'>['observations'][number],
): boolean {
  if (report.date === undefined) return false;
  const found = source === undefined ? undefined : report.vocabulary.find('sources', source, metric.pack);
  return (vintage ?? found?.date ?? endOfPeriod(period) ?? '9999') <= report.date;
}

function isOld(report: Report, metric: EntryOf<'metrics'>, period: string): boolean {
  const staleAfter = report.vocabulary.packs.find(({ name }) => name === metric.pack)?.staleAfter;
  const end = endOfPeriod(period);
  if (staleAfter === undefined || end === undefined || report.date === undefined) return false;
  const limit = addDuration(end, staleAfter);
  return limit !== undefined && limit < report.date;
}
