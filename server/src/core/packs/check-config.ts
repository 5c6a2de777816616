import { nearest } from '../language/edit-distance.js';
import { allRules } from '../rules/all-rules.js';
import type { Config } from '../vocabulary/config.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { meaning, type Problem } from '../vocabulary/problem.js';
import { unknownName } from '../vocabulary/unknown-name.js';

/** A name that nobody knows, in words: for whoever was given it. */
export type UnknownWords = Pick<Problem, 'messageId' | 'values'>;

/** Undefined for a name that is known. */
export function checkName(
  kind: 'rule' | 'report' | 'region' | 'language',
  name: string,
  vocabulary: Vocabulary,
): UnknownWords | undefined {
  const rules = kind === 'rule' ? allRules.map(({ id }) => id) : [];
  if (rules.includes(name)) return undefined;
  const unknown = kind === 'rule' ? { meant: nearest(name, rules), known: [] } : unknownName(kind, name, vocabulary);
  if (unknown === undefined) return undefined;
  const { meant, known } = unknown;
  const hint = kind === 'report' && known.length === 0 ? 'none' : 'hint';
  return {
    messageId: meant === undefined ? `unknown.${kind}.${hint}` : `unknown.${kind}`,
    values: { name, known, ...meaning(meant) },
  };
}

/** The rules, report types, regions and languages that a config names and nobody knows; `path` is how the problems name it. */
export function checkConfig(config: Config, path: string, vocabulary: Vocabulary): readonly Problem[] {
  return config.names.flatMap(({ kind, name, range }): Problem[] => {
    const unknown = checkName(kind, name, vocabulary);
    return unknown === undefined ? [] : [{ severity: 'error', ...unknown, path, range }];
  });
}
