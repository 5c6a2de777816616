import { inflections } from '../language/english-inflection.js';
import { holdsKey } from '../language/key-words.js';
import { foldedTokens } from '../language/tokens.js';
import { says } from '../language/words/words.js';
import type { Report } from '../report/report.js';
import { type Sentence, sentencesOf } from '../sentences/sentence.js';
import { dictionary } from '../text/dictionary.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { hasForm } from './covered-tasks.js';

/** Words that announce tasks in any pack. */
const ownCues: Readonly<Record<string, readonly string[]>> = dictionary({
  en: ['task', 'priority'],
  zh: ['任务'],
});

/** A pack's heading of one word ("Functions", 职能) announces tasks only behind one of these. */
const announcer =
  /^(?:key|main|core|chief|these|those|following|its|their|our|first|second|third|fourth|fifth|last|two|three|four|five|six|seven|eight|nine|ten|要|心|点|键|项|大|其)$/;

/** What makes no announcement of it: "task force", 任务十分繁重, 承担重点任务的企业. */
const notAnnouncing = /^(?:forces?|的|十|很|相|非|艰|繁|仍|依|较|更)$/;

interface Cue {
  /** For each word, its forms. */
  readonly words: readonly (readonly string[])[];
  readonly needsAnnouncer: boolean;
}

/** The cues of a vocabulary by each form of their first words. */
const cuesOf = once((vocabulary: Vocabulary): ReadonlyMap<string, readonly Cue[]> => {
  const headings = vocabulary
    .ofKind('reports')
    .flatMap(({ sections }) =>
      sections.filter(({ holds }) => holds === 'tasks').flatMap(({ heading }) => Object.values(heading).flat()),
    );
  const cue = (phrase: string, own: boolean): Cue => {
    const words = foldedTokens(phrase).map((token) => inflections(token, false));
    return { words, needsAnnouncer: !own && (words.length === 1 || /^\p{Script=Han}{2}$/u.test(phrase)) };
  };
  const byFirst = new Map<string, Cue[]>();
  for (const each of [
    ...Object.values(ownCues)
      .flat()
      .map((phrase) => cue(phrase, true)),
    ...headings.map((phrase) => cue(phrase, false)),
  ])
    for (const form of each.words[0] ?? []) byFirst.set(form, [...(byFirst.get(form) ?? []), each]);
  return byFirst;
});

/** Whether a text, by its folded words, announces tasks: "the key tasks", and in the words of the packs' headings of such sections. */
export function announcesTasks(folded: readonly string[], vocabulary: Vocabulary): boolean {
  const byFirst = cuesOf(vocabulary);
  return folded.some((word, at) =>
    byFirst.get(word)?.some(
      ({ words, needsAnnouncer }) =>
        words.every((forms, i) => forms.includes(folded[at + i] ?? '')) &&
        !notAnnouncing.test(folded[at + words.length] ?? '') &&
        (!needsAnnouncer ||
          announcer.test(folded[at - 1] ?? '') ||
          announcer.test(folded[at - 2] ?? '') ||
          // 列为公司职能, 定为其职能.
          folded.slice(Math.max(0, at - 4), at).includes('为')),
    ),
  );
}

/** A sentence or item that gives a task in words of its own. */
export interface Paraphrase {
  readonly task: EntryOf<'tasks'>;
  readonly block: number;
  /** Place in the block's text. */
  readonly at: Span;
}

/** A sentence with more words or Han characters than this speaks of more than a task. */
const longest = { words: 30, ideographs: 50 };

/**
 * Sentences and items that announce tasks, or stand in the section that holds them, and share most of one task's key
 * words but none of its forms. A task that the report names elsewhere in one of its forms is not looked for.
 */
export const readParaphrases = once((report: Report): readonly Paraphrase[] => {
  const found: Paraphrase[] = [];
  const named = new Set(report.mentions.map(({ entry }) => entry.fullName));
  const tasks = report.vocabulary.ofKind('tasks').filter(({ fullName }) => !named.has(fullName));
  if (tasks.length > 0 && report.vocabulary.languages.has(report.language)) {
    const sections = report.sections.filter(({ holds }) => holds === 'tasks');
    const headings = new Set(sections.map(({ heading }) => heading));
    let next = 0;
    /** Where the sections that have begun end. */
    let sectionEnd = 0;
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || block.footnote !== undefined) continue;
      while (next < sections.length && (sections[next]?.span.start ?? 0) <= block.span.start) {
        sectionEnd = Math.max(sectionEnd, sections[next]?.span.end ?? 0);
        next++;
      }
      const inSection = !headings.has(index) && block.span.start < sectionEnd;
      for (const sentence of sentencesOf(report, block)) {
        if (!inSection && !announcesTasks(sentence.words, report.vocabulary)) continue;
        const task = taskSharedBy(sentence, tasks, report.language);
        if (task === undefined || sentence.isQuoted || says(sentence.text, sentence.language, 'deniesBelonging'))
          continue;
        // The passive of a form is that form.
        if (hasForm(sentence, task, report.language)) continue;
        // A sentence that names a task in its own form speaks of that one.
        if (sentence.mentions.some(({ entry }) => entry.kind === 'tasks')) continue;
        found.push({ task, block: index, at: sentence.span });
      }
    }
  }
  return found;
});

/** The one task most of whose key words a text holds; undefined where two hold as many. */
function taskSharedBy(
  { words, joined }: Sentence,
  tasks: readonly EntryOf<'tasks'>[],
  language: string,
): EntryOf<'tasks'> | undefined {
  const ideographs = words.filter((word) => /^\p{Script=Han}/u.test(word)).length;
  if (ideographs > longest.ideographs || words.length - ideographs > longest.words) return undefined;
  let best: EntryOf<'tasks'> | undefined;
  let bestShare = 0;
  let tied = false;
  for (const task of tasks) {
    const share = sharedKeys(joined, task, language);
    if (share === 0) continue;
    if (share > bestShare) {
      best = task;
      bestShare = share;
      tied = false;
    } else if (share === bestShare) {
      tied = true;
    }
  }
  return tied ? undefined : best;
}

/** Whether a sentence shares most of a task's key words, two at least. */
export function sharesKeys({ joined }: Sentence, task: EntryOf<'tasks'>, language: string): boolean {
  return sharedKeys(joined, task, language) > 0;
}

/** The share of a task's groups of key words that tokens, each between spaces, meet; 0 where it is not most of them. */
function sharedKeys(joined: string, task: EntryOf<'tasks'>, language: string): number {
  const groups = task.keys[language] ?? [];
  const met = groups.filter((group) => group.some((key) => holdsKey(joined, key))).length;
  const share = groups.length === 0 ? 0 : met / groups.length;
  return met < 2 || share <= 0.5 ? 0 : share;
}
