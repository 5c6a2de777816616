/** One figure of the table: of so many, so many. */
export interface Share {
  readonly part: Part;
  /** A pack, a round, a text. */
  readonly set: string;
  readonly what: string;
  /** Of reports, as a BCP 47 tag; empty where it is of no language. */
  readonly language: string;
  readonly count: number;
  readonly of: number;
  /** Where it is no share of a hundred: how many for each thousand, each million. */
  readonly per?: Per;
}

type Per = 1000 | 1_000_000;

export type Part = 'fixtures' | 'traps' | 'canonical' | 'statements' | 'alterations' | 'strangers' | 'rounds';

/** A line on which the figure falls short. */
export interface Miss {
  readonly part: Part;
  readonly set: string;
  readonly id: string;
  readonly text: string;
  readonly expected: string;
  readonly found: string;
}

/** What a part of the benchmark has measured. */
export interface Measured {
  readonly shares: readonly Share[];
  readonly misses: readonly Miss[];
}

/** Counts hits, in the order in which its rows are first named. */
export class Tally {
  readonly #rows = new Map<string, { -readonly [key in keyof Share]: Share[key] }>();
  readonly #misses: Miss[] = [];
  readonly #part: Part;

  constructor(part: Part) {
    this.#part = part;
  }

  /** One more of a row. `isHit` is what the row counts, be it good (found) or bad (flagged). */
  add(set: string, what: string, language: string, isHit: boolean): void {
    this.count(set, what, language, isHit ? 1 : 0, 1);
  }

  /** So many more of a row; none begins it. */
  count(set: string, what: string, language: string, count: number, of: number, per?: Per): void {
    const key = JSON.stringify([set, what, language]);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = { part: this.#part, set, what, language, count: 0, of: 0, ...(per !== undefined && { per }) };
      this.#rows.set(key, row);
    }
    row.of += of;
    row.count += count;
  }

  miss(miss: Omit<Miss, 'part'>): void {
    this.#misses.push({ part: this.#part, ...miss });
  }

  /** Rows by set, language and what they count, each in the order in which it was first named. */
  get measured(): Measured {
    const rows = [...this.#rows.values()];
    const places = (['set', 'language', 'what'] as const).map((key) => {
      const names = [...new Set(rows.map((row) => row[key]))];
      return (row: Share) => names.indexOf(row[key]);
    });
    const order = (a: Share, b: Share) => places.reduce((sign, place) => (sign === 0 ? place(a) - place(b) : sign), 0);
    return { shares: rows.sort(order), misses: this.#misses };
  }
}

/** The shares as JSON, each on a line of its own. */
export function sharesJson(shares: readonly Share[]): string {
  return `[\n${shares.map((share) => JSON.stringify(share)).join(',\n')}\n]`;
}

/** "12.5 %", or how many for each thousand or million. */
export function rateOf({ count, of, per }: Pick<Share, 'count' | 'of' | 'per'>): string {
  return per === undefined ? `${((count * 100) / of).toFixed(1)} %` : ((count * per) / of).toFixed(3);
}

/** A table for each part: `set  what  language  hits  of  %`. */
export function tableText(shares: readonly Share[]): string {
  const parts = [...new Set(shares.map(({ part }) => part))];
  return parts
    .map((part) => {
      const rows = shares
        .filter((share) => share.part === part)
        .map((share) => {
          const { set, what, language, count, of } = share;
          return [set, what, language, `${count} of ${of}`, of === 0 ? '' : rateOf(share)];
        });
      const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
      const lines = rows.map((row) =>
        row
          .map((cell, i) => (i < 3 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
          .join('  ')
          .trimEnd(),
      );
      return [part, ...lines.map((line) => `  ${line}`)].join('\n');
    })
    .join('\n\n');
}

export function missText({ part, set, id, text, expected, found }: Miss): string {
  return `${part} ${set} ${id}\n    ${text.replace(/\n/g, '\n    ')}\n    expected: ${expected}\n    found:    ${found}`;
}
