import type { Root } from 'mdast';
import {
  type CompileContext,
  type Extension,
  fromMarkdown,
  type Handle,
  type Options,
  type Token,
} from 'mdast-util-from-markdown';
import { parse, postprocess, preprocess } from 'micromark';
import type { KnownLabels } from './defined-labels.js';

export type SyntaxExtension = NonNullable<Options['extensions']>[number];
type Constructs = NonNullable<Extract<SyntaxExtension, { document?: unknown }>['document']>;
export type Tokenizer = Extract<NonNullable<Constructs['null']>, { tokenize: unknown }>['tokenize'];
type Event = ReturnType<typeof postprocess>[number];

/**
 * A parser of Markdown that is kept: `fromMarkdown` puts its extensions together anew for each text, which costs a short
 * text as much as the parsing. Its steps are the library's (`parse` to `postprocess`); of its compiler, which it does not
 * export, this keeps what its handlers are given (`CompileContext`), and runs them over the events by itself.
 */
export class TreeParser {
  readonly #parser: ReturnType<typeof parse>;
  readonly #config: CompileContext['config'];
  readonly #calls: Pick<CompileContext, 'enter' | 'exit' | 'buffer' | 'resume'>;

  constructor(syntax: readonly SyntaxExtension[], toTree: readonly Extension[]) {
    this.#parser = parse({ extensions: [...syntax] });
    const { config, enter, exit, buffer, resume } = contextOf(toTree);
    this.#config = config;
    this.#calls = { enter, exit, buffer, resume };
  }

  parse(text: string, labels: KnownLabels): Root {
    const parser = this.#parser;
    // What it remembers of a text.
    parser.defined = labels.links;
    parser.gfmFootnotes = labels.footnotes;
    parser.lazy = {};
    const tokenizer = parser.document();
    return this.#compile(postprocess(tokenizer.write(preprocess()(text, undefined, true))));
  }

  #compile(events: readonly Event[]): Root {
    const root: Root = { type: 'root', children: [] };
    const context: CompileContext = {
      ...this.#calls,
      config: this.#config,
      data: {},
      stack: [root],
      tokenStack: [],
      sliceSerialize: () => '',
    };
    for (const [step, token, { sliceSerialize }] of withItems(events)) {
      context.sliceSerialize = sliceSerialize;
      this.#config[step][token.type]?.call(context, token);
    }
    return root;
  }
}

/** What the handlers of these extensions are called on: nothing of it belongs to a text but its stacks and its data. */
function contextOf(toTree: readonly Extension[]): CompileContext {
  let context: CompileContext | undefined;
  const lineEndingBlank: Handle = function () {
    context = this;
  };
  fromMarkdown('\n\n', { mdastExtensions: [...toTree, { enter: { lineEndingBlank } }] });
  if (context === undefined) throw new Error('mdast-util-from-markdown calls its handlers otherwise');
  context.config.enter = { ...context.config.enter };
  delete context.config.enter.lineEndingBlank;
  return context;
}

/** The parser marks lists and the beginnings of their items: items are put around what belongs to them. */
function withItems(events: readonly Event[]): readonly Event[] {
  if (!events.some(([, { type }]) => isList(type))) return events;
  const found: Event[] = [];
  /** The containers around: of a list, its item. */
  const open: (Token | undefined)[] = [];
  for (const event of events) {
    const [step, { type, start }, context] = event;
    if (step === 'enter' && type === 'listItemPrefix') {
      endItem(found, open.pop(), event);
      const item: Token = { type: 'listItem', start: { ...start }, end: { ...start } };
      open.push(item);
      found.push(['enter', item, context]);
    } else if (isList(type) || type === 'blockQuote') {
      if (step === 'enter') open.push(undefined);
      else endItem(found, open.pop(), event);
    }
    found.push(event);
  }
  return found;
}

/** What stands between the last line of an item and what follows it. */
const betweenItems: ReadonlySet<string> = new Set([
  'linePrefix',
  'blockQuotePrefix',
  'blockQuotePrefixWhitespace',
  'blockQuoteMarker',
  'listItemIndent',
]);

/** Ends an item before the line endings that stand before the next one, or before the end of the list. */
function endItem(found: Event[], item: Token | undefined, [, next, context]: Event): void {
  if (item === undefined) return;
  let at = found.length;
  for (let i = found.length - 1; i >= 0; i--) {
    const [step, { type }] = found[i] as Event;
    if (type === 'lineEnding' || type === 'lineEndingBlank') {
      if (step === 'enter') at = i;
    } else if (!betweenItems.has(type)) break;
  }
  item.end = { ...((found[at]?.[1].start ?? next.end) as Token['end']) };
  found.splice(at, 0, ['exit', item, context]);
}

function isList(type: string): boolean {
  return type === 'listOrdered' || type === 'listUnordered';
}
