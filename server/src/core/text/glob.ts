/** A glob, read: the ways to write it without braces, each as the patterns of its segments. */
export type Glob = readonly (readonly Segment[])[];

/** A segment of a path; `**` is any number of them. */
type Segment = '**' | readonly Token[];

/** A character, a set of them, or `*`: any number of any. */
type Token = '*' | ((character: string) => boolean);

/** Of a glob, and of all the ways to write it together; in UTF-16 units. */
const longest = 500;
const longestTogether = 4000;

/**
 * Reads a glob of `*`, `**`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `\`; undefined for one that is longer or has more
 * alternatives than any that somebody means, or one of the shell's further patterns: `!(a)`.
 * The libraries for globs make expressions of them, whose time grows with the power of their stars: `*a*a*a*a*b` from
 * somebody else's folder would hold up the editor for hours. Here it grows with the glob times the path.
 */
export function parseGlob(glob: string): Glob | undefined {
  if (glob.length > longest || /[@!+*?]\(/.test(glob)) return undefined;
  const ways = withoutBraces(glob);
  return ways?.map((way) => splitSegments(way).map((segment) => (/^\*\*+$/.test(segment) ? '**' : tokensOf(segment))));
}

/** Whether a path, with `/` between its segments, is one that a glob means. */
export function matchesGlob(glob: Glob, path: string): boolean {
  const segments = path.split('/');
  return glob.some((way) => matches(way, segments, '**', (pattern, segment) => matchesSegment(pattern, segment)));
}

function matchesSegment(pattern: Segment, segment: string): boolean {
  return pattern !== '**' && matches(pattern, segment, '*', (token, character) => token !== '*' && token(character));
}

/** Whether a row of patterns, in which `wild` is any number of any items, is a row of items. The last `wild` alone may have to take more. */
function matches<P, I>(
  patterns: readonly P[],
  items: { readonly length: number; readonly [index: number]: I },
  wild: P,
  match: (pattern: P, item: I) => boolean,
): boolean {
  let pattern = 0;
  let item = 0;
  let lastWild = -1;
  let taken = 0;
  while (item < items.length) {
    const next = patterns[pattern];
    if (next === wild) {
      lastWild = pattern++;
      taken = item;
    } else if (next !== undefined && match(next, items[item] as I)) {
      pattern++;
      item++;
    } else if (lastWild >= 0) {
      pattern = lastWild + 1;
      item = ++taken;
    } else return false;
  }
  while (patterns[pattern] === wild) pattern++;
  return pattern === patterns.length;
}

/** The ways to write `a{b,c}`; undefined where they are too many. `{1..3}` is `[1-3]`. */
function withoutBraces(glob: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [glob];
  let length = glob.length;
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const group = innermostBraces(way);
    if (group === undefined) done.push(way);
    else {
      const [before, behind] = [way.slice(0, group.start), way.slice(group.end)];
      const range = /^(.)\.\.(.)$/u.exec(group.inner);
      const options = range === null ? group.inner.split(',') : [`[${range[1]}-${range[2]}]`];
      for (const option of options.toReversed()) {
        length += before.length + option.length + behind.length;
        if (length > longestTogether) return undefined;
        open.push(before + option + behind);
      }
    }
  }
  return done;
}

/** The first braces with no others in them; those of one thing are no alternatives. */
function innermostBraces(
  glob: string,
): { readonly start: number; readonly end: number; readonly inner: string } | undefined {
  for (const match of glob.matchAll(/(?<!\\)\{([^{}\\]*)\}/g)) {
    const inner = match[1] as string;
    const isChoice = inner.includes(',') || inner.includes('..');
    if (isChoice) return { start: match.index, end: match.index + match[0].length, inner };
  }
  return undefined;
}

function splitSegments(glob: string): readonly string[] {
  const segments = glob.split('/').filter((segment, i, all) => segment !== '**' || all[i - 1] !== '**');
  // `a/**` is what is in `a`, not `a`.
  return segments.at(-1) === '**' ? [...segments, '*'] : segments;
}

function tokensOf(segment: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < segment.length; i++) {
    const character = segment[i] as string;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
      continue;
    }
    const set = character === '[' ? setAt(segment, i) : undefined;
    if (set !== undefined) {
      tokens.push(set.holds);
      i = set.end;
    } else if (character === '?') tokens.push(() => true);
    else {
      const literal = character === '\\' && i + 1 < segment.length ? (segment[++i] as string) : character;
      tokens.push((each) => each === literal);
    }
  }
  return tokens;
}

/** `[a-z]`, `[!a-z]`, `[^a-z]`; `end` is the place of the bracket that closes it. */
function setAt(segment: string, start: number) {
  const end = segment.indexOf(']', start + 2);
  if (end < 0) return undefined;
  const isNot = /[!^]/.test(segment[start + 1] as string);
  const inner = segment.slice(start + (isNot ? 2 : 1), end);
  const ranges: [string, string][] = [];
  for (let i = 0; i < inner.length; i++) {
    const first = inner[i] as string;
    const isRange = inner[i + 1] === '-' && i + 2 < inner.length;
    ranges.push([first, isRange ? (inner[i + 2] as string) : first]);
    if (isRange) i += 2;
  }
  const holds = (character: string) => ranges.some(([low, high]) => low <= character && character <= high) !== isNot;
  return { end, holds };
}
