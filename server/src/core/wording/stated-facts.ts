import { addDuration, endOfPeriod } from '../language/calendar.js';
import { escapeProse } from '../markdown/shown-text.js';
import { postInWords } from '../people/post-in-words.js';
import { datedRoles, holdsThroughout } from '../people/roles.js';
import { writingIn } from '../quantities/tables/writings.js';
import { regionName } from '../sentences/regions.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { AlteredSentence, CanonicalSentence, FilledStatement } from './canonical-sentence.js';
import { fillStatement } from './canonical-sentence.js';
import { whenIn } from './stated-period.js';

type Slots = Readonly<Record<string, string | undefined>>;

/** What is put into a slot instead. */
interface Mistake extends Omit<AlteredSentence, 'text' | 'span'> {
  readonly slot: string;
  readonly to: string;
}

/** A sentence with what it states in one slot, and the same with another word there. */
function sentenceOf(
  kind: CanonicalSentence['kind'],
  { form, text }: { readonly form: string; readonly text: string },
  slots: Slots,
  stated: string,
  altered: readonly Mistake[],
  date?: string,
): CanonicalSentence {
  const spanOf = ({ at }: FilledStatement, slot: string) => at.get(slot) ?? { start: 0, end: 0 };
  const right = fillStatement(text, slots);
  return {
    kind,
    form,
    text: right.text,
    ...(date !== undefined && { date }),
    facts: [{ span: spanOf(right, stated) }],
    altered: altered
      .filter(({ slot, to }) => right.at.has(slot) && to !== slots[slot])
      .map(({ alteration, rules, slot, to }) => {
        const wrong = fillStatement(text, { ...slots, [slot]: to });
        return { alteration, rules, text: wrong.text, span: spanOf(wrong, slot) };
      }),
  };
}

/** A rank, and how long it has been held, as of the last year of which the pack tells. */
export function statedRanks(
  { runs, measure: { scope }, pack }: EntryOf<'metrics'>,
  name: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly CanonicalSentence[] {
  const { ranks, ordinals, world } = writingIn(language);
  const asOf = vocabulary.packs.find((each) => each.name === pack)?.factsAsOf;
  const newest = runs.at(-1);
  if (newest === undefined || scope === undefined) return [];
  const { rank, since, until } = newest;
  const [first, last] = [since, until ?? asOf].map((date) => Number(date?.slice(0, 4)));
  const year = last || first;
  const ordinal = ordinals[rank - 1];
  if (!year || ordinal === undefined) return [];
  const years = first ? year - first + 1 : 0;
  const slots = {
    subject: escapeProse(name),
    ordinal,
    scope: /^[A-Z]/.test(scope) ? escapeProse(regionName(scope, vocabulary, language)) : world,
    when: whenIn(String(year), language),
    ...(years > 1 && { years: String(years) }),
  };
  return ranks
    .filter(({ text }) => years > 1 || !text.includes('{years}'))
    .map((statement) =>
      sentenceOf('rank', statement, slots, statement.text.includes('{years}') ? 'years' : 'ordinal', [
        {
          alteration: 'another-rank',
          rules: ['metric-rank'],
          slot: 'ordinal',
          to: ordinals[rank] ?? (ordinals[0] as string),
        },
        { alteration: 'another-rank', rules: ['metric-rank'], slot: 'years', to: String(years + 3) },
      ]),
    );
}

/** A target by its own name, which says its value and its year. */
export function statedTarget(
  { milestones, degree, goal, pack }: EntryOf<'targets'>,
  name: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly CanonicalSentence[] {
  const { targets } = writingIn(language);
  const [milestone] = milestones;
  const due = /^\d{4}/.exec(milestone?.due ?? '')?.[0];
  if (milestone === undefined || due === undefined) return [];
  const other = String(Number(due) + 5);
  const of = goal === undefined ? undefined : vocabulary.named(goal, pack);
  const subject = of === undefined ? undefined : preferredForm(of, language)?.text;
  const later = (slot: string, to: string): Mistake => ({
    alteration: 'another-year',
    rules: ['target-date', 'target-value'],
    slot,
    to,
  });
  return targets.flatMap((statement) => {
    if (statement.form === 'named') {
      if (!name.includes(due)) return [];
      const numbers = [milestone.written, milestone.range?.[1].toString()].filter((each) => each !== undefined);
      const written = numbers.find((number) => name.includes(number));
      const slots = { target: escapeProse(name) };
      return [
        sentenceOf('target', statement, slots, 'target', [
          later('target', escapeProse(name.replace(due, other))),
          ...(written === undefined
            ? []
            : [
                {
                  alteration: 'tenfold' as const,
                  rules: ['target-value'],
                  slot: 'target',
                  to: escapeProse(name.replace(written, String(Number(written) * 10))),
                },
              ]),
        ]),
      ];
    }
    const isPlain = milestone.value === undefined && milestone.range === undefined && degree[language] === undefined;
    if (subject === undefined || !isPlain) return [];
    const slots = { subject: escapeProse(subject), due };
    return [sentenceOf('target', statement, slots, 'due', [later('due', other)])];
  });
}

/** Each post of a person on the last day on which it is known to hold, and that of somebody else. */
export function statedPosts(
  person: EntryOf<'people'>,
  name: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly CanonicalSentence[] {
  const all = datedRoles(vocabulary);
  const inWords = (role: (typeof all)[number]) => escapeProse(postInWords(vocabulary, role, language));
  return all
    .filter((role) => role.person === person && role.role.title[language] !== undefined)
    .flatMap((role) => {
      const day = endOfPeriod([...role.role.seen].sort().at(-1) ?? role.term.first);
      const theirs = all.find(
        (other) =>
          other.person !== person &&
          other.person.pack === person.pack &&
          other.role.title[language] !== undefined &&
          // Somebody may have several posts, but not one that another holds.
          day !== undefined &&
          holdsThroughout(other.term, day) &&
          !role.role.title[language]?.some((title) => other.role.title[language]?.includes(title)),
      );
      const slots = { person: escapeProse(name), post: inWords(role) };
      const instead = (to: string): Mistake => ({
        alteration: 'another-post',
        rules: ['person-title'],
        slot: 'post',
        to,
      });
      const altered = theirs === undefined ? [] : [instead(inWords(theirs))];
      return writingIn(language).posts.map((statement) => sentenceOf('post', statement, slots, 'post', altered, day));
    });
}

/** An event with its date, another day and another year. */
export function statedEvent(
  { date }: EntryOf<'events'>,
  name: string,
  language: Language,
): readonly CanonicalSentence[] {
  if (date === undefined) return [];
  const days = date.split('/');
  const later = days.every((day) => day.length === 10)
    ? days.map((day) => addDuration(day, 'P5D') ?? day).join('/')
    : date;
  const before = days.map((day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`).join('/');
  const when = (period: string) => escapeProse(whenIn(period, language));
  return writingIn(language).events.map((statement) =>
    sentenceOf('event', statement, { event: escapeProse(name), when: when(date) }, 'when', [
      { alteration: 'another-day', rules: ['event-date'], slot: 'when', to: when(later) },
      { alteration: 'another-year', rules: ['event-date'], slot: 'when', to: when(before) },
    ]),
  );
}
