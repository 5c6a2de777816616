import {
  type Finding,
  type FixedText,
  fixText,
  lintReport,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';

/** What a fix may do no harm to. */
export const harms = [
  'links',
  'anchors',
  'includes',
  'names',
  'code',
  'digits',
  'markup',
  'findings',
  'idempotence',
] as const;
export type Harm = (typeof harms)[number];

export interface Oracle {
  readonly fixed: FixedText;
  /** For each harm that was done, what was there and what is there now. */
  readonly harm: ReadonlyMap<Harm, string>;
}

/** Fixes a text, and holds the result to the text by other means than the core's own. */
export function holdFix(text: string, vocabulary: Vocabulary, settings: ReportSettings): Oracle {
  const findingsIn = (version: string) => lintReport(readReport(version, vocabulary, settings));
  const before = findingsIn(text);
  const fixed = fixText(text, (version) => (version === text ? before : findingsIn(version)));
  const harm = new Map<Harm, string>();
  if (fixed.text === text) return { fixed, harm };
  const [was, is] = [keptOf(text), keptOf(fixed.text)];
  for (const kind of ['links', 'anchors', 'includes', 'names', 'code', 'digits'] as const) {
    const difference = firstDifference(was[kind], is[kind]);
    if (difference !== undefined) harm.set(kind, difference);
  }
  for (const target of was.resolved) {
    if (!is.resolved.has(target)) harm.set('anchors', `#${target} leads nowhere`);
  }
  const torn = before
    .flatMap(({ rule, fixes }) => (rule === 'suppression-unused' ? [] : (fixes.find(({ safe }) => safe)?.edits ?? [])))
    .map(({ span }) => text.slice(span.start, span.end))
    .find((words) => /[\\*_`<>[\]&|{}#]/.test(words));
  if (torn !== undefined) harm.set('markup', torn);
  const after = findingsIn(fixed.text);
  const added = newlyFound(before, after);
  if (added !== undefined) harm.set('findings', added);
  const again = fixText(fixed.text, (version) => (version === fixed.text ? after : findingsIn(version)));
  if (again.text !== fixed.text) harm.set('idempotence', JSON.stringify(again.changes[0]));
  return { fixed, harm };
}

/** The first rule and entry that are found more often than before. */
function newlyFound(before: readonly Finding[], after: readonly Finding[]): string | undefined {
  const counts = new Map<string, number>();
  const add = ({ rule, entry }: Finding, by: number) => {
    const key = `${rule} ${entry ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const finding of before) add(finding, -1);
  for (const finding of after) add(finding, 1);
  return [...counts].find(([, count]) => count > 0)?.[0];
}

interface Kept
  extends Readonly<Record<'links' | 'anchors' | 'includes' | 'names' | 'code' | 'digits', readonly string[]>> {
  /** The names of headings that a link of the same text leads to. */
  readonly resolved: ReadonlySet<string>;
}

const proseFence =
  /^\s*(?:`{3,}|~{3,}|:{3,})\s*\{?(?:figure|note|tip|warning|caution|danger|hint|important|attention|admonition|seealso|exercise|solution|prf:\w+|dropdown|margin|sidebar|epigraph|topic|grid|card|tab-item|tab-set|callout)/;

/** By rough rules over lines, what of a text is no prose. */
function keptOf(source: string): Kept {
  const code: string[] = [];
  const includes: string[] = [];
  const take = (into: string[], text: string, pattern: RegExp) =>
    text.replace(pattern, (all) => {
      into.push(all);
      return ' '.repeat(all.length);
    });
  let text = source.replace(/^<!--\s*plumbline-.*-->[ \t]*\n?/gm, '');
  text = take(includes, text, /^(?:---|\+\+\+)\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)[ \t]*$/);
  // Fenced code, with what opens it; of a fence with prose, the opener and its options alone.
  const lines = text.split('\n');
  let fence: string | undefined;
  const proseFences: string[] = [];
  let isOptions = false;
  for (const [i, line] of lines.entries()) {
    const opener = /^\s*(?:[-*>]\s+)*(`{3,}|~{3,}|:{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      code.push(line);
      lines[i] = '';
      if (opener?.startsWith(fence) && /^\s*(?:>\s*)*[`~]+\s*$/.test(line)) fence = undefined;
    } else if (opener !== undefined && /[`~:]\s*$/.test(line) && opener.startsWith(proseFences.at(-1) ?? ' ')) {
      proseFences.pop();
      lines[i] = '';
    } else if (opener !== undefined) {
      includes.push(opener.startsWith(':') || proseFence.test(line) ? line.replace(/\s[^{].*$/, '') : line);
      lines[i] = '';
      if (opener.startsWith(':') || proseFence.test(line)) proseFences.push(opener);
      else fence = opener;
      isOptions = true;
    } else if (isOptions && /^\s*:[\w-]+:/.test(line)) {
      includes.push(line);
      lines[i] = '';
    } else isOptions = false;
  }
  text = lines.join('\n');
  const links: string[] = [];
  const anchors: string[] = [];
  const names: string[] = [];
  text = take(code, text, /\$\$[\s\S]*?\$\$|<(script|style|pre|code|kbd)\b[\s\S]*?<\/\1>/gi);
  text = take(code, text, /(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g);
  text = take(
    includes,
    text,
    /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|^import .*from .*$|\\@?\w+(?:\([^)\n]*\)|\{[^}\n]*\})/gm,
  );
  text = take(includes, text, /!?\[\[[^\]|\n]*|\[[^\]\n]*-?@[^\]\n]*\]|(?<![\w/])@[\w:.-]*\w/g);
  text = take(anchors, text, /^\([\w-]+\)=\s*$|\{:?\s*[.#][^}\n]*\}|\s(?:id|name|class)=(?:"[^"\n]*"|'[^'\n]*')/gm);
  text = take(links, text, /\s(?:href|src|alt|title)=(?:"[^"\n]*"|'[^'\n]*')|<[a-z][a-z0-9+.-]*:[^>\s]*>/gi);
  // Labels of definitions, and how many references lead to each.
  const labels = new Set<string>();
  text = take(links, text, /^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$/gm);
  for (const definition of links) {
    const label = /^ {0,3}\[([^\]]+)\]:/.exec(definition)?.[1];
    if (label !== undefined) labels.add(label.toLowerCase().trim());
  }
  text = take(
    links,
    text,
    /\]\(\s*(?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g,
  );
  const references = new Map<string, number>();
  for (const [, first = '', , second] of text.matchAll(/\[([^[\]\n]+)\](\[([^[\]\n]*)\])?/g)) {
    const label = (second || first).toLowerCase().trim();
    if (labels.has(label)) references.set(label, (references.get(label) ?? 0) + 1);
  }
  for (const reference of [...references].sort()) links.push(reference.join(' × '));
  text = take(
    names,
    text,
    /https?:\/\/[^\s<>)\]，。；、（）]+|www\.[^\s<>)\]]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?:[\w~-]+[\\/]){1,}[\w.-]+|[\w-]+\.(?:md|qmd|html?|png|jpe?g|svg|pdf|csv|xlsx?|docx?|ya?ml|json|js|ts|py|R|org|com|gov|net|edu|io)\b|(?<=\s)#[\w-]+/g,
  );
  const headings = new Set(
    [...source.matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)].map(([, heading]) => nameOf(heading as string)),
  );
  const resolved = new Set(
    [...source.matchAll(/\]\(#([^)\s]+)\)|href="#([^"]+)"/g)]
      .map(([, markdown, html]) => decodeURIComponent((markdown ?? html) as string).toLowerCase())
      .filter((target) => headings.has(target)),
  );
  return {
    links,
    anchors,
    includes,
    names,
    code,
    digits: [...source.replace(/<!--[\s\S]*?-->/g, '').matchAll(/\p{Nd}/gu)].map(([digit]) => digit),
    resolved,
  };
}

/** The name of a heading: its own, behind it in braces, or the one that GitHub gives it. */
function nameOf(heading: string): string {
  const own = /\{[^}]*#([^\s}]+)[^}]*\}$/.exec(heading)?.[1];
  if (own !== undefined) return own.toLowerCase();
  return heading
    .replace(/\s*\{[^}]*\}$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function firstDifference(was: readonly string[], is: readonly string[]): string | undefined {
  const at = was.findIndex((each, i) => each !== is[i]);
  if (at === -1 && was.length === is.length) return undefined;
  const place = at === -1 ? was.length : at;
  return `${was[place] ?? 'nothing'} → ${is[place] ?? 'nothing'}`;
}
