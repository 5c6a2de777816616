import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readReport } from '../../../server/src/core/index.js';
import { tokenize } from '../../../server/src/core/language/tokens.js';
import { MentionIndex } from '../../../server/src/core/vocabulary/mention-index.js';
import type { Form } from '../../../server/src/core/vocabulary/model.js';
import { readMarked, showSpans } from '../marked.js';
import { vocabularyFrom } from '../packs.js';

const vocabulary = vocabularyFrom({
  'pack.yaml': `
schema: 1
name: test
version: 1.0.0
title: {en: Test}
languages: [en, zh]
license: MIT
`,
  'entries.yaml': `
terms:
  chain: {preferred: {en: supply chain, zh: 产业链}}
  chain-security: {preferred: {en: supply chain security, zh: 产业链安全}}
  weak: {preferred: {en: shore up weak links, zh: 补短板}}
  merge: {preferred: {en: integrate and upgrade old plants}}
  roll-out: {preferred: {en: roll-out, zh: 落地}, deprecated: {en: [{form: landing, near: [model, large language]}]}}
  cfd: {preferred: {en: {form: Contract for Difference, head: Contract}}}
  co2: {preferred: {en: CO2 price}}
  wide: {preferred: {en: 5G network, zh: 5G网络}}
  plant: {preferred: {en: steel plant}, exceptions: {en: [steel plant pot], zh: [补短板凳]}}
  works: {preferred: {en: mills}}
  work: {preferred: {en: mill}}
organizations:
  energy: {preferred: {en: Department of Energy, zh: 能源部}, admitted: {en: [{form: DOE, class: short}]}}
`,
});

/** Finds the mentions of a report in which they are marked. */
function check(marked: string): void {
  const { text } = readMarked(marked);
  const { mentions } = readReport(text, vocabulary, { language: 'en' });
  assert.equal(
    showSpans(
      text,
      mentions.map(({ span }) => span),
    ),
    marked,
  );
}

const lines: Readonly<Record<string, readonly string[]>> = {
  'the longest form wins': [
    'The ⟦supply chain⟧ and ⟦supply chain security⟧.',
    '⟦产业链⟧和⟦产业链安全⟧。',
    'A supply, chain.',
  ],
  'an exception shields': ['A ⟦steel plant⟧ and a steel plant pot.', '⟦补短板⟧，补短板凳。'],
  'near words must stand in the sentence': [
    'The ⟦landing⟧ of the model.',
    'The model. Its landing.',
    'The ⟦landing⟧ of a large language one, and large ⟦landings⟧.',
    'A large landing.',
  ],
  'names of bodies have their capitals': [
    'The ⟦Department of Energy⟧ and the ⟦DOE⟧.',
    'The ⟦DEPARTMENT OF ENERGY⟧.',
    'A department of energy, a doe, and Doe.',
  ],
  'terms have any capitals': ['⟦Supply Chain⟧ and ⟦SUPPLY CHAIN⟧.'],
  'a line break is a space': [
    'The ⟦supply\nchain⟧ and\n⟦supply\n   chain⟧.',
    '> The ⟦supply\n> chain⟧.',
    '- The ⟦supply\n  chain⟧.',
    'The ⟦supply\r\nchain⟧ and the ⟦supply\rchain⟧.',
    '补强⟦产业\n链⟧。',
    '> ⟦产\n> 业链⟧。',
  ],
  'a hyphen is a space and never nothing': [
    'A ⟦supply-chain⟧, a ⟦supply‑chain⟧, a supplychain.',
    'A ⟦roll-out⟧, a ⟦roll out⟧, a rollout.',
  ],
  'width and subscripts are folded': [
    'The ⟦CO₂ price⟧, the ⟦ＣＯ２ price⟧, a ⟦５Ｇ network⟧.',
    '⟦５Ｇ网络⟧和⟦5G 网络⟧。',
  ],
  'a possessive is left out': ["The ⟦supply chain⟧’s length, the ⟦Department of Energy⟧'s budget."],
  'words inflect': [
    '⟦Shoring up weak links⟧, they ⟦shored up weak links⟧ and ⟦shores up weak link⟧.',
    '⟦Integrating and upgrading old plants⟧.',
    'Two ⟦Contracts for Difference⟧.',
    'The unsupply chain, a supply chained, a resupply chainlet.',
  ],
  'emphasis and links do not part words': [
    'The *⟦supply* chain⟧, the ⟦supply [chain⟧](u), the ⟦sup**ply** chain⟧.',
    'The ⟦supply&#32;chain⟧ and the ⟦supply&nbsp;chain⟧.',
  ],
  'what is no prose is not searched': [
    'The `supply chain`, https://x.y/supply-chain, <https://supply.chain/>, [see](supply-chain "supply chain").',
    '![supply chain](p) ~~supply chain~~ <b title="supply chain"> $$supply chain$$',
    '    supply chain\n\n```\nsupply chain\n```\n\n$$\nsupply chain\n$$\n\n<div>\n⟦supply chain⟧\n</div>\n\n<!-- supply chain -->',
    '---\ntitle: supply chain\n---\n\nThe ⟦supply chain⟧.',
    '[supply]: supply-chain "supply chain"\n\nThe supply `x` chain.',
    'Write to supply.chain@supply.chain or www.supply.chain/supply-chain.',
  ],
  'cells, notes and items are': [
    '| a | ⟦supply chain⟧ |\n|---|---|\n| ⟦supply chain⟧ | supply |\n| chain | x |',
    'A note[^1].\n\n[^1]: The ⟦supply chain⟧.',
    '- a\n  - The ⟦supply chain⟧\n    1. ⟦supply chain⟧',
  ],
};

