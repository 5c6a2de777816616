import { inflections } from '../language/english-inflection.js';
import { foldedTokens } from '../language/tokens.js';
import { isCitation, type Report } from '../report/report.js';
import { type Sentence, sentencesOf } from '../sentences/sentence.js';
import { once } from '../text/once.js';
import type { EntryOf, Form } from '../vocabulary/model.js';

/** Adverbs and auxiliaries that stand inside a form and change nothing of it. */
const hanAdverbs =
  /进一步|正在|加快|加速|持续|不断|深入|全面|稳步|大力|扎实|积极|有序|逐步|更加|已经|继续|着力|切实|有效|努力|得到|[正已将被]/g;

/** Whether a sentence has a form of a task with an adverb in it, or in the passive: 铁路正在与航运衔接. */
export function hasForm(sentence: Sentence, task: EntryOf<'tasks'>, language: string): boolean {
  const plain = sentence.text.replace(hanAdverbs, '').replace(/[和同及]/g, '与');
  return formsOf(task, language).some((form) =>
    typeof form === 'string'
      ? plain.includes(form.replace(hanAdverbs, '').replace(/ +/g, '与'))
      : holds(sentence, form),
  );
}

/**
 * Whether a sentence of the report has the words of a form of a task, in any order and with others between them: "the
 * fairway is being dredged again", 主航道正在疏浚.
 */
export function isCovered(report: Report, task: EntryOf<'tasks'>): boolean {
  const forms = formsOf(task, report.language);
  return report.prose.blocks.some(
    (block, index) =>
      !isCitation(report, index) &&
      sentencesOf(report, block).some((sentence) => forms.some((form) => holds(sentence, form))),
  );
}

/** The words of each clause of a sentence. */
const clausesOf = once(({ words }: Sentence): readonly ReadonlySet<string>[] => {
  const clauses = [new Set<string>()];
  for (const word of words) {
    if (/^[,;:，；：]$/.test(word)) clauses.push(new Set());
    else clauses.at(-1)?.add(word);
  }
  return clauses;
});

/** What a form asks for: each of its words in one of its inflected forms, or the Han text without function words. */
type Wanted = readonly (readonly string[])[] | string;

const wantedOf = new WeakMap<Form, Wanted>();

function formsOf(task: EntryOf<'tasks'>, language: string): readonly Wanted[] {
  return task.forms
    .filter((form) => form.language === language && form.role !== 'deprecated')
    .map((form) => {
      let wanted = wantedOf.get(form);
      if (wanted === undefined) {
        wanted = /\p{Script=Han}/u.test(form.text)
          ? form.text.replace(hanFunctionWords, ' ').trim()
          : foldedTokens(form.text)
              .filter((word) => !functionWords.has(word))
              .map((word) => inflections(word, true));
        wantedOf.set(form, wanted);
      }
      return wanted;
    });
}

const functionWords = new Set(
  'the a an of and or with in into to for from on by at as its our their his her & , ; : ( )'.split(' '),
);
const hanFunctionWords = /以及|[的之与和同及并、，]+/g;
/** Fewer words than this are looked for in one clause. */
const telling = 3;

function holds(sentence: Sentence, wanted: Wanted): boolean {
  if (typeof wanted === 'string')
    return wanted.length >= 4 && wanted.split(/\s+/).every((part) => isTiled(part, sentence.text));
  if (wanted.length < 2) return false;
  const clauses = clausesOf(sentence);
  const stands = (words: readonly string[], within: readonly ReadonlySet<string>[]) =>
    within.some((clause) => words.some((word) => clause.has(word)));
  return wanted.length < telling
    ? clauses.some((clause) => wanted.every((words) => stands(words, [clause])))
    : wanted.every((words) => stands(words, clauses));
}

/** Whether Han characters are put together of stretches of two or more that a text has: 沿海航运 of 沿海 and 航运. */
function isTiled(part: string, text: string): boolean {
  /** Whether the characters up to here are. */
  const upTo = [true];
  for (let end = 1; end <= part.length; end++) {
    upTo[end] = false;
    for (let length = 2; length <= Math.min(end, longest); length++) {
      if (upTo[end - length] && text.includes(part.slice(end - length, end))) {
        upTo[end] = true;
        break;
      }
    }
    // Nothing of two or three characters ends here or goes on from here.
    if (end > 3 && !upTo[end] && !upTo[end - 1] && !upTo[end - 2]) return false;
  }
  return upTo[part.length] === true;
}

/** Every longer stretch is put together of shorter ones. */
const longest = 3;
