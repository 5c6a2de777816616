import { allRules } from '../../core/index.js';
import type { Workspace } from '../../workspace/workspace.js';
import type { ListOptions } from '../options.js';
import { firstSentence, readRulePage } from '../rule-page.js';
import { wordingFor } from '../wording.js';
import type { Listed } from './listed.js';

/** Every rule with the level that the config gives it, and the first sentence of its page. */
export async function listRules({ config }: Workspace, { locale }: ListOptions): Promise<Listed> {
  const wording = wordingFor(locale);
  const items = await Promise.all(
    allRules.map(async ({ id, severity }) => {
      const page = await readRulePage(id, locale);
      const level = config.rules[id] ?? severity;
      return { id, severity, level, finds: page === undefined ? null : firstSentence(page) };
    }),
  );
  const rows = items.map(({ id, severity, level, finds }) => {
    const word = level === 'off' ? wording.off : wording.severity[level];
    return [id, level === severity ? word : wording.byConfig(word), finds ?? ''];
  });
  return { items, groups: [{ rows }] };
}
