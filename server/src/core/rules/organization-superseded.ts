import { isPresentOrFuture } from '../language/tense.js';
import { blockOf, isCitation, isQuoted, type Report } from '../report/report.js';
import { sentenceHolding } from '../sentences/sentence.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { isValidOn } from '../vocabulary/validity.js';
import type { ReportRule } from './rule.js';

/**
 * The latest year of a report that nobody has dated: where a body ended later, the report was written in that body's
 * time, and the day on which it is read says nothing. Empty for any other report.
 */
function latestYear({ date, prose }: Report): string {
  let latest = '';
  if (date?.isTold) return latest;
  for (const { text } of prose.blocks) {
    for (const [year] of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) if (year > latest) latest = year;
  }
  return latest;
}

/** A body that has ended acts in the present or the future. */
export const organizationSuperseded: ReportRule<undefined> = {
  id: 'organization-superseded',
  severity: 'warning',
  reads: 'block',

  *check(report) {
    let latest: string | undefined;
    for (const mention of report.mentions) {
      const { entry, form } = mention;
      if (entry.kind !== 'organizations' || entry.validTo === undefined) continue;
      const block = blockOf(report, mention);
      const sentence = sentenceHolding(report, block, mention.at.start);
      const date = sentence?.date;
      // Without a date nothing says that it has ended.
      if (sentence === undefined || date === undefined || isValidOn(entry, date)) continue;
      latest ??= latestYear(report);
      if (latest !== '' && latest < entry.validTo.slice(0, 4)) continue;
      if (isQuoted(block, mention.at) || isCitation(report, mention.block)) continue;
      if (!isPresentOrFuture(sentence.text, mention.at.end - sentence.span.start, form.language)) continue;
      const replacedBy =
        entry.replacedBy === undefined ? undefined : report.vocabulary.named(entry.replacedBy, entry.pack);
      const successor = replacedBy?.kind === 'organizations' ? replacedBy : undefined;
      yield {
        messageId: successor === undefined ? 'organization-superseded' : 'organization-superseded.by',
        values: {
          found: block.text.slice(mention.at.start, mention.at.end),
          ended: entry.validTo,
          ...(successor !== undefined && { expected: nameOf(successor, form.language) }),
        },
        span: mention.span,
        entry,
        form,
        detail: undefined,
      };
    }
  },
};
