import type { Root } from 'mdast';
import type { Options } from 'mdast-util-from-markdown';

export type SyntaxExtension = NonNullable<Options['extensions']>[number];
type Constructs = NonNullable<Extract<SyntaxExtension, { document?: unknown }>['document']>;
export type Tokenizer = Extract<NonNullable<Constructs['null']>, { tokenize: unknown }>['tokenize'];

/**
 * The labels that a report defines for its links and footnotes. The parser keeps its own in arrays, one document
 * each; these serve all pieces of one text, and thousands of them cost no more than one.
 */
export class DefinedLabels {
  readonly #links = new Set<string>();
  readonly #footnotes = new Set<string>();

  /** Takes what looks like a definition for one: more than there are, where code holds such lines. */
  guess(text: string): void {
    for (const match of text.matchAll(/(?<!\\)\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/g)) {
      const label = match[1] as string;
      if (label.startsWith('^')) this.#footnotes.add(normalize(label.slice(1)));
      else this.#links.add(normalize(label));
    }
  }

  /** Takes the definitions of a tree, which do not depend on what was guessed. */
  collect(root: Root): void {
    const pending: Root['children'] = [...root.children];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'definition') this.#links.add(normalize(node.identifier));
      else if (node.type === 'footnoteDefinition') this.#footnotes.add(normalize(node.identifier));
      if ('children' in node) for (const child of node.children) pending.push(child);
    }
  }

  equals(other: DefinedLabels): boolean {
    return sameMembers(this.#links, other.#links) && sameMembers(this.#footnotes, other.#footnotes);
  }

  /** Lets a parser know these labels from its first line on. */
  extension(): SyntaxExtension {
    const links = this.#links;
    const footnotes = this.#footnotes;
    const known = new WeakSet<object>();
    const tokenize: Tokenizer = function (_effects, _ok, nok) {
      if (!known.has(this.parser)) {
        known.add(this.parser);
        this.parser.defined = labelList(links);
        this.parser.gfmFootnotes = labelList(footnotes);
      }
      return nok;
    };
    // Tried before any container at the start of every line; it never matches.
    return { document: { null: { tokenize } } };
  }
}

/** What the parser asks of its array of labels; those of other pieces stay out of the set. */
function labelList(labels: ReadonlySet<string>): string[] {
  const own = new Set<string>();
  const list = {
    includes: (label: string) => own.has(label) || labels.has(label),
    push: (label: string) => own.add(label).size,
  };
  return list as unknown as string[];
}

/** As the parser compares labels. */
function normalize(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}
