import type { Root } from 'mdast';
import type { KnownLabels } from './tree-parser.js';

type LabelKind = keyof KnownLabels;

/** The labels that a text defines for its links and footnotes, which serve all its pieces. */
export class DefinedLabels {
  readonly #labels = { links: new Set<string>(), footnotes: new Set<string>() };

  /** Takes what looks like a definition for one: more than there are, where code holds such lines. */
  guess(text: string): void {
    for (const match of text.matchAll(/(?<!\\)\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/g)) {
      const label = match[1] as string;
      if (label.startsWith('^')) this.#labels.footnotes.add(normalize(label.slice(1)));
      else this.#labels.links.add(normalize(label));
    }
  }

  /** Takes the definitions of a tree, which do not depend on what was guessed. */
  collect(root: Root): void {
    const pending: Root['children'] = [...root.children];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'definition') this.#labels.links.add(normalize(node.identifier));
      else if (node.type === 'footnoteDefinition') this.#labels.footnotes.add(normalize(node.identifier));
      if ('children' in node) for (const child of node.children) pending.push(child);
    }
  }

  has(kind: LabelKind, label: string): boolean {
    return this.#labels[kind].has(label);
  }
}

/** What the parser of a piece asked of labels: the piece reads the same wherever the answers are the same. */
export class AskedLabels {
  readonly #asked = { links: new Set<string>(), footnotes: new Set<string>() };

  /** What the parser has in place of its arrays of labels; those that the piece defines stay out of the set. */
  known(labels: DefinedLabels): KnownLabels {
    const listOf = (kind: LabelKind): string[] => {
      const own = new Set<string>();
      const list = {
        includes: (label: string) => {
          this.#asked[kind].add(label);
          return own.has(label) || labels.has(kind, label);
        },
        push: (label: string) => own.add(label).size,
      };
      return list as unknown as string[];
    };
    return { links: listOf('links'), footnotes: listOf('footnotes') };
  }

  isSameFor(one: DefinedLabels, other: DefinedLabels): boolean {
    return (['links', 'footnotes'] as const).every((kind) =>
      [...this.#asked[kind]].every((label) => one.has(kind, label) === other.has(kind, label)),
    );
  }
}

/** As the parser compares labels. */
function normalize(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
