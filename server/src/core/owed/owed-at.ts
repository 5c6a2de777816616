import type { Locale } from '../messages/message.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { frontMatterOwed } from './front-matter.js';
import { headingsOwed } from './headings.js';
import { type Begun, begunAt, listedOffers } from './listed.js';
import { metricsOwed } from './metrics.js';
import type { Owed } from './offer.js';
import { placeAt, readingWith } from './place.js';
import { ruleIdsOwed } from './rule-ids.js';
import { sourcesOwed } from './sources.js';

export type { Offer, Owed } from './offer.js';

/**
 * What a report still owes at an offset, and what fits there: keys and values of front matter, headings of its type, key
 * tasks, targets, metrics with their newest records, sources behind words that name one, rules in a suppression. Nothing
 * in code, in equations, in footnotes and in other people's words. It reads the report anew, as it would be with words at
 * the place. `locale`: of notes, and of a report that has no words yet.
 */
export function owedAt(report: Report, offset: number, locale: Locale = 'en'): Owed {
  const nothing: Owed = { offers: [], unasked: false };
  if (report.unread.some(({ reason }) => reason === 'too-long')) return nothing;
  const place = placeAt(report, offset, locale);
  const apart = frontMatterOwed(place, locale) ?? ruleIdsOwed(place) ?? headingsOwed(place) ?? sourcesOwed(place);
  if (apart !== undefined) return apart;
  const begun = begunAt(place);
  if (begun === undefined || !mayBeOwed(report, begun, offset)) return nothing;
  const reading = readingWith(place, begun.span, begun.before);
  if (reading === undefined) return nothing;
  return listedOffers(place, reading, begun) ?? metricsOwed(place, reading, begun) ?? nothing;
}

/** What needs no second reading to be told: a list that holds something stands before, and the words begin something. */
function mayBeOwed({ sections, vocabulary }: Report, { typed }: Begun, offset: number): boolean {
  const holding = sections.some(
    ({ holds, span }) => (holds === 'tasks' || holds === 'targets' || holds === 'metrics') && span.start < offset,
  );
  if (!holding || typed.trim() === '') return holding;
  const key = formKey(typed);
  const keys = keysOfListed(vocabulary);
  return keys[lowerBound(keys, (each) => (each < key ? 0 : 1), 1)]?.startsWith(key) === true;
}

/** The folded forms of what sections list, in order. */
const keysOfListed = once((vocabulary: Vocabulary): readonly string[] => {
  const wordings = vocabulary
    .ofKind('taskLists')
    .flatMap(({ tasks }) => tasks.flatMap(({ wording }) => Object.values(wording)));
  const forms = (['tasks', 'targets', 'metrics'] as const)
    .flatMap((kind) => vocabulary.ofKind(kind).flatMap((entry) => entry.forms))
    .map(({ text }) => text);
  return [...forms, ...wordings].map(formKey).sort();
});
