import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Entry, Form, Pack } from '../../server/src/core/index.js';
import { type AnyPackName, allPackFolders, packFromDisk } from '../core/packs.js';
import { filesBelow, textOf } from './source-files.js';

/** Every way that an entry, its members, its parts or its records are written. */
function formsOf(entry: Entry): readonly string[] {
  const forms: Form[] = [...entry.forms];
  const wordings: string[] = [];
  if (entry.kind === 'formulations') {
    for (const member of [...entry.members, ...entry.foreignSets.flat()]) forms.push(...member.forms);
  }
  if (entry.kind === 'metrics') {
    forms.push(...Object.values(entry.partForms).flat(), ...entry.observations.flatMap(({ label }) => label));
  }
  if (entry.kind === 'taskLists') wordings.push(...entry.tasks.flatMap(({ wording }) => Object.values(wording)));
  return [...forms.map(({ text }) => text), ...wordings];
}

/** One word is everybody's; two words, or any Han, are the pack's. */
const isTelling = (form: string) => /\p{Script=Han}/u.test(form) || /\S[\s-]+\S/.test(form);
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** A form as a whole: "real economy" is not in "unreal economy". Han has no such bounds. */
function holds(line: string, form: string): boolean {
  for (let at = line.indexOf(form); at >= 0; at = line.indexOf(form, at + 1)) {
    const isInside = (outer: string | undefined, inner: string | undefined) =>
      /[\p{L}\p{N}]/u.test(outer ?? '') && /[\p{L}\p{N}]/u.test(inner ?? '') && !/\p{Script=Han}/u.test(form);
    if (!isInside(line[at - 1], form[0]) && !isInside(line[at + form.length], form.at(-1))) return true;
  }
  return false;
}

function tellingForms(pack: Pack): readonly string[] {
  return [...new Set(pack.entries.flatMap(formsOf).filter(isTelling).map(fold))];
}

describe('words of packs', () => {
  const sources = ['server/src', 'client/src']
    .flatMap((folder) => filesBelow(folder, ['.ts', '.js', '.json', '.md']))
    .map((path) => ({ path, lines: fold(textOf(path)).split('\n') }));

  for (const name of Object.keys(allPackFolders) as AnyPackName[]) {
    it(`none of ${name} stands in the code or the pages`, () => {
      const forms = tellingForms(packFromDisk(name));
      assert.ok(forms.length > 20, `only ${forms.length} forms were read`);
      const found = sources.flatMap(({ path, lines }) =>
        lines.flatMap((line, index) =>
          forms.filter((form) => holds(line, form)).map((form) => `${path}:${index + 1} ${form}`),
        ),
      );
      assert.equal(found.join('\n'), '');
    });
  }
});