describe('mentions', () => {
  for (const [name, marked] of Object.entries(lines)) {
    for (const line of marked) it(`${name}: ${line.replace(/\s+/g, ' ').slice(0, 60)}`, () => check(line));
  }

  it('are by the form as listed, where an inflected one is the same', () => {
    const { mentions } = readReport('The mills and the mill.', vocabulary, { language: 'en' });
    assert.deepEqual(
      mentions.map(({ entry, inflected }) => [entry.id, inflected]),
      [
        ['works', false],
        ['work', false],
      ],
    );
  });
});

function form(text: string, fields: Partial<Form> = {}): Form {
  return {
    text,
    language: 'zh',
    role: 'preferred',
    class: 'rival',
    status: 'verified',
    near: [],
    caseSensitive: false,
    ...fields,
  };
}

type Place = { readonly start: number; readonly end: number };

/** Of places that overlap the one of more tokens, then the earlier; each once. */
function longestOf(text: string, places: readonly Place[]): readonly Place[] {
  const taken: Place[] = [];
  const length = ({ start, end }: Place) => tokenize(text.slice(start, end)).folded.length;
  for (const place of places.toSorted((a, b) => length(b) - length(a) || a.start - b.start)) {
    if (taken.every(({ start, end }) => place.end <= start || end <= place.start)) taken.push(place);
  }
  return taken;
}

function indexOf(...texts: readonly string[]): MentionIndex<string> {
  const index = new MentionIndex<string>();
  for (const text of texts) index.add(form(text), text);
  return index;
}

