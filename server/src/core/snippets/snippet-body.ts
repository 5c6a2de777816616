import type { Span } from '../text/span.js';

/** A piece of a snippet's body; `span` is its place in the body. */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | {
      /** `$1`, `${1:[text]}`, `${1/(.*)/${1:/upcase}/}`. */
      readonly kind: 'stop';
      readonly index: number;
      readonly inner: readonly SnippetPart[];
      /** As written: `/(.*)/${1:/upcase}/`. */
      readonly transform?: string;
      readonly span: Span;
    }
  /** `${1|up,down|}` */
  | { readonly kind: 'choice'; readonly index: number; readonly options: readonly string[]; readonly span: Span }
  | {
      /** `$TM_FILENAME`, `${CLIPBOARD:nothing}`, `${metric:gdp}`: also what names an entry. */
      readonly kind: 'variable';
      readonly name: string;
      /** What stands behind the colon; undefined without one. */
      readonly inner: readonly SnippetPart[] | undefined;
      readonly transform?: string;
      readonly span: Span;
    };

export interface SnippetProblem {
  readonly messageId:
    | 'snippet.unclosed'
    | 'snippet.no-variable'
    | 'snippet.choice'
    | 'snippet.transform'
    | 'snippet.too-deep'
    | 'snippet.too-long';
  /** The words of the body that it is about, cut short. */
  readonly found: string;
  readonly span: Span;
}

export interface SnippetBody {
  readonly parts: readonly SnippetPart[];
  readonly problems: readonly SnippetProblem[];
}

/** UTF-16 units of a body; a longer one is text, since what it names would be looked up with every letter typed. */
const longest = 20_000;
/** Placeholders inside one another. */
const deepest = 50;
/** UTF-16 units of a transform. */
const longestTransform = 500;

const plainVariable = /\$(?:(\d+)|([A-Za-z_]\w*))/y;
const opening = /\$\{(?:(\d+)|([A-Za-z_]\w*))(?=[:|/}])/y;

/** A placeholder or variable whose brace is still open. */
interface Open {
  readonly start: number;
  /** Behind the colon. */
  readonly end: number;
  readonly index: number | undefined;
  readonly name: string;
  /** What stands around it. */
  readonly outer: SnippetPart[];
}

/**
 * Reads the body of a snippet in the grammar of VS Code and LSP. What is malformed is a problem at its place, and text
 * as those editors have it.
 */
export function readSnippetBody(body: string): SnippetBody {
  return new BodyReader(body).read();
}

class BodyReader {
  readonly #problems: SnippetProblem[] = [];
  readonly #open: Open[] = [];
  #parts: SnippetPart[] = [];
  #at = 0;

  constructor(private readonly body: string) {}

  read(): SnippetBody {
    const { body } = this;
    if (body.length > longest) {
      this.#problem('snippet.too-long', 0, 20);
      this.#addText(body, 0, body.length);
      return { parts: this.#parts, problems: this.#problems };
    }
    const special = /[\\$}]/g;
    while (this.#at < body.length) {
      special.lastIndex = this.#at;
      const next = special.exec(body)?.index ?? body.length;
      if (next > this.#at) this.#addText(body.slice(this.#at, next), this.#at, next);
      else if (body[next] === '\\') this.#readEscape();
      else if (body[next] === '}') this.#readBrace();
      else this.#readDollar();
    }
    for (const open of this.#open.splice(0).reverse()) {
      this.#problem('snippet.unclosed', open.start, open.end);
      this.#giveUp(open);
    }
    return { parts: this.#parts, problems: this.#problems.sort((a, b) => a.span.start - b.span.start) };
  }

  #readEscape(): void {
    const at = this.#at;
    const isEscape = /[\\$}]/.test(this.body[at + 1] ?? '');
    this.#addText(isEscape ? (this.body[at + 1] as string) : '\\', at, isEscape ? at + 2 : at + 1);
  }

