import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * One list of terms, written for both tools.
 * @typedef {{ found: string, replacement: string, language: 'en' | 'zh' }} Term
 */

const han = /\p{Script=Han}/u;

/** @returns {{ from: string, terms: Term[] }} */
export function termsOfFile(path) {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const terms = lines.flatMap((line, i) => {
    const [found, replacement] = line.split('\t').map((part) => part.trim());
    // A replacement of its own for each keeps either tool from taking two terms for one.
    return found === '' ? [] : [{ found, replacement: replacement || `term ${i + 1}`, language: languageOf(found) }];
  });
  return { from: basename(path), terms: withoutTwins(terms) };
}

/**
 * The deprecated forms of the packs in a folder with what replaces them. A form that counts only beside certain words,
 * or only for a time, has no equal in textlint-rule-terminology and is left out.
 * @param {typeof import('../server/src/core/index.js')} core
 * @returns {{ from: string, terms: Term[] }}
 */
export function termsOfPacks(folder, core) {
  const names = readdirSync(folder);
  const terms = names.flatMap((name) => {
    const { pack } = core.readPack(filesOf(join(folder, name)));
    return (pack?.entries ?? []).flatMap((entry) => entry.forms.flatMap((form) => termOf(form, entry)));
  });
  return { from: names.join(', '), terms: withoutTwins(terms) };
}

function filesOf(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function termOf({ text, language, role, near, validFrom, validTo, replacement: own }, { forms }) {
  const conditional = near.length > 0 || validFrom !== undefined || validTo !== undefined;
  if (role !== 'deprecated' || conditional || (language !== 'en' && language !== 'zh')) return [];
  const preferred = forms.find((form) => form.role === 'preferred' && form.language === language)?.text;
  const replacement = own ?? preferred;
  return replacement === undefined ? [] : [{ found: text, replacement, language }];
}

function languageOf(text) {
  return han.test(text) ? 'zh' : 'en';
}

/** Plumbline reads case and hyphens alike and takes a form once. */
function withoutTwins(terms) {
  const byForm = new Map();
  for (const term of terms) {
    const key = term.found.toLowerCase().replace(/[\s-]+/g, ' ');
    if (!byForm.has(key)) byForm.set(key, term);
  }
  return [...byForm.values()];
}

/** The terms as the text of a pack's one file. */
export function toPack(terms) {
  const byReplacement = new Map();
  for (const { found, replacement, language } of terms) {
    const key = JSON.stringify([language, replacement]);
    byReplacement.set(key, [...(byReplacement.get(key) ?? []), found]);
  }
  const entries = [...byReplacement].map(([key, found], i) => {
    const [language, replacement] = JSON.parse(key);
    const preferred = `{${language}: ${JSON.stringify(replacement)}}`;
    const deprecated = `{${language}: [${found.map((form) => JSON.stringify(form)).join(', ')}]}`;
    return `  entry-${i + 1}:\n    preferred: ${preferred}\n    deprecated: ${deprecated}\n`;
  });
  return `schema: 1\nname: bench\nversion: 1.0.0\ntitle: Terms of the benchmark\nlanguages: [en, zh]\nterms:\n${entries.join('')}`;
}

/** The terms as the options of textlint-rule-terminology, without those that it brings. */
export function toTerminology(terms) {
  return { defaultTerms: false, terms: terms.map(({ found, replacement }) => [expressionOf(found), replacement]) };
}

function expressionOf(form) {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // The rule puts word boundaries round an expression unless it looks ahead; Han text has none.
  return han.test(form) ? `${escaped}(?=)` : escaped;
}
