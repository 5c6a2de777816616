import { sentencesIn } from '../markdown/block-sentences.js';
import type { Block } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
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

const titlesOfReports = new WeakMap<Report, Map<number, Titles>>();

/** The titles that a block names. */
function titlesIn(report: Report, number: number): Titles {
  let known = titlesOfReports.get(report);
  if (known === undefined) {
    known = new Map();
    titlesOfReports.set(report, known);
  }
  let titles = known.get(number);
  if (titles === undefined) {
    titles = titleIndex(report.vocabulary).find(report.prose.blocks[number]?.text ?? '');
    known.set(number, titles);
  }
  return titles;
}

/** Before a title: the words are somebody's who speaks to the text or of it. */
const ofAnother =
  /\b(?:told|(?<!according\s)to|against|unlike|than|about|on|besides?|before|after|since|asks?|asked|criti\w+|contradict\w*|den(?:y|ies|ied)|edit(?:s|ed|or)(?:\s+of)?|(?:read|author|writ)(?:s|ers?|ors?|er)?(?:\s+of|\s+for)?)\s+(?:the\s+)?["“*(]?\s*$|(?:对|向|就|针对|谈到|看了|读了|关于|告诉)[《“]?$/i;

const says = '(?:says?|said|writes?|wrote|tells?|told|recalls?|recalled|adds?|added|explain(?:s|ed)|complain(?:s|ed))';
/** "says an editor", "a mother said"; 一位编辑说. */
const speakerBehind = new RegExp(
  String.raw`^[\s,.]*(?:${says}\s+(?:an?|one|some|our|his|her|my)\s|(?:an?|one|our|his|her|my)\s+(?:[\p{Ll}-]+\s+){1,4}${says}\b)|^[，,。]?(?:一[位名个]|有)\p{Script=Han}{1,8}(?:说|表示|告诉|坦言)`,
  'u',
);

/** "The mayor said" right before the words, with the title behind them or in a clause of its own before. */
function isSpokenByAnother(text: string, sentence: Span, title: Span, at: Span): boolean {
  const before = text.slice(title.start < at.start ? title.end : sentence.start, at.start);
  if (title.start < at.start)
    return speakerBefore.test(before) && /\b(?:when|while|after|because)\b|[，；]/.test(before);
  return speakerBefore.test(before);
}

const speakerBefore = new RegExp(
  String.raw`\b(?:the|an?|one|some|our|his|her|my)\s+(?:[\p{Ll}-]+\s+){1,4}?${says}(?:\s+that)?[\s,:]*$|\p{Script=Han}{2}(?:说|表示|告诉记者|坦言|指出|强调)[，,：:]?$`,
  'u',
);

/** Words that take a text up that the sentence before has named: "It goes on: …", 文中写道. */
const takenUp =
  /^\W*(?:it|the\s+(?:text|document|paper|report|plan|bulletin|note|article|statement|guide|book|author|authors)|there|and|further|later|elsewhere)\b|^\W*(?:它|该|文中|文章|其中|并|还|又|书中|报告|文件)/i;

/** The sources with a full text that a quotation at a place of a block is credited to. */
export function creditedSources(report: Report, number: number, at: Span): readonly Source[] {
  const block = report.prose.blocks[number] as Block;
  const sentences = sentencesIn(block);
  const own = overlapping(sentences, (sentence) => sentence, at);
  const span = { start: own[0]?.start ?? at.start, end: own.at(-1)?.end ?? at.end };
  const first = lowerBound(sentences, ({ end }) => end, at.start + 1);
  const [before, after] = own.length === 0 ? [] : [sentences[first - 1], sentences[first + own.length]];
  const around = { start: before?.start ?? span.start, end: after?.end ?? span.end };
  const matches = overlapping(titlesIn(report, number), (match) => match.span, around).filter(
    (match) => !overlaps(match.span, at),
  );
  const outside = `${block.text.slice(span.start, at.start)} ${block.text.slice(at.end, span.end)}`;
  const inSentence = matches.filter((match) => overlaps(match.span, span));
  const byName = inSentence.filter((match) => {
    if (ofAnother.test(block.text.slice(span.start, match.span.start))) return false;
    // "…," says an editor: somebody else speaks, right behind the quotation.
    const spoken = speakerBehind.exec(block.text.slice(at.end, span.end))?.[0].length;
    if (spoken !== undefined && (match.span.start < at.start || match.span.start > at.end + spoken)) return false;
    if (isSpokenByAnother(block.text, span, match.span, at)) return false;
    const between =
      match.span.start >= at.end
        ? block.text.slice(at.end, match.span.start)
        : block.text.slice(match.span.end, at.start);
    return reportsWords(outside) || /^[\s"”*_’]*[:：(（—–,，]/.test(between) || /^\W*$/.test(between);
  });
  if (byName.length > 0) return unique(byName.map(({ target }) => target));
  if (inSentence.length > 0) return [];
  const cited = footnotesOf(report, block, at, span).flatMap((note) =>
    titleIndex(report.vocabulary)
      .find(note.text)
      .map(({ target }) => target),
  );
  if (cited.length > 0) return unique(cited);
  // “…。”《公报》写道: the sentence behind a whole quotation begins with its source.
  const [next] =
    after === undefined || outside.trim().length > 3 ? [] : matches.filter((match) => overlaps(match.span, after));
  if (
    after !== undefined &&
    next !== undefined &&
    next.span.start - after.start < 3 &&
    reportsWords(block.text.slice(next.span.end, after.end))
  )
    return [next.target];
  if (before === undefined || !(outside.trim().length < 4 || takenUp.test(outside.trim()))) return [];
  return unique(
    matches
      .filter((match) => overlaps(match.span, before))
      .filter((match) => !ofAnother.test(block.text.slice(before.start, match.span.start)))
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
function footnotesOf(report: Report, block: Block, at: Span, sentence: Span): readonly Block[] {
  if (!block.references.some((offset) => offset >= at.end && offset <= sentence.end + 1)) return [];
  const label = labelOf(report, block);
  return label === undefined ? [] : (notesOf(report).get(label) ?? []);
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

/** The blocks of footnotes, by their labels. */
const notesOf = once(({ prose }: Report): ReadonlyMap<string, readonly Block[]> => {
  const notes = new Map<string, Block[]>();
  for (const block of prose.blocks) {
    const label = block.footnote?.toLowerCase();
    if (label === undefined) continue;
    const same = notes.get(label);
    if (same === undefined) notes.set(label, [block]);
    else same.push(block);
  }
  return notes;
});

function unique(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}
