import { foldedTokens } from '../language/tokens.js';
import type { Quantity } from '../quantities/index.js';
import { isQuoted, type Report } from '../report/report.js';
import { ownSentences } from '../sentences/own-sentences.js';
import type { EntryOf } from '../vocabulary/model.js';
import { intersects, intervalOf } from './interval.js';

/** A number of a fixed set of counts that is not the recorded one. */
export interface WrongPart {
  readonly metric: EntryOf<'metrics'>;
  readonly part: string;
  readonly block: number;
  readonly quantity: Quantity;
  readonly expected: number;
  readonly language: string;
}

/**
 * Counts of the parts of a metric ("41 major, 207 medium …") that differ from the record. They are taken for that
 * metric's if its name stands in the sentence, or one of the numbers is a recorded one.
 */
export function readWrongParts(report: Report): readonly WrongPart[] {
  const metrics = report.vocabulary.ofKind('metrics').filter(({ parts }) => Object.keys(parts).length > 0);
  if (metrics.length === 0 || !report.vocabulary.languages.has(report.language)) return [];
  return [...ownSentences(report)].flatMap(({ index, block, sentence }) => {
    const { span, quantities, language } = sentence;
    if (quantities.length === 0) return [];
    return metrics.flatMap((metric): WrongPart[] => {
      const counts = quantities.flatMap((quantity) => {
        if (quantity.kind !== 'number' || isQuoted(block, quantity.span)) return [];
        const part = partBehind(block.text.slice(quantity.span.end, span.end), quantity, metric, language);
        return part === undefined ? [] : [{ quantity, part }];
      });
      if (counts.length === 0 || !sentence.isAsserted) return [];
      if (metric.region !== undefined && sentence.places.some(({ code }) => code !== metric.region)) return [];
      const named = sentence.mentions.some(({ entry }) => entry === metric);
      const recorded = new Set(Object.values(metric.parts));
      if (!named && !counts.some(({ quantity }) => recorded.has(quantity.value))) return [];
      return counts.flatMap(({ quantity, part }): WrongPart[] => {
        const expected = metric.parts[part] as number;
        const record = { low: expected, high: expected, lowOpen: false, highOpen: false };
        const told = intervalOf({ ...quantity, step: 0 });
        return intersects(record, told) ? [] : [{ metric, part, block: index, quantity, expected, language }];
      });
    });
  });
}

/** The part whose form follows a number, with no other number between. */
function partBehind(
  after: string,
  quantity: Quantity,
  metric: EntryOf<'metrics'>,
  language: string,
): string | undefined {
  const text = `${quantity.noun !== undefined && !after.trimStart().startsWith(quantity.noun) ? quantity.noun : ''} ${after}`;
  const folded = foldedTokens(text.slice(0, 40));
  for (const [part, forms] of Object.entries(metric.partForms)) {
    for (const form of forms) {
      if (form.language !== language) continue;
      const wanted = foldedTokens(form.text);
      for (let at = 0; at <= (language === 'zh' ? 3 : 1); at++) {
        if (
          wanted.every((word, i) => folded[at + i] === word) &&
          !folded.slice(0, at).some((word) => /^[\p{N}\p{P}]/u.test(word))
        )
          return part;
      }
    }
  }
  return undefined;
}
