import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, type SaidWords } from '../language/words/words.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { tokensIn } from '../markdown/block-words.js';
import { type Block, onceABlockWith } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { once } from '../text/once.js';
import { lowerBound, overlapping } from '../text/ordered-spans.js';
import { overlaps, type Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { reportsWords } from './attribution.js';

type Source = EntryOf<'sources'>;

/** Finds sources with a full text by their titles, and by the names of documents that rest on them. */
const titleIndex = once((vocabulary: Vocabulary): MentionIndex<Source> => {
  const index = new MentionIndex<Source>();
  for (const source of vocabulary.ofKind('sources')) {
    if (source.text === undefined) continue;
    for (const title of Object.values(source.title)) {
      index.add(
        {
          text: title,
          language: 'und',
          role: 'preferred',
          class: 'full',
          status: 'verified',
          near: [],
          caseSensitive: false,
        },
        source,
      );
    }
    for (const document of vocabulary.ofKind('documents')) {
      if (document.pack !== source.pack || !document.basis.some((basis) => basis.source === source.id)) continue;
      for (const form of document.forms) if (form.role !== 'deprecated') index.add(form, source);
    }
  }
  return index;
});

type Titles = ReturnType<MentionIndex<Source>['find']>;

/** The titles that a block names. */
const titlesIn = onceABlockWith(
  (block, { vocabulary }: Facts): Titles => titleIndex(vocabulary).find(block.text, false, tokensIn(block)),
);

/** Before a title: the words are somebody's who speaks to the text or of it. */
function isOfAnother(before: string, reportLanguage: string): boolean {
  const words = readWords(before.replace(/[\s"“*(《]+$/, ''), sentenceLanguage(before, reportLanguage));
  const article = words.last('article');
  return (words.last('spokenOf') ?? (article && words.before(article.start, 'spokenOf'))) !== undefined;
}

/** Who speaks, without a name: one word to four, or so many Han. */
const someone = /^\s+(?:[\p{Ll}-]+\s+){1,4}$|^\p{Script=Han}{1,8}$/u;

/** How much of a text that begins so says that somebody speaks, whom it does not name: "says an editor", 一位编辑说. */
function speakerBehind(text: string, words: SaidWords): number | undefined {
  const start = /^[\s,.，。]*/.exec(text)?.[0].length ?? 0;
  const verb = words.after(start, 'saysSo');
  const object = verb && words.after(verb.end, 'unnamed');
  if (object !== undefined && /\s/.test(text[object.start - 1] ?? '')) return object.end;
  const subject = words.after(start, 'unnamed');
  if (subject === undefined) return undefined;
  return words.of('saysSo').find((said) => someone.test(text.slice(subject.end, Math.max(subject.end, said.start))))
    ?.end;
}

/** "The mayor said" right before the words, with the title behind them or in a clause of its own before. */
function isSpokenByAnother(text: string, sentence: Span, title: Span, at: Span, reportLanguage: string): boolean {
  const before = text.slice(title.start < at.start ? title.end : sentence.start, at.start).replace(/[\s,:，：]+$/, '');
  const words = readWords(before, sentenceLanguage(before, reportLanguage));
  const verb = words.before(words.last('subordinates')?.start ?? before.length, 'saysSo');
  if (verb === undefined) return false;
  const isUnnamed =
    /\p{Script=Han}{2}$/u.test(before.slice(0, verb.start)) ||
    words.of('unnamed', 'article').some(({ end }) => end < verb.start && someone.test(before.slice(end, verb.start)));
  return isUnnamed && (title.start >= at.start || words.says('joinsClauses') || /[，；]/.test(before));
}

/** Whether a sentence takes a text up that the one before has named: "It goes on: …", 文中写道. */
function takesUp(sentence: string, reportLanguage: string): boolean {
  const start = sentence.search(/[\p{L}\p{N}]/u);
  return readWords(sentence, sentenceLanguage(sentence, reportLanguage)).after(start, 'takesUp') !== undefined;
}

/** The sources with a full text that a quotation at a place of a block is credited to. */
export function creditedSources(report: Report, number: number, at: Span): readonly Source[] {
  const block = report.prose.blocks[number] as Block;
  const sentences = sentencesIn(block);
  const own = overlapping(sentences, (sentence) => sentence, at);
  const span = { start: own[0]?.start ?? at.start, end: own.at(-1)?.end ?? at.end };
  const first = lowerBound(sentences, ({ end }) => end, at.start + 1);
  const [before, after] = own.length === 0 ? [] : [sentences[first - 1], sentences[first + own.length]];
  const around = { start: before?.start ?? span.start, end: after?.end ?? span.end };
  const matches = overlapping(titlesIn(block, report.facts), (match) => match.span, around).filter(
    (match) => !overlaps(match.span, at),
  );
  const outside = `${block.text.slice(span.start, at.start)} ${block.text.slice(at.end, span.end)}`;
  const inSentence = matches.filter((match) => overlaps(match.span, span));
  const byName = inSentence.filter((match) => {
    if (isOfAnother(block.text.slice(span.start, match.span.start), report.language)) return false;
    // "…," says an editor: somebody else speaks, right behind the quotation.
    const behind = block.text.slice(at.end, span.end);
    const spoken = speakerBehind(behind, readWords(behind, sentenceLanguage(behind, report.language)));
    if (spoken !== undefined && (match.span.start < at.start || match.span.start > at.end + spoken)) return false;
    if (isSpokenByAnother(block.text, span, match.span, at, report.language)) return false;
    const between =
      match.span.start >= at.end
        ? block.text.slice(at.end, match.span.start)
        : block.text.slice(match.span.end, at.start);
    return reportsWords(outside, report.language) || /^[\s"”*_’]*[:：(（—–,，]/.test(between) || /^\W*$/.test(between);
  });
  if (byName.length > 0) return unique(byName.map(({ target }) => target));
  if (inSentence.length > 0) return [];
  const cited = footnotesOf(report, number, at, span).flatMap((note) =>
    titlesIn(note, report.facts).map(({ target }) => target),
  );
  if (cited.length > 0) return unique(cited);
  // “…。”《公报》写道: the sentence behind a whole quotation begins with its source.
  const [next] =
    after === undefined || outside.trim().length > 3 ? [] : matches.filter((match) => overlaps(match.span, after));
  if (
    after !== undefined &&
    next !== undefined &&
    next.span.start - after.start < 3 &&
    reportsWords(block.text.slice(next.span.end, after.end), report.language)
  )
    return [next.target];
  if (before === undefined || !(outside.trim().length < 4 || takesUp(outside, report.language))) return [];
  return unique(
    matches
      .filter((match) => overlaps(match.span, before))
      .filter((match) => !isOfAnother(block.text.slice(before.start, match.span.start), report.language))
      .map(({ target }) => target),
  );
}

/** The sources of a block quote: named by what introduces it with a colon, or by its own last line. */
export function sourcesOfBlockQuote(report: Report, number: number): readonly Source[] {
  const { blocks } = report.prose;
  const index = titleIndex(report.vocabulary);
  let first = number;
  while (blocks[first - 1]?.quoted) first--;
  let last = number;
  while (blocks[last + 1]?.quoted) last++;
  const introduction = blocks[first - 1];
  const named =
    introduction !== undefined && /[:：]\s*$/.test(introduction.text)
      ? index.find(introduction.text).map(({ target }) => target)
      : [];
  const signature = last > number ? (blocks[last] as Block).text : '';
  const signed = signature.length < 200 ? index.find(signature).map(({ target }) => target) : [];
  return unique([...named, ...signed]);
}

/** The footnotes that a sentence refers to behind a quotation. */
function footnotesOf(report: Report, number: number, at: Span, sentence: Span): readonly Block[] {
  const block = report.prose.blocks[number] as Block;
  if (!block.references.some((offset) => offset >= at.end && offset <= sentence.end + 1)) return [];
  const label = labelOf(report, block);
  return label === undefined ? [] : surroundingsOf(report, number).note(label);
}

const labels = new WeakMap<Block, { readonly label: string | undefined }>();

/** Of several footnotes in a paragraph nothing says which one is a quotation's. */
function labelOf(report: Report, block: Block): string | undefined {
  let known = labels.get(block);
  if (known === undefined) {
    const source = report.text.slice(block.span.start, block.span.end);
    const all = new Set([...source.matchAll(/\[\^([^[\]\s]+)\]/g)].map((match) => (match[1] as string).toLowerCase()));
    known = { label: all.size === 1 ? [...all][0] : undefined };
    labels.set(block, known);
  }
  return known.label;
}

function unique(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}
