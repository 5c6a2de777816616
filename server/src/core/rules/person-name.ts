import { type Block, toSource } from '../markdown/blocks.js';
import { type NameInText, nameIndex } from '../people/name-variants.js';
import { postsOf } from '../people/posts-in-text.js';
import { datedRoles, mayHold } from '../people/roles.js';
import { names } from '../people/titles.js';
import { replacementFix } from '../report/finding.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { dateAt } from '../sentences/sentence.js';
import { overlaps, type Span } from '../text/span.js';
import type { Form } from '../vocabulary/model.js';
import type { ReportRule } from './rule.js';

/** A mention that holds a name begins no further before it, in UTF-16 units. */
const longestName = 200;

/** A known person's name is turned round, spelt two ways in one report, or spelt wrong behind the post that tells who is meant. */
export const personName: ReportRule<undefined> = {
  id: 'person-name',
  severity: 'warning',
  names: true,
  reads: 'document',

  *check(report) {
    if (!report.vocabulary.languages.has(report.language)) return;
    const index = nameIndex(report.vocabulary);
    const found = report.prose.blocks.flatMap((block, number) =>
      block.quoted || isCitation(report, number)
        ? []
        : index
            .find(block.text)
            .filter(({ at }) => !isQuoted(block, at))
            .map((name) => ({ ...name, block, number })),
    );
    const isNamed = (number: number, at: Span, name: NameInText) =>
      mentionsIn(report, number, { start: at.start - longestName, end: at.end }).some(
        (mention) =>
          overlaps(mention.at, at) &&
          (mention.entry !== name.person || mention.at.end - mention.at.start > at.end - at.start),
      );
    const spellings = spellingsOf(found);
    for (const [i, name] of found.entries()) {
      const { person, form, at, block, number } = name;
      if (name.as === 'recorded' || isNamed(number, at, name)) continue;
      const written = block.text.slice(at.start, at.end);
      const isInPost = name.as === 'spelling' && hasOwnPost(report, name);
      if (
        name.as === 'order'
          ? isAnothers(block.text, at) || isIntroduced(name, block.text)
          : ((spellings.get(form)?.size ?? 0) < 2 || name.isDoubtful === true) && !isInPost
      )
        continue;
      if (name.as !== 'order' && [found[i - 1], found[i + 1]].some((other) => areTwo(name, other))) continue;
      yield {
        messageId: isInPost ? 'person-name.post' : messageOf(name),
        values: { found: written.replace(/\s+/g, ' '), expected: form.text },
        span: toSource(block, at),
        entry: person,
        form,
        detail: undefined,
      };
    }
  },

  fix({ values, span }) {
    return [replacementFix(span, values['expected'] as string)];
  },
};

function messageOf({ as, person }: NameInText): string {
  return as === 'order' ? `person-name.${person.nameOrder ?? 'family-first'}` : 'person-name.spelling';
}

/** An author's name ("Hongwei Li et al.", "Hongwei Li (2021)"), or the beginning of a longer name. */
function isAnothers(text: string, at: Span): boolean {
  return (
    /^(?:,?\s+et\s+al\b|\s*\(\d{4}|\s+\p{Lu}\p{Ll}|-\p{L})/u.test(text.slice(at.end)) ||
    /(?:\b(?:the|a|an)|\p{Lu}\p{Ll}*[-–])\s*$/u.test(text.slice(0, at.start))
  );
}

/** "Hongwei Li, a student at Leeds": who is introduced as something that the known person is not. */
function isIntroduced({ person, at }: NameInText, text: string): boolean {
  const as = /^\s*[,(—–]\s*an?\s([^,.;()]{1,80})/i.exec(text.slice(at.end, at.end + 100))?.[1]?.toLowerCase();
  return (
    as !== undefined &&
    !person.roles.some(({ title }) =>
      Object.values(title)
        .flat()
        .some((each) => as.includes(each.toLowerCase())),
    )
  );
}

/** Whether a name in other characters has the post that the known person alone holds: 港务局局长陈舒兰. */
function hasOwnPost(report: Report, { person, form, at, block, number }: FoundName): boolean {
  if (!/\p{Script=Han}/u.test(form.text)) return false;
  const date = dateAt(report, block, at.start);
  const mention = { entry: person, form, block: number, at, span: toSource(block, at), inflected: false };
  return postsOf(report, mention).some(({ title, organization }) => {
    return datedRoles(report.vocabulary).some(({ person: holder, role, term }) => {
      if (holder !== person || role.organization === undefined) return false;
      const own = report.vocabulary.find('organizations', role.organization, person.pack);
      // A title may hold its body: "Secretary of State for Trade".
      const isOfBody =
        organization === undefined ? own?.forms.some(({ text }) => title.text.includes(text)) : own === organization;
      return (
        isOfBody === true &&
        (date === undefined || mayHold(term, date)) &&
        Object.values(role.title)
          .flat()
          .some((wanted) => names(title, wanted, report.vocabulary))
      );
    });
  });
}

/** 陈淑兰司长和陈舒兰教授: who are named side by side, each with a title, are two. */
function areTwo(one: FoundName, other: FoundName | undefined): boolean {
  if (other === undefined || other.number !== one.number || other.form !== one.form) return false;
  const [first, last] = one.at.start < other.at.start ? [one, other] : [other, one];
  const between = one.block.text.slice(first.at.end, last.at.start);
  return between.length < 60 && /^(?:\p{Script=Han}{1,6}(?:和|与|及|、|同)|(?:,[^,.;]+,)\s+and\s+)$/u.test(between);
}

type FoundName = NameInText & { readonly block: Block; readonly number: number };

/** The ways that a report writes each recorded name, those turned round left out. */
function spellingsOf(
  names: readonly (NameInText & { readonly block: { readonly text: string } })[],
): ReadonlyMap<Form, ReadonlySet<string>> {
  const spellings = new Map<Form, Set<string>>();
  for (const { form, as, at, block, isDoubtful } of names) {
    if (as === 'order' || isDoubtful === true) continue;
    const known = spellings.get(form) ?? new Set<string>();
    spellings.set(form, known.add(block.text.slice(at.start, at.end)));
  }
  return spellings;
}
