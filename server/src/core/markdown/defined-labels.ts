import type { Root } from 'mdast';

/** What a parser is told before a text, and asks while it reads it: the labels that are defined anywhere. */
export interface KnownLabels {
  readonly links: string[];
  readonly footnotes: string[];
}

type LabelKind = keyof KnownLabels;

/** The labels that the trees of some pieces define. */
export type Labels = Readonly<Record<LabelKind, readonly string[]>>;

/** What a tree defines, which does not depend on what was guessed. */
export function labelsDefinedIn(root: Root): Labels {
  const labels = { links: [] as string[], footnotes: [] as string[] };
  const pending: Root['children'] = [...root.children];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'definition') labels.links.push(normalize(node.identifier));
    else if (node.type === 'footnoteDefinition') labels.footnotes.push(normalize(node.identifier));
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
  return labels;
}

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

  add({ links, footnotes }: Labels): void {
    for (const label of links) this.#labels.links.add(label);
    for (const label of footnotes) this.#labels.footnotes.add(label);
  }

  has(kind: LabelKind, label: string): boolean {
    return this.#labels[kind].has(label);
  }
}

/** What the parser of a piece asked of labels, and was told: the piece reads the same wherever the answers are the same. */
export class AskedLabels {
  readonly #answers = { links: new Map<string, boolean>(), footnotes: new Map<string, boolean>() };

  /** What the parser has in place of its arrays of labels; those that the piece defines stay out of the set. */
  known(labels: DefinedLabels): KnownLabels {
    const listOf = (kind: LabelKind): string[] => {
      const own = new Set<string>();
      const list = {
        includes: (label: string) => {
          const isDefined = labels.has(kind, label);
          this.#answers[kind].set(label, isDefined);
          return isDefined || own.has(label);
        },
        push: (label: string) => own.add(label).size,
      };
      return list as unknown as string[];
    };
    return { links: listOf('links'), footnotes: listOf('footnotes') };
  }

  /** Whether labels give the same answers. */
  holdFor(labels: DefinedLabels): boolean {
    for (const kind of ['links', 'footnotes'] as const)
      for (const [label, isDefined] of this.#answers[kind]) if (labels.has(kind, label) !== isDefined) return false;
    return true;
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