  #readBrace(): void {
    const open = this.#open.pop();
    if (open === undefined) {
      this.#addText('}', this.#at, this.#at + 1);
      return;
    }
    const inner = this.#parts;
    this.#parts = open.outer;
    this.#close(open, this.#at + 1, inner);
  }

  #readDollar(): void {
    const { body } = this;
    const start = this.#at;
    plainVariable.lastIndex = start;
    const plain = plainVariable.exec(body);
    if (plain !== null) {
      this.#close(openOf(plain, start, this.#parts), plainVariable.lastIndex, undefined);
      return;
    }
    opening.lastIndex = start;
    const opened = opening.exec(body);
    if (opened === null) {
      const isBrace = body[start + 1] === '{';
      if (isBrace) this.#problem('snippet.no-variable', start, Math.min(body.length, start + 12));
      this.#addText(isBrace ? '${' : '$', start, isBrace ? start + 2 : start + 1);
      return;
    }
    const end = opening.lastIndex;
    const open = { ...openOf(opened, start, this.#parts), end: end + 1 };
    switch (body[end]) {
      case '}':
        this.#close(open, end + 1, undefined);
        return;
      case ':':
        if (this.#open.length < deepest) {
          this.#open.push(open);
          this.#parts = [];
          this.#at = end + 1;
          return;
        }
        this.#problem('snippet.too-deep', start, end + 1);
        break;
      case '|': {
        const choice = open.index === undefined ? undefined : this.#choice(end + 1);
        if (choice !== undefined && open.index !== undefined) {
          this.#parts.push({
            kind: 'choice',
            index: open.index,
            options: choice.options,
            span: { start, end: choice.end },
          });
          this.#at = choice.end;
          return;
        }
        this.#problem('snippet.choice', start, end + 1);
        break;
      }
      default: {
        const transformEnd = this.#transformEnd(end);
        if (transformEnd !== undefined) {
          this.#close(open, transformEnd + 1, undefined, body.slice(end, transformEnd));
          return;
        }
        this.#problem('snippet.transform', start, end + 1);
      }
    }
    this.#addText(body.slice(start, end + 1), start, end + 1);
  }

  #close(
    { start, index, name }: Open,
    end: number,
    inner: readonly SnippetPart[] | undefined,
    transform?: string,
  ): void {
    const span = { start, end };
    const rest = { ...(transform !== undefined && { transform }), span };
    this.#parts.push(
      index === undefined
        ? { kind: 'variable', name, inner, ...rest }
        : { kind: 'stop', index, inner: inner ?? [], ...rest },
    );
    this.#at = end;
  }

  /** What was opened and never closed is text, and what stands in it stands there. */
  #giveUp({ start, end, outer }: Open): void {
    const inner = this.#parts;
    this.#parts = outer;
    const at = this.#at;
    this.#addText(this.body.slice(start, end), start, end);
    const [first, ...others] = inner;
    if (first?.kind === 'text') this.#addText(first.text, first.span.start, first.span.end);
    else if (first !== undefined) outer.push(first);
    for (const part of others) outer.push(part);
    this.#at = at;
  }

  /** The options of a choice from behind its first stroke to `|}`. A stroke anywhere else ends the search. */
  #choice(from: number): { readonly options: readonly string[]; readonly end: number } | undefined {
    const { body } = this;
    const options: string[] = [];
    let option = '';
    for (let at = from; at < body.length; at++) {
      const character = body[at] as string;
      if (character === '\\' && /[\\,|]/.test(body[at + 1] ?? '')) option += body[++at];
      else if (character === ',') {
        options.push(option);
        option = '';
      } else if (character !== '|') option += character;
      else if (body[at + 1] !== '}') return undefined;
      else return { options: [...options, option], end: at + 2 };
    }
    return undefined;
  }

  /** Where the brace behind a transform stands, from its first slash on: `/regex/format/flags}`. */
  #transformEnd(from: number): number | undefined {
    const text = this.body.slice(from, from + longestTransform);
    const match = /^\/(?:\\.|[^\\/])*\/(?:\\.|\$\{\d+(?::[^}\n]*)?\}|[^\\/$]|\$(?!\{))*\/[a-z]{0,8}(?=\})/s.exec(text);
    return match === null ? undefined : from + match[0].length;
  }

  #addText(text: string, start: number, end: number): void {
    const last = this.#parts.at(-1);
    if (last?.kind === 'text') {
      this.#parts[this.#parts.length - 1] = {
        kind: 'text',
        text: last.text + text,
        span: { start: last.span.start, end },
      };
    } else this.#parts.push({ kind: 'text', text, span: { start, end } });
    this.#at = end;
  }

  #problem(messageId: SnippetProblem['messageId'], start: number, end: number): void {
    this.#problems.push({ messageId, found: this.body.slice(start, end), span: { start, end } });
  }
}

function openOf([whole, digits, name = '']: RegExpExecArray, start: number, outer: SnippetPart[]): Open {
  return { start, end: start + whole.length, index: digits === undefined ? undefined : Number(digits), name, outer };
}
