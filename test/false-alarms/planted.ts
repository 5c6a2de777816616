import { lintReport, readReport, type Vocabulary } from '../../server/src/core/index.js';
import { vocabularyFrom } from '../core/packs.js';
import { proseParagraphs, sentenceEnd } from './prose-paragraphs.js';

/** Where a wrong sentence is put: as a paragraph behind each paragraph, or as its last sentence. */
export const plantings = ['own paragraph', 'last sentence'] as const;
export type Planting = (typeof plantings)[number];

export interface PlantedOutcome {
  readonly planted: number;
  readonly found: number;
  /** Not found, in a part that the report says is unread. */
  readonly saidUnread: number;
  /** The lines, from 1 and of the text as it was, behind which a sentence was neither found nor said to be unread. */
  readonly missed: readonly number[];
}

/** One word that is always wrong, in each language. */
const vocabulary: Vocabulary = vocabularyFrom({
  'pack.yaml': `
name: planted
languages: [en, zh]
terms:
  weak-link:
    preferred: {en: weak link, zh: 薄弱环节}
    deprecated: {en: [weak board], zh: [短板]}
`,
});
const sentences = { en: 'The weak board was named too.', zh: '短板也已列出。' };

/** Plants a wrong sentence at every paragraph of prose and looks for each among the findings. */
export function plantIn(text: string, planting: Planting): PlantedOutcome {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}’'-]+/gu)?.length ?? 0;
  const language = han / 1.6 > latin ? 'zh' : 'en';
  const sentence = sentences[language];

  const planted: { readonly line: number; readonly start: number }[] = [];
  const paragraphs = new Map(proseParagraphs(lines).map((paragraph) => [paragraph.last, paragraph]));
  let result = '';
  for (const [i, line] of lines.entries()) {
    const paragraph = paragraphs.get(i);
    const end = paragraph && sentenceEnd.exec(line);
    if (paragraph === undefined || !end) result += `${line}\n`;
    else if (planting === 'own paragraph') {
      const empty = paragraph.prefix.trimEnd();
      result += `${line}\n${empty}\n${paragraph.prefix}`;
      planted.push({ line: i + 1, start: result.length });
      result += `${sentence}\n${empty.startsWith('>') ? '' : '\n'}`;
    } else {
      const at = end.index + end[0].length;
      result += line.slice(0, at) + (language === 'en' ? ' ' : '');
      planted.push({ line: i + 1, start: result.length });
      result += `${sentence}${line.slice(at)}\n`;
    }
  }

  const report = readReport(result, vocabulary, { date: '2023-10-10' });
  const starts = lintReport(report)
    .filter(({ rule }) => rule === 'term-deprecated')
    .map(({ span }) => span.start);
  const isIn = (start: number) => starts.some((found) => found >= start && found < start + sentence.length);
  const isUnread = (start: number) => report.unread.some(({ span }) => span.start <= start && start < span.end);
  const lost = planted.filter(({ start }) => !isIn(start));
  return {
    planted: planted.length,
    found: planted.length - lost.length,
    saidUnread: lost.filter(({ start }) => isUnread(start)).length,
    missed: lost.filter(({ start }) => !isUnread(start)).map(({ line }) => line),
  };
}
