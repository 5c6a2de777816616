import { editDistance } from '../language/edit-distance.js';
import { dictionary } from '../text/dictionary.js';
import { codesThatAreWords, currencyCodes } from './currencies.js';
import type { QuantityKind, UnitDeclaration, UnitTable } from './quantity.js';
import { bases, factors, prefixes, symbols } from './tables/si.js';
import { type Words, wordsFor } from './words.js';

/** What a unit makes of a number. */
export interface Unit {
  readonly id: string;
  readonly kind: QuantityKind;
  /** Power of ten that its own word adds: two decades are 20 years. */
  readonly power: number;
}

interface Node {
  readonly next: Map<string, Node>;
  unit?: Unit;
}

/** Kinds of the built-in units that are not physical; and units that are written as a multiple of another. */
const kinds: Readonly<Record<string, QuantityKind>> = dictionary({
  percent: 'percent',
  tenths: 'percent',
  pp: 'points',
  bp: 'points',
  bps: 'points',
  Y: 'duration',
  decade: 'duration',
  century: 'duration',
  Q: 'duration',
  M: 'duration',
  W: 'duration',
  D: 'duration',
  h: 'duration',
  min: 'duration',
  s: 'duration',
  times: 'number',
  doublings: 'number',
});
const multiples: Readonly<Record<string, readonly [id: string, power: number]>> = dictionary({
  tenths: ['percent', 1],
  decade: ['Y', 1],
  century: ['Y', 2],
  hundredfold: ['times', 2],
  // A rate of data has its prefix (Mbps).
  bps: ['bp', 0],
  // W are weeks too.
  watt: ['W', 0],
});

/** Forms of units, by their letters: symbols as written, words in lower case with a hyphen as a space. */
export class UnitForms {
  readonly #exact: Node = { next: new Map() };
  readonly #folded: Node = { next: new Map() };

