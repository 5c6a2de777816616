import { inflections } from '../language/english-inflection.js';
import { sentencesOf } from '../language/sentences.js';
import { tokenize } from '../language/tokens.js';
import type { Report } from '../lint/report.js';
import { isQuoted } from '../lint/report.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';

/** Words that announce tasks in any pack; a pack's headings of sections that hold tasks are added to them. */
const ownCues: Readonly<Record<string, readonly string[]>> = {
  en: ['key task', 'main task', 'task', 'priority'],
  zh: ['任务'],
};

const cuesOf = new WeakMap<Vocabulary, readonly (readonly (readonly string[])[])[]>();

/** Whether a text announces tasks: "the key tasks", and in the words of the packs' own headings. */
export function announcesTasks(text: string, vocabulary: Vocabulary): boolean {
  let cues = cuesOf.get(vocabulary);
  if (cues === undefined) {
    const headings = vocabulary
      .ofKind('reports')
      .flatMap(({ sections }) =>
        sections.filter(({ holds }) => holds === 'tasks').flatMap(({ heading }) => Object.values(heading).flat()),
      );
    cues = [...Object.values(ownCues).flat(), ...headings].map((cue) =>
      tokenize(cue).folded.map((token) => inflections(token, false)),
    );
    cuesOf.set(vocabulary, cues);
  }
  const { folded } = tokenize(text);
  return cues.some((cue) => folded.some((_, at) => cue.every((forms, i) => forms.includes(folded[at + i] ?? ''))));
}

/** A sentence or item that gives a task in words of its own. */
export interface Paraphrase {
  readonly task: EntryOf<'tasks'>;
  readonly block: number;
  /** Place in the block's text. */
  readonly at: Span;
}

/** A sentence with more words than this treats more than one task. */
const longest = 45;

const paraphrasesOf = new WeakMap<Report, readonly Paraphrase[]>();

/**
 * Sentences and items that announce tasks, or stand in the section that holds them, and share most of one task's key
 * words but none of its forms. A task that the report names elsewhere in one of its forms is not looked for.
 */
export function readParaphrases(report: Report): readonly Paraphrase[] {
  const known = paraphrasesOf.get(report);
  if (known !== undefined) return known;
  const found: Paraphrase[] = [];
  const named = new Set(report.mentions.map(({ entry }) => entry.fullName));
  const tasks = report.vocabulary.ofKind('tasks').filter(({ fullName }) => !named.has(fullName));
  if (tasks.length > 0 && report.vocabulary.languages.has(report.language)) {
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || block.footnote !== undefined) continue;
      const inSection = report.sections.some(
        ({ holds, span, heading }) => holds === 'tasks' && heading !== index && contains(span, block.span),
      );
      for (const at of sentencesOf(block.text)) {
        const text = block.text.slice(at.start, at.end);
        if (!inSection && !announcesTasks(text, report.vocabulary)) continue;
        const task = taskSharedBy(text, tasks, report.language);
        if (task === undefined || isQuoted(block, at)) continue;
        // A sentence that names a task in its own form speaks of that one.
        if (
          report.mentions.some(
            (mention) => mention.block === index && mention.entry.kind === 'tasks' && overlaps(mention.at, at),
          )
        )
          continue;
        found.push({ task, block: index, at });
      }
    }
  }
  paraphrasesOf.set(report, found);
  return found;
}

/** The one task most of whose key words a text holds; undefined where two hold as many. */
function taskSharedBy(
  text: string,
  tasks: readonly EntryOf<'tasks'>[],
  language: string,
): EntryOf<'tasks'> | undefined {
  const tokens = tokenize(text).folded;
  if (tokens.filter((token) => /^\p{Script=Latin}/u.test(token)).length > longest) return undefined;
  const joined = ` ${tokens.join(' ')} `;
  let best: EntryOf<'tasks'> | undefined;
  let bestShare = 0;
  let tied = false;
  for (const task of tasks) {
    const groups = task.keys[language] ?? [];
    const met = groups.filter((group) => group.some((key) => holdsKey(joined, key))).length;
    const share = groups.length === 0 ? 0 : met / groups.length;
    if (met < 2 || share <= 0.5) continue;
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

/** Whether tokens, each between spaces, hold a key; `*` ends a stem. */
function holdsKey(joined: string, key: string): boolean {
  const stem = key.endsWith('*');
  const tokens = tokenize(stem ? key.slice(0, -1) : key).folded;
  return tokens.length > 0 && joined.includes(` ${tokens.join(' ')}${stem ? '' : ' '}`);
}
