import {
  countHanScripts,
  type HanScript,
  leadingScript,
  type ScriptCounts,
  scriptOfTag,
} from '../language/han-scripts.js';
import type { Prose } from '../markdown/blocks.js';
import { blankOut } from '../text/blank-out.js';
import { once } from '../text/once.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Pack } from '../vocabulary/model.js';

/**
 * The script of a Chinese report where the packs in force write Chinese in the other alone. `tag`: the language that it
 * was said to be in.
 */
export function foreignScript(prose: Prose, vocabulary: Vocabulary, tag: string | undefined): HanScript | undefined {
  const script = scriptOfText(prose, tag);
  const known = new Set(vocabulary.packs.flatMap(scriptsOf));
  return script !== undefined && known.size > 0 && !known.has(script) ? script : undefined;
}

/** As many characters as tell a script; a name alone tells none. */
const fewestCharacters = 3;
/** Enough of a text, in UTF-16 units. */
const sampleLength = 20_000;

/** By the writer's own words, since quotations may be in any script; by the tag where they are too few. */
function scriptOfText(prose: Prose, tag: string | undefined): HanScript | undefined {
  let counts: ScriptCounts = { Hans: 0, Hant: 0 };
  let read = 0;
  for (const block of prose.blocks) {
    if (block.quoted) continue;
    const { Hans, Hant } = countHanScripts(blankOut(block.text, 0, block.quotations));
    counts = { Hans: counts.Hans + Hans, Hant: counts.Hant + Hant };
    read += block.text.length;
    if (read > sampleLength) break;
  }
  if (counts.Hans + counts.Hant >= fewestCharacters) return leadingScript(counts);
  return tag === undefined ? undefined : scriptOfTag(tag);
}

/** Enough entries of a large pack. */
const mostEntries = 200;
/** The scripts that the entries of a pack have forms in, but for a few. */
const scriptsOf = once(({ entries }: Pack): readonly HanScript[] => {
  const counts = { Hans: 0, Hant: 0 };
  for (const { forms } of entries) {
    if (counts.Hans + counts.Hant > mostEntries) break;
    const { Hans, Hant } = countHanScripts(
      forms
        .filter(({ language }) => language === 'zh')
        .map(({ text }) => text)
        .join(' '),
    );
    if (Hans > 0) counts.Hans++;
    if (Hant > 0) counts.Hant++;
  }
  const leading = leadingScript(counts);
  return leading === undefined ? (['Hans', 'Hant'] as const).filter((script) => counts[script] > 0) : [leading];
});