  addSymbol(form: string, unit: Unit): void {
    insert(this.#exact, form, unit);
  }

  addWord(form: string, unit: Unit): void {
    insert(this.#folded, foldWord(form), unit);
  }

  /** The longest form that begins at `offset` and ends where a word may end. */
  at(text: string, offset: number): { readonly unit: Unit; readonly end: number } | undefined {
    const exact = walk(this.#exact, text, offset, (character) => (character === '\u00A0' ? ' ' : character));
    const folded = walk(this.#folded, text, offset, foldWord);
    if (exact === undefined || folded === undefined) return exact ?? folded;
    return folded.end > exact.end ? folded : exact;
  }
}

function foldWord(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, ' ');
}

function insert(root: Node, form: string, unit: Unit): void {
  let node = root;
  for (const character of form) {
    let next = node.next.get(character);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(character, next);
    }
    node = next;
  }
  node.unit ??= unit;
}

const latin = /[A-Za-z0-9µ\u00C0-\u024F²³]/;

function walk(root: Node, text: string, offset: number, fold: (character: string) => string) {
  let node = root;
  let best: { readonly unit: Unit; readonly end: number } | undefined;
  for (let i = offset; i < text.length; i++) {
    const next = node.next.get(fold(text.charAt(i)));
    if (next === undefined) break;
    node = next;
    if (node.unit === undefined) continue;
    const insideWord = latin.test(text.charAt(i)) && latin.test(text.charAt(i + 1));
    if (!insideWord) best = { unit: node.unit, end: i + 1 };
  }
  return best;
}

function unitOf(id: string): Unit {
  const [base, power] = multiples[id] ?? [id, 0];
  return { id: base, kind: kinds[id] ?? 'quantity', power };
}

function builtIn(into: UnitForms, words: Words): void {
  for (const [base, { prefixes: allowed }] of Object.entries(bases)) {
    const forms = words.latin.units.bases[base] ?? [];
    for (const prefix of ['', ...allowed]) {
      const id = prefix + base;
      const unit = unitOf(id === 'W' ? 'watt' : id);
      into.addSymbol(id, unit);
      if (prefix === 'µ') into.addSymbol(`μ${base}`, unit);
      const before = words.latin.units.prefixes[prefix] ?? '';
      for (const word of forms) into.addWord(before + word, unit);
    }
  }
  for (const [id, forms] of Object.entries(symbols)) {
    for (const form of forms) into.addSymbol(form, unitOf(id.replace(/_$/, '')));
  }
  for (const table of words.tables) {
    for (const [id, forms] of Object.entries(table.units)) for (const form of forms) into.addWord(form, unitOf(id));
    for (const [code, forms] of Object.entries(table.currencies)) {
      for (const form of forms) into.addWord(form, { id: code, kind: 'money', power: 0 });
    }
  }
  for (const code of currencyCodes) {
    if (codesThatAreWords.has(code)) continue;
    into.addSymbol(code, { id: code, kind: 'money', power: 0 });
    // 120 MEUR
    into.addSymbol(`M${code}`, { id: code, kind: 'money', power: 6 });
    into.addSymbol(`k${code}`, { id: code, kind: 'money', power: 3 });
  }
  for (const table of words.tables) {
    for (const [part, forms] of Object.entries(table.parts)) {
      const [id = '', power] = part.split('e');
      for (const form of forms) into.addWord(form, { id, kind: 'money', power: Number(power) });
    }
  }
}

const none: UnitTable = [];
const cache = new WeakMap<UnitTable, Map<Words, UnitForms>>();
/** Packs write their units in English or Chinese. */
const ofPacks = wordsFor(undefined) as Words;

/** The forms of the built-in units in the words of a language, and of those that a table declares; the table's own go first. */
export function unitForms(table: UnitTable = none, words: Words = ofPacks): UnitForms {
  let byWords = cache.get(table);
  if (byWords === undefined) {
    byWords = new Map();
    cache.set(table, byWords);
  }
  const known = byWords.get(words);
  if (known !== undefined) return known;
  const forms = new UnitForms();
  for (const { id, forms: written } of table) {
    const unit = unitOf(id);
    forms.addSymbol(id, unit);
    for (const form of written) {
      // A form without a small letter, or with a capital inside, is a symbol.
      if (/^[^a-z\s]+$|[a-z][A-Z]|[A-Z]{2}/.test(form) && !form.includes(' ')) forms.addSymbol(form, unit);
      else forms.addWord(form, unit);
    }
  }
  builtIn(forms, words);
  byWords.set(words, forms);
  return forms;
}

/**
 * The base of a unit and its factor, so that units of one base compare: GW is 1e9 W, MtCO2e 1e6 tCO2e, GBP/MWh
 * 1e-6 GBP/Wh. A unit that is nobody's multiple is its own base.
 */
export function unitScale(id: string, table: UnitTable = none): { readonly unit: string; readonly scale: number } {
  const declared = table.find((unit) => unit.id === id);
  if (declared?.of !== undefined) return scaled(declared, declared.of, table, 0);
  const slash = id.indexOf('/');
  if (slash > 0) {
    const above = unitScale(id.slice(0, slash), table);
    const below = unitScale(id.slice(slash + 1), table);
    return { unit: `${above.unit}/${below.unit}`, scale: above.scale / below.scale };
  }
  const factor = factors[id];
  if (factor !== undefined) return { unit: factor[0], scale: factor[1] };
  const base = id.slice(1);
  const prefix = prefixes[id.charAt(0)];
  if (prefix !== undefined && (bases[base]?.prefixes.includes(id.charAt(0)) ?? false)) {
    const root = factors[base];
    const scale = Number(`1e${prefix.power}`);
    return root === undefined ? { unit: base, scale } : { unit: root[0], scale: scale * root[1] };
  }
  const named = declared === undefined ? wholeForm(id, table) : undefined;
  if (named === undefined || named.id === id) return { unit: id, scale: 1 };
  const { unit, scale } = unitScale(named.id, table);
  return { unit, scale: scale * Number(`1e${named.power}`) };
}

/** Lengths of time, in one that they are always so many of; a month has no certain number of days. */
const lengths: Readonly<Record<string, readonly [unit: string, factor: number]>> = dictionary({
  min: ['s', 60],
  h: ['s', 3600],
  D: ['s', 86_400],
  W: ['s', 604_800],
  Q: ['M', 3],
  Y: ['M', 12],
});

/** Symbols that are too short to be read in a text. */
const timeSymbols: Readonly<Record<string, string>> = dictionary({ h: 'h', d: 'D', s: 's' });

/**
 * The unit of durations (`min`, `D`, `Y`) that a pack means by `min`, `day`, `years`, 天; undefined for what measures
 * something else. A capital alone is no word for a time, for W are watts too.
 */
export function timeUnit(id: string, table: UnitTable = none): string | undefined {
  if (/^[A-Z]$/.test(id) || isOwnId(id, table)) return undefined;
  const symbol = timeSymbols[id];
  if (symbol !== undefined) return symbol;
  const unit = wholeForm(id, table);
  return unit?.kind === 'duration' && unit.power === 0 ? unit.id : undefined;
}

/** How many of one unit of durations another one is: 7 days a week; undefined for months and days. */
export function timeFactor(from: string, to: string): number | undefined {
  const [[a, above], [b, below]] = [lengths[from] ?? [from, 1], lengths[to] ?? [to, 1]];
  return a === b ? above / below : undefined;
}

/** The unit that a text is a form of, from end to end. */
function wholeForm(text: string, table: UnitTable): Unit | undefined {
  const form = unitForms(table).at(text, 0);
  return form?.end === text.length ? form.unit : undefined;
}

/** Whether a unit of a pack is one: declared, built in by its symbol or a word for it, or a rate of two. */
export function isUnit(id: string, table: UnitTable = none): boolean {
  if (isOwnId(id, table) || timeSymbols[id] !== undefined || wholeForm(id, table) !== undefined) return true;
  const slash = id.lastIndexOf('/');
  return slash > 0 && isUnit(id.slice(0, slash), table) && isUnit(id.slice(slash + 1), table);
}

function isOwnId(id: string, table: UnitTable): boolean {
  return table.some((unit) => unit.id === id) || currencyCodes.has(id);
}

/** The id of a unit for a word of it: `t` for "tonnes", `GBP/t` for "GBP/tonne"; itself for an id or what is no unit. */
export function unitId(id: string, table: UnitTable = none): string {
  if (isOwnId(id, table)) return id;
  const slash = id.lastIndexOf('/');
  if (slash > 0) return `${unitId(id.slice(0, slash), table)}/${unitId(id.slice(slash + 1), table)}`;
  const unit = wholeForm(id, table);
  return unit === undefined || unit.power !== 0 || unit.kind === 'duration' ? id : unit.id;
}

/** The id of the unit that was likely meant: in other capitals, behind a number word ("million tonnes"), or a slip off. */
export function likelyUnit(text: string): string | undefined {
  const wanted = text.toLowerCase();
  for (const word of unitWords()) if (word.toLowerCase() === wanted) return unitId(word);
  for (let at = 1; at < text.length; at++) {
    if (/[a-z]/i.test(text.charAt(at - 1)) && /[a-z]/i.test(text.charAt(at))) continue;
    const unit = wholeForm(text.slice(at), none);
    if (unit !== undefined) return unit.id;
  }
  if (text.length < 4) return undefined;
  for (const word of unitWords())
    if (word.length > 3 && editDistance(wanted, word.toLowerCase(), 1) <= 1) return unitId(word);
  return undefined;
}

/** The symbols and words of the built-in units. */
function* unitWords(): Iterable<string> {
  for (const [base, { prefixes: allowed }] of Object.entries(bases)) {
    for (const prefix of ['', ...allowed]) yield prefix + base;
    yield* ofPacks.latin.units.bases[base] ?? [];
  }
  for (const forms of Object.values(symbols)) yield* forms;
  for (const table of ofPacks.tables) {
    for (const forms of [...Object.values(table.units), ...Object.values(table.currencies)]) yield* forms;
  }
  yield* currencyCodes;
}

function scaled(
  declared: UnitDeclaration,
  of: string,
  table: UnitTable,
  depth: number,
): { unit: string; scale: number } {
  const above = table.find((unit) => unit.id === of);
  const own = declared.scale ?? 1;
  // A pack may tie units in a circle: eight steps are more than any honest chain.
  const next =
    above?.of === undefined || depth > 8
      ? above === undefined
        ? unitScale(of)
        : { unit: of, scale: 1 }
      : scaled(above, above.of, table, depth + 1);
  return { unit: next.unit, scale: next.scale * own };
}
