import { holdsKey } from '../language/key-words.js';
import { hasWords, readWords, says } from '../language/words/words.js';
import type { Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { ownSentences } from '../sentences/own-sentences.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';

/** A sentence that says of the holder what a statement says, without the words that make it the only one. */
export interface WeakenedStatement {
  readonly statement: EntryOf<'statements'>;
  readonly block: number;
  readonly sentence: Span;
  /** The first word of each group that is missing. */
  readonly missing: readonly string[];
  readonly language: string;
}

/** A statement is of uniqueness if a group of it holds such a word; another for the only one meets the group. */
const isUnique = (key: string, language: string) => readWords(key, language).only('unique');

/** Sentences about the holder that meet half of the key groups of a statement of uniqueness, and not all. */
export function readWeakenedStatements(report: Report): readonly WeakenedStatement[] {
  const { language } = report;
  if (!hasWords(language) || !report.vocabulary.languages.has(language)) return [];
  const all = report.vocabulary.ofKind('statements').filter(({ keys }) => (keys[language] ?? []).length > 0);
  const statements = all.filter(({ keys }) =>
    keys[language]?.some((group) => group.some((key) => isUnique(key, language))),
  );
  if (statements.length === 0) return [];
  return [...ownSentences(report)].flatMap(({ index, sentence }): WeakenedStatement[] => {
    const { joined } = sentence;
    for (const statement of statements) {
      const groups = statement.keys[language] ?? [];
      const met = groups.map((group) => {
        const isMet = group.some((key) => holdsKey(joined, key));
        return isMet || (group.some((key) => isUnique(key, language)) && says(sentence.text, language, 'unique'));
      });
      const count = met.filter(Boolean).length;
      if (count === groups.length || count * 2 < groups.length || count < 2) continue;
      // "The first to …" is another statement, and all of it.
      const isOther = ({ keys }: EntryOf<'statements'>) =>
        keys[language]?.every((group) => group.some((key) => holdsKey(joined, key)));
      if (all.some((other) => other !== statement && isOther(other))) continue;
      const { holder } = statement;
      if (holder !== undefined && (sentence.places.length === 0 || sentence.places.some(({ code }) => code !== holder)))
        continue;
      // "The only one without": the statement's own words deny nothing of it.
      const others = groups.flat().reduce((rest, key) => rest.replaceAll(key.replaceAll('*', ''), ''), sentence.text);
      if (sentence.isQuoted || !isAsserted(others, sentence.language)) continue;
      // The subject of the keys must be there: the last word that is not of this kind is the rarest guess.
      return [
        {
          statement,
          block: index,
          sentence: sentence.span,
          missing: groups.filter((_, i) => met[i] !== true).map(([first]) => (first ?? '').replace('*', '')),
          language,
        },
      ];
    }
    return [];
  });
}