describe('the index of mentions', () => {
  it('gives overlapping places to the longer form, then to the earlier', () => {
    const index = indexOf('甲乙', '乙丙丁', '丁戊', '甲');
    const found = (text: string) => index.find(text).map(({ target }) => target);
    assert.deepEqual(found('甲乙丙丁戊'), ['甲', '乙丙丁']);
    assert.deepEqual(found('甲乙丙'), ['甲乙']);
    assert.deepEqual(
      indexOf('天天')
        .find('天天天天天')
        .map(({ span }) => span.start),
      [0, 2],
    );
  });

  it('finds forms that are prefixes of each other', () => {
    const texts = Array.from({ length: 40 }, (_, i) => '工'.repeat(i + 1));
    const index = indexOf(...texts);
    assert.deepEqual(
      index.find('工'.repeat(100)).map(({ target }) => target.length),
      [40, 40, 20],
    );
  });

  it('keeps two targets of one form', () => {
    const index = new MentionIndex<string>();
    index.add(form('工业'), 'term');
    index.add(form('工业'), 'metric');
    assert.deepEqual(
      index.find('工业').map(({ target }) => target),
      ['term', 'metric'],
    );
  });

  it('finds what a search for each form finds, the longest first', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 30 }),
        (texts, text) => {
          const places = texts.flatMap((each) =>
            Array.from({ length: text.length }, (_, start) => ({ start, end: start + each.length })).filter(
              ({ start, end }) => text.slice(start, end) === each,
            ),
          );
          const found = indexOf(...texts)
            .find(text)
            .map(({ span }) => span);
          assert.equal(showSpans(text, found), showSpans(text, longestOf(text, places)));
        },
      ),
    );
  });

  it('inflects the forms of a crowd as each alone', () => {
    const words = ['build', 'chain', 'and', 'plan'] as const;
    const written = ['build', 'built', 'building', 'builds', 'chain', 'chains', 'chained', 'and', 'plan', 'planned'];
    const forms = fc.record({
      words: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
      language: fc.constantFrom('en', 'fr'),
      head: fc.option(fc.constantFrom(...words), { nil: undefined }),
    });
    let inflected = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(forms, { maxLength: 6, selector: (each) => JSON.stringify(each) }),
        fc.array(fc.constantFrom(...written), { maxLength: 20 }).map((all) => all.join(' ')),
        (all, text) => {
          const index = new MentionIndex<number>();
          const places: { start: number; end: number }[] = [];
          for (const [target, { words, language, head }] of all.entries()) {
            const each = form(words.join(' '), { language, ...(head !== undefined && { head }) });
            index.add(each, target);
            const alone = new MentionIndex<number>();
            alone.add(each, target);
            for (const match of alone.find(text)) {
              places.push(match.span);
              if (match.inflected) inflected++;
            }
          }
          assert.equal(
            showSpans(
              text,
              longestOf(
                text,
                index.find(text).map(({ span }) => span),
              ),
            ),
            showSpans(text, longestOf(text, places)),
          );
        },
      ),
      { numRuns: 600 },
    );
    assert.ok(inflected > 50, `${inflected} inflected matches`);
  });

  it('takes about as long for a form in a crowd as alone', function () {
    this.timeout(20_000);
    const words = Array.from({ length: 20_000 }, (_, i) => `w${((i * 7_919) % 99_991).toString(36)}`);
    const word = (i: number) => words[(i * 31) % words.length] as string;
    const index = new MentionIndex<number>();
    const built = timeOf(() => {
      for (let i = 0; i < 50_000; i++) index.add(form(`${word(i)} ${word(i * 3 + 1)}`, { language: 'en' }), i);
    });
    const text = Array.from({ length: 100_000 }, (_, i) => word(i * i + 7)).join(' ');
    const small = new MentionIndex<number>();
    small.add(form(`${word(1)} ${word(2)}`, { language: 'en' }), 0);
    small.find(text);
    const alone = timeOf(() => void small.find(text));
    index.find(text);
    const crowd = timeOf(() => void index.find(text));
    console.log(
      `      50,000 forms built in ${built.toFixed(0)} ms; 100,000 words searched in ${crowd.toFixed(0)} ms, for one form in ${alone.toFixed(0)} ms`,
    );
    assert.ok(crowd < 20 * alone + 50, `${crowd} ms for 50,000 forms, ${alone} ms for one`);
  });

  it('searches near words once a sentence', function () {
    this.timeout(20_000);
    const index = new MentionIndex<number>();
    for (let i = 0; i < 100; i++) index.add(form('工业', { near: [`近${i}`] }), i);
    const timeFor = (count: number) => timeOf(() => void index.find('工业'.repeat(count)));
    timeFor(2_000);
    const ratio = Math.min(...[1, 2, 3].map(() => timeFor(16_000) / timeFor(2_000)));
    assert.ok(ratio < 24, `eight times the text takes ${ratio.toFixed(1)} times as long`);
  });
});

function timeOf(run: () => void): number {
  const began = process.cpuUsage().user;
  run();
  return Math.max(1, (process.cpuUsage().user - began) / 1000);
}
