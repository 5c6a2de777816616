import { fold } from '../language/characters.js';

const gap = /[\s\-\u2010\u2011]/;

/**
 * The found words with the hyphens, spaces, capitals and width of a replacement that has the same letters as the form:
 * "Emailed" is "E-mailed", "policy makers" is "policymakers". Undefined for any other replacement.
 */
export function respell(found: string, form: string, replacement: string): string | undefined {
  const letters = lettersOf(form);
  const wanted = lettersOf(replacement);
  const written = lettersOf(found);
  if (letters.length !== wanted.length || letters.some(({ text }, i) => fold(text) !== fold(wanted[i]?.text ?? '')))
    return undefined;
  let shared = 0;
  while (shared < letters.length && fold(letters[shared]?.text ?? '') === fold(written[shared]?.text ?? '')) shared++;
  // "runners-up" of "runner-up": the ending is not at the end.
  if (wanted.some(({ before }, i) => before !== '' && i > 0 && i >= shared)) return undefined;
  const isShouted = written.length > 1 && found === found.toUpperCase() && form !== form.toUpperCase();
  const head = wanted.slice(0, shared).map(({ text, before }, i) => {
    const [was, is] = [letters[i] as Letter, written[i] as Letter];
    if (isUpper(was.text) !== isUpper(text) || !isUpper(is.text)) return before + text;
    // A capital of "Policy Maker" that comes to stand inside a word.
    const isInside = i > 0 && before === '' && is.before !== '' && !isUpper(was.text);
    return before + (isInside ? text : text.toUpperCase());
  });
  const tail = written.slice(shared).map(({ before, text }) => before + text);
  const respelt = head.join('') + tail.join('');
  return isShouted ? respelt.toUpperCase() : respelt;
}

interface Letter {
  readonly text: string;
  /** The hyphen or space before it. */
  readonly before: string;
}

function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let before = '';
  for (const character of text) {
    if (gap.test(character)) before += character;
    else {
      letters.push({ text: character, before });
      before = '';
    }
  }
  return letters;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}
