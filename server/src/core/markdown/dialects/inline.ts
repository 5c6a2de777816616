import { attributeList, attributeSource, attributesBehind } from './attributes.js';
import { type Finding, lineStart } from './constructs.js';
import {
  blockElements,
  inlineElements,
  mathEnvironments,
  opaqueElements,
  ownParts,
  rawElements,
  rawTags,
} from './forms.js';
import { isInsideName, nameAround } from './names.js';
import { readTag } from './tag.js';

/** What is known of the whole text, and what is found of the part of it that is being read. */
export interface Reading {
  readonly text: string;
  found: Finding;
  /** The marks `①`, `[1]`, `〔1〕` that a note or a list of sources explains; `[` for every number in brackets. */
  readonly noted: ReadonlySet<string>;
  /** Whether a closing mark is nowhere behind an offset: it is looked for once. */
  readonly absent: Map<string, number>;
  /** How far was looked ahead: what is found depends on the text up to there. */
  looked: number;
}

/** Notes how far was looked for what ends something: infinitely far where nothing does. */
export function lookedUpTo(reading: Reading, end: number | undefined): void {
  reading.looked = Math.max(reading.looked, end ?? Number.POSITIVE_INFINITY);
}

/** Every character at which a construct may begin. */
const trigger = /[`\\<[\]{@#$!^=.:/*†‡§①-⑳〔［⁰¹²³⁴-⁹(（%~]/g;

/**
 * Reads the constructs of a stretch of lines that are one block, or part of one, forward. Returns where it ends, which
 * is past the stretch where a comment or an element goes on.
 */
export function readInline(reading: Reading, start: number, end: number): number {
  return new Scan(reading, start, end).run();
}

class Scan {
  readonly #reading: Reading;
  readonly #text: string;
  readonly #found: Finding;
  readonly #start: number;
  readonly #end: number;
  /** The stretch. */
  readonly #source: string;
  /** Closing marks that the stretch has not behind an offset. */
  readonly #absent = new Map<string, number>();
  /** Where brackets were opened. */
  readonly #brackets: number[] = [];
  /** The end of the last name or construct: no name reaches back over it. */
  #from: number;
  #openStars = 0;
  /** Where the line of the last offset that was asked for begins. */
  #lineStart: number;
  #lineSeen: number;
  /** No name stands up to here. */
  #nameless = 0;

  constructor(reading: Reading, start: number, end: number) {
    this.#reading = reading;
    this.#text = reading.text;
    this.#found = reading.found;
    this.#start = start;
    this.#end = end;
    this.#source = reading.text.slice(start, end);
    this.#from = start;
    this.#lineStart = lineStart(reading.text, start);
    this.#lineSeen = start;
  }

  run(): number {
    let at = this.#start;
    while (at < this.#end) {
      trigger.lastIndex = at - this.#start;
      const match = trigger.exec(this.#source);
      if (match === null) break;
      at = this.#start + match.index;
      const next = this.#constructAt(at);
      if (next > at) this.#from = next;
      at = Math.max(next, at + 1);
    }
    return Math.max(at, this.#end);
  }

  /** Where the construct at an offset ends, or what cannot be one; the offset itself where neither is there. */
  #constructAt(at: number): number {
    switch (this.#text[at]) {
      case '`':
        return this.#code(at);
      case '\\':
        return this.#backslash(at);
      case '<':
        return this.#angle(at);
      case '[':
        return this.#bracket(at);
      case ']':
        return this.#closingBracket(at);
      case '{':
        return this.#brace(at);
      case '@':
        return this.#citationKey(at);
      case '#':
        return this.#hashtag(at);
      case '$':
        return this.#dollar(at);
      case '!':
        return this.#picture(at);
      case '^':
        return this.#caret(at);
      case '=':
        return this.#highlight(at);
      case '%':
        return this.#percent(at);
      case ':':
        return this.#emoji(at);
      case '.':
      case '/':
        return this.#name(at);
      case '~':
        return this.#tilde(at);
      default:
        return this.#noteMark(at);
    }
  }

  /** What stands before an offset on its line, if it is no longer than the marks of a line are; offsets only grow. */
  #lineBefore(at: number): string | undefined {
    for (let i = Math.max(this.#lineSeen, this.#lineStart); i < at; i++) {
      if (this.#text[i] === '\n' || this.#text[i] === '\r') this.#lineStart = i + 1;
    }
    this.#lineSeen = Math.max(this.#lineSeen, at);
    return at - this.#lineStart > longestMarks ? undefined : this.#text.slice(this.#lineStart, at);
  }

  #match(pattern: RegExp, at: number, then: (found: string, match: RegExpExecArray) => number): number {
    pattern.lastIndex = at - this.#start;
    const match = pattern.exec(this.#source);
    return match === null ? at : then(match[0], match);
  }

  #object(start: number, end: number, role?: 'reference' | 'expression'): number {
    this.#found.add(start, end, 'object', role);
    return end;
  }

  #nothing(start: number, end: number, role?: 'reference' | 'cut'): number {
    this.#found.add(start, end, 'nothing', role);
    return end;
  }

  /** Where a closing mark begins in the stretch; -1. */
  #closing(mark: string, from: number): number {
    const absent = this.#absent.get(mark);
    if (absent !== undefined && from >= absent) return -1;
    const index = this.#source.indexOf(mark, from - this.#start);
    if (index < 0) this.#absent.set(mark, Math.min(absent ?? from, from));
    return index < 0 ? -1 : this.#start + index;
  }

  /** Where a closing mark begins anywhere in the text; -1. */
  #closingAnywhere(mark: string, from: number): number {
    const { absent } = this.#reading;
    const known = absent.get(mark);
    const index = known !== undefined && from >= known ? -1 : this.#text.indexOf(mark, from);
    if (index < 0) absent.set(mark, Math.min(known ?? from, from));
    lookedUpTo(this.#reading, index < 0 ? undefined : index + mark.length);
    return index;
  }

  #code(at: number): number {
    const marks = runOf('`', this.#source, at - this.#start);
    const key = '`'.repeat(marks);
    for (let from = at + marks; ; ) {
      const close = this.#closing(key, from);
      if (close < 0) return at + marks;
      const length = runOf('`', this.#source, close - this.#start);
      if (length === marks) return close + length;
      from = close + length;
    }
  }

  #backslash(at: number): number {
    const next = this.#text[at + 1] ?? '';
    // The end of a line, which may be the end of the stretch, is not passed over.
    if (next === '' || next === '\n' || next === '\r') return at + 1;
    if (next === '@')
      return this.#match(/\\@ref\([^()\s]{1,200}\)/y, at, ({ length }) => this.#object(at, at + length));
    if (next === '(' || next === '[') {
      const close = this.#closing(next === '(' ? '\\)' : '\\]', at + 2);
      if (close > 0 && isMath(this.#text.slice(at + 2, close).trim())) return this.#object(at, close + 2);
      return at + 2;
    }
    if (next === '*' || next === '†' || next === '‡') return this.#noteMark(at);
    const command = this.#match(latexReference, at, (found, match) => {
      const role = /^(?:[a-z]*cite|footcite|nocite)/i.test(match[1] as string) ? 'reference' : undefined;
      return role === undefined
        ? this.#object(at, at + found.length)
        : this.#nothing(this.#spaceBefore(at), at + found.length, role);
    });
    if (command > at) return command;
    const note = this.#match(/\\footnote\{/y, at, ({ length }) => this.#note(at, length, '{', '}'));
    if (note > at) return note;
    const environment = this.#match(/\\begin\{([a-z]+)\*?\}/y, at, (_, match) => {
      if (!mathEnvironments.has(match[1] as string)) return at;
      const close = this.#closing(`\\end{${match[1]}`, at);
      return close < 0 ? at : this.#object(at, lineEndOrBrace(this.#text, close, this.#end));
    });
    if (environment > at) return environment;
    const name = this.#name(at);
    return name > at ? name : at + 2;
  }

  /** `<!-- … -->` inside a paragraph, elements and tags of HTML, components of JSX. */
  #angle(at: number): number {
    if (this.#text.startsWith('<!--', at)) return this.#comment(at, '<!--', '-->');
    const address = this.#match(
      /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/iy,
      at,
      ({ length }) => at + length,
    );
    if (address > at) return address;
    if (this.#text.startsWith('<%', at)) {
      const close = this.#closing('%>', at + 2);
      return close < 0 ? at : this.#object(at, close + 2);
    }
    const tag = readTag(this.#text, at, this.#end);
    if (tag === undefined) return at;
    const { name, end, isClosing } = tag;
    const plain = name.toLowerCase();
    const atLineStart = lineMarks.test(this.#lineBefore(at) ?? 'x');
    if (plain === 'sup' && !isClosing) {
      const noted = this.#match(superscript, at, (found, match) =>
        this.#superscript(at, found.length, match[1] as string),
      );
      if (noted !== at) return noted;
    }
    if (!isClosing && opaqueElements.has(plain) && !tag.isEmpty) {
      const anywhere = atLineStart && rawElements.has(plain);
      const close = this.#closeOf(plain, end, anywhere);
      if (close !== undefined && anywhere) {
        this.#found.blank(at, close);
        return close;
      }
      if (close !== undefined) return this.#object(at, close);
      if (anywhere && /^(?:pre|script|style|textarea)$/.test(plain)) {
        this.#found.unread.push({ span: { start: at, end: this.#text.length }, reason: 'unclosed', construct: 'html' });
        this.#found.blank(at, this.#text.length);
        return this.#text.length;
      }
    }
    if (plain === 'q' && !isClosing) {
      const close = this.#closing('</q>', end);
      if (close > 0) {
        this.#found.add(at, end, 'nothing', 'quote-start');
        this.#found.add(close, close + 4, 'nothing', 'end');
      }
      return end;
    }
    if (plain === 'blockquote' && !isClosing) {
      const close = this.#closingAnywhere('</blockquote', end);
      this.#found.quoted.push({ start: end, end: close < 0 ? this.#end : close });
    }
    const isBlock = blockElements.has(plain);
    const isComponent = /^[A-Z]|[.-]/.test(name) && !isPlaceholder.test(name);
    if (isBlock || isComponent || (atLineStart && (inlineElements.has(plain) || this.#endsLine(end)))) {
      this.#found.tags.push({ value: this.#text.slice(at, end), span: { start: at, end } });
      if (isComponent) this.#found.isTemplate = true;
      if (plain === 'img') return this.#object(at, end);
      return this.#nothing(at, end, isBlock ? 'cut' : undefined);
    }
    return end;
  }

  #endsLine(offset: number): boolean {
    lineRest.lastIndex = offset;
    return lineRest.test(this.#text);
  }

  /** Where an element ends that begins before an offset. */
  #closeOf(element: string, from: number, anywhere: boolean): number | undefined {
    const close = anywhere ? this.#closingAnywhere(`</${element}`, from) : this.#closing(`</${element}`, from);
    if (close < 0) return undefined;
    const end = this.#text.indexOf('>', close);
    lookedUpTo(this.#reading, end < 0 ? undefined : end + 1);
    return end < 0 ? undefined : end + 1;
  }

  /** A comment that closes in the stretch; at the start of a line, or by a template, anywhere in the text. */
  #comment(at: number, open: string, close: string): number {
    const end = this.#closing(close, at + open.length);
    if (end < 0) return at;
    return this.#commentFrom(at, at + open.length, end, end + close.length);
  }

  #commentFrom(start: number, contentStart: number, contentEnd: number, end: number): number {
    this.#found.comments.push({ span: { start, end }, content: { start: contentStart, end: contentEnd } });
    return this.#nothing(start, end);
  }

  #bracket(at: number): number {
    // `[^1]`: a footnote's mark is the parser's.
    const note = this.#match(/\[\^[^\]\s]{1,999}\]/y, at, ({ length }) => at + length);
    if (note > at) return note;
    const wiki = this.#match(/\[\[[^[\]\n|\\]+(?:\\?\|([^[\]\n]+))?\]\](?!\()/y, at, (found, match) => {
      const alias = match[1];
      if (alias === undefined) return this.#object(at, at + found.length, 'reference');
      const end = at + found.length;
      this.#nothing(at, end - 2 - alias.length);
      this.#nothing(end - 2, end, 'reference');
      return at + found.length - 2 - alias.length;
    });
    if (wiki > at) return wiki;
    const citation = this.#match(
      /\[[^[\]@]{0,200}(?<![\p{L}\p{N}])@[\p{L}\p{N}_{][^[\]]{0,400}\](?![([:{])/uy,
      at,
      ({ length }) => this.#nothing(this.#spaceBefore(at), at + length, 'reference'),
    );
    if (citation > at) return citation;
    const number = this.#noteMark(at);
    if (number > at) return number;
    this.#brackets.push(at);
    return at;
  }

  /** `[text]{.smallcaps}`: the brackets go with the attributes. */
  #closingBracket(at: number): number {
    const open = this.#brackets.pop();
    if (open === undefined) return at;
    return this.#match(attributesBehind, at, (found) => {
      this.#nothing(open, open + 1);
      this.#nothing(at, at + found.length);
      return at + found.length;
    });
  }

  #brace(at: number): number {
    const text = this.#text;
    if (text.startsWith('{/*', at)) {
      const close = this.#closingAnywhere('*/}', at + 3);
      if (close > 0) return this.#commentFrom(at, at + 3, close, close + 3);
      return this.#unclosed(at, 'comment');
    }
    if (text.startsWith('{# ', at)) {
      const close = this.#closing('#}', at + 3);
      if (close > 0) return this.#commentFrom(at, at + 2, close, close + 2);
    }
    if (text.startsWith('{%', at)) return this.#liquidTag(at);
    if (text.startsWith('{{', at)) return this.#doubleBrace(at);
    if (text.startsWith('{::', at)) {
      return this.#match(/\{::[^{}\n]{0,200}\}|\{:\/[^{}\n]{0,60}\}/y, at, ({ length }) =>
        this.#nothing(at, at + length),
      );
    }
    // A role of MyST: {ref}`…`, {cite}`…`.
    const role = this.#match(/\{([a-z][\w:.-]{0,60})\}(?=`)/iy, at, (found, match) => {
      const name = (match[1] as string).toLowerCase();
      const end = this.#code(at + found.length);
      if (/^(?:[a-z]+:)?cite/.test(name)) return this.#nothing(this.#spaceBefore(at), end, 'reference');
      return this.#object(at, end);
    });
    if (role > at) return role;
    const attributes = this.#match(attributeList, at, ({ length }) => {
      const end = at + length;
      // Behind the words of a heading or a caption the space goes too.
      return this.#nothing(this.#endsLine(end) ? this.#spaceBefore(at) : at, end);
    });
    if (attributes > at) return attributes;
    // An expression of MDX: {props.total}, {format(total)}.
    return this.#match(expression, at, ({ length }) => {
      this.#found.isTemplate = true;
      return this.#object(at, at + length, 'expression');
    });
  }

  #liquidTag(at: number): number {
    const close = this.#closing('%}', at + 2);
    if (close < 0) return at;
    const end = close + 2;
    const name = /^-?\s*(\w+)/.exec(this.#text.slice(at + 2, Math.min(close, at + 80)))?.[1] ?? '';
    this.#found.isTemplate = true;
    if (name === 'comment' || rawTags.has(name)) {
      const closing = this.#endOf(liquidEnds, name, end);
      if (closing === undefined) {
        return name === 'comment' ? this.#unclosed(at, 'comment') : this.#nothing(at, end);
      }
      if (name === 'comment') return this.#commentFrom(at, end, closing.index, closing.index + closing[0].length);
      return this.#object(at, closing.index + closing[0].length);
    }
    if (name.startsWith('cite')) return this.#nothing(this.#spaceBefore(at), end, 'reference');
    if (/^(?:include|include_relative|render|link|post_url|figure|image)$/.test(name)) return this.#object(at, end);
    return this.#nothing(at, end);
  }

  /** The tag that ends another, anywhere behind it. */
  #endOf(ends: ReadonlyMap<string, RegExp>, name: string, from: number): RegExpExecArray | undefined {
    const { absent } = this.#reading;
    const pattern = ends.get(name) as RegExp;
    const key = pattern.source;
    pattern.lastIndex = from;
    const isAbsent = from >= (absent.get(key) ?? Number.POSITIVE_INFINITY);
    const match = isAbsent ? null : pattern.exec(this.#text);
    if (match === null && !isAbsent) absent.set(key, from);
    lookedUpTo(this.#reading, match === null ? undefined : match.index + match[0].length);
    return match ?? undefined;
  }

  #doubleBrace(at: number): number {
    const shortcode = this.#text[at + 2] === '<' || this.#text[at + 2] === '%';
    const mark = this.#text.startsWith('{{{', at)
      ? '}}}'
      : this.#text[at + 2] === '<'
        ? '>}}'
        : this.#text[at + 2] === '%'
          ? '%}}'
          : '}}';
    const close = this.#closing(mark, at + 2);
    if (close < 0) return at;
    const end = close + mark.length;
    if (shortcode) {
      this.#found.isTemplate = true;
      const name = /^\{\{[<%]\s*([\w-]+)/.exec(this.#text.slice(at, at + 80))?.[1] ?? '';
      if (name.startsWith('cite')) return this.#nothing(this.#spaceBefore(at), end, 'reference');
      if (rawTags.has(name)) {
        const closing = this.#endOf(shortcodeEnds, name, end);
        if (closing !== undefined) return this.#object(at, closing.index + closing[0].length);
      }
      // One that ends another, or that another ends, is a mark round text.
      const isPaired = ['{{< /', '{{</', '{{% /', '{{%/'].some((mark) => this.#closingAnywhere(mark + name, end) >= 0);
      return name === '' || isPaired ? this.#nothing(at, end) : this.#object(at, end);
    }
    if (/[.|(]/.test(this.#text.slice(at + 2, close))) this.#found.isTemplate = true;
    return this.#object(at, end, 'expression');
  }

  /** `@key`, `@fig-output`, `@handle`. */
  #citationKey(at: number): number {
    if (/[\p{L}\p{N}_.\\/-]/u.test(this.#text[at - 1] ?? '')) return at;
    return this.#match(
      /@(?:\{[^{}\s]{1,200}\}|[\p{L}_][\p{L}\p{N}_]*(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*)/uy,
      at,
      (found) => {
        const role = ownParts.test(found.slice(1)) ? undefined : 'reference';
        return this.#object(at, at + found.length, role);
      },
    );
  }

  #hashtag(at: number): number {
    if (/[^\s(（"'“‘，。、；：]/.test(this.#text[at - 1] ?? ' ')) return at;
    return this.#match(/#[\p{L}_][\p{L}\p{N}_/-]*#?/uy, at, ({ length }) => this.#object(at, at + length));
  }

  /** `$x$` as Pandoc has it, where its content looks like mathematics: amounts of dollars do not. */
  #dollar(at: number): number {
    if (this.#text.startsWith('$$', at)) {
      const close = this.#closing('$$', at + 2);
      return close < 0 ? at + 2 : this.#object(at, close + 2);
    }
    // ${1:value} is a tab stop of a snippet.
    if (/[\p{L}\p{N}]/u.test(this.#text[at - 1] ?? '') || /[\s{]/.test(this.#text[at + 1] ?? ' ')) return at;
    for (let from = at + 1; ; ) {
      const close = this.#closing('$', from);
      if (close < 0 || close - at > 500) return at;
      const inner = this.#text.slice(at + 1, close);
      if (this.#text[close - 1] === '\\') {
        from = close + 1;
        continue;
      }
      if (/\s$/.test(inner) || /\d/.test(this.#text[close + 1] ?? '')) return at;
      // $40.2$ is a number.
      if (/^\d[\d.,]*%?$/.test(inner)) {
        this.#nothing(at, at + 1);
        return this.#nothing(close, close + 1);
      }
      if (!isMath(inner)) return at;
      return this.#object(at, close + 1);
    }
  }

  /** `![[picture.png]]`; `![caption](picture.png){#fig-x}` alone in its paragraph is a figure, and its caption is read. */
  #picture(at: number): number {
    const embed = this.#match(/!\[\[[^[\]\n]+\]\]/y, at, ({ length }) => this.#object(at, at + length));
    if (embed > at || this.#lineBefore(at)?.trim() !== '') return embed;
    return this.#match(figure, at, (_, match) => {
      const caption = match[1] as string;
      const end = at + match[0].length;
      this.#nothing(at, at + 2);
      this.#nothing(at + 2 + caption.length, end);
      return at + 2;
    });
  }

  #caret(at: number): number {
    if (this.#text[at + 1] === '[') return this.#note(at, 2, '[', ']');
    const superscript = this.#match(/\^([^\s^]{1,12})\^/y, at, (found, match) =>
      this.#superscript(at, found.length, match[1] as string),
    );
    if (superscript !== at) return superscript;
    // The id of a block in Obsidian.
    if (!/\s/.test(this.#text[at - 1] ?? '')) return at;
    return this.#match(/\^[\w-]+(?=[ \t]*(?:[\r\n]|$))/y, at, ({ length }) =>
      this.#nothing(this.#spaceBefore(at), at + length),
    );
  }

  /** A raised note's mark, `<sup>1</sup>`, `^1^`; an exponent or the end of an ordinal is none. */
  #superscript(at: number, length: number, content: string): number {
    const before = this.#text.slice(Math.max(this.#start, at - 8), at);
    const end = at + length;
    if (/^(?:st|nd|rd|th|e|er|TM|®)$/i.test(content)) return end;
    if (/^[-+−]?\d+$/.test(content)) {
      if (/(?:^|[^\d.,])10$/.test(before)) return this.#object(at, end);
      if (/(?:^|[^\p{L}])[kcmd]?m$/u.test(before) && /^[23]$/.test(content)) return end;
    }
    return this.#nothing(at, end, 'reference');
  }

  /** `^[…]`, `\footnote{…}`: a note's words stand elsewhere on the page. */
  #note(at: number, length: number, open: string, close: string): number {
    let depth = 1;
    for (let i = at + length; i < this.#end && i < at + longestNote; i++) {
      const character = this.#text[i];
      if (character === '\\') i++;
      else if (character === open) depth++;
      else if (character === close && --depth === 0) {
        this.#found.add(at, at + length, 'nothing', 'note-start');
        this.#found.add(i, i + 1, 'nothing', 'end');
        return at + length;
      }
    }
    return at;
  }

  /** `==marked==`: the marks. */
  #highlight(at: number): number {
    if (this.#text[at + 1] !== '=' || /[\s=]/.test(this.#text[at + 2] ?? ' ') || this.#text[at - 1] === '=') return at;
    const close = this.#closing('==', at + 2);
    if (close < 0 || /[\s=]/.test(this.#text[close - 1] as string) || this.#text[close + 2] === '=') return at;
    if (/[\r\n]/.test(this.#text.slice(at, close))) return at;
    this.#nothing(at, at + 2);
    this.#nothing(close, close + 2);
    return at + 2;
  }

  #percent(at: number): number {
    if (this.#text[at + 1] !== '%') return at;
    if (/\d/.test(this.#text[at - 1] ?? '')) return at + 2;
    const close = this.#closingAnywhere('%%', at + 2);
    return close < 0 ? at + 2 : this.#commentFrom(at, at + 2, close, close + 2);
  }

  /** `CO~2~`: the marks. */
  #tilde(at: number): number {
    if (!/\p{L}/u.test(this.#text[at - 1] ?? '')) return at;
    return this.#match(/~([^\s~]{1,6})~(?!~)/y, at, (found) => {
      this.#nothing(at, at + 1);
      this.#nothing(at + found.length - 1, at + found.length);
      return at + found.length;
    });
  }

  /** The mark of a note on a number, or of one that the text explains: `40.2①`, `40.2*`, `40.2 (r)`, `2022[1]`. */
  #noteMark(at: number): number {
    const before = this.#text[at - 1] ?? ' ';
    const behindDigit = /[\d%％‰]/.test(before);
    const numbered = this.#match(
      /\[\d{1,3}(?:\s?[,，–-]\s?\d{1,3})*\](?![([:])|〔\d{1,3}〕|［\d{1,3}］|[①-⑳]/y,
      at,
      (found) => {
        const { noted } = this.#reading;
        const known = noted.has(found) || (found.startsWith('[') && noted.has('['));
        const startsLine = this.#lineBefore(at)?.trim() === '';
        if (
          !startsLine &&
          known &&
          (/[\p{L}\p{N}%％”’"'）)》〉」。.，,；;、]/u.test(before) || found.startsWith('['))
        ) {
          return this.#nothing(this.#spaceBefore(at), at + found.length, 'reference');
        }
        // 2022年① | of a table's head, and what stands right behind a digit.
        const endsCell = /^[ \t]*(?:[|\r\n]|$)/.test(this.#text.slice(at + found.length, at + found.length + 8));
        const isMark = behindDigit || (endsCell && /[\p{L}）)]/u.test(before));
        return !startsLine && isMark && !found.startsWith('[') ? this.#nothing(at, at + found.length) : at;
      },
    );
    if (numbered > at) return numbered;
    const sign = this.#text[at] as string;
    if (sign === '*') {
      const abbreviation = this.#abbreviation(at);
      return abbreviation > at ? abbreviation : this.#star(at, behindDigit);
    }
    if (sign === '(') {
      // A text of Bookdown, by its label: (ref:output) …
      const label = this.#match(/\(ref:[\w:.-]{1,80}\)[ \t]?/y, at, ({ length }) => this.#nothing(at, at + length));
      if (label > at) return label;
    }
    if (!behindDigit && !(/\s/.test(before) && /[(（]/.test(sign) && /\d/.test(this.#text[at - 2] ?? ''))) return at;
    // 10⁶ is a power.
    if (/[⁰¹²³⁴-⁹]/.test(sign) && /(?:^|[^\d.,])10$/.test(this.#text.slice(Math.max(0, at - 3), at))) return at;
    return this.#match(/[⁰¹²³⁴-⁹]{1,2}|[†‡§]|\\[*†‡]|[(（][rpe][)）](?![A-Za-z0-9])/iuy, at, ({ length }) =>
      this.#nothing(this.#spaceBefore(at), at + length),
    );
  }

  /** `*[PTA]: parent-teacher association`, as Kramdown and others explain abbreviations: the marks. */
  #abbreviation(at: number): number {
    if (this.#lineBefore(at)?.trim() !== '') return at;
    return this.#match(/\*\[([^[\]\n]{1,60})\](?=:[ \t])/y, at, (found) => {
      this.#nothing(at, at + 2);
      return this.#nothing(at + found.length - 1, at + found.length);
    });
  }

  /** A star behind a digit is a note's, where none before it may begin emphasis. */
  #star(at: number, behindDigit: boolean): number {
    const length = runOf('*', this.#source, at - this.#start);
    const next = this.#text[at + length] ?? ' ';
    if (behindDigit && this.#openStars === 0 && length <= 3 && /[\s\p{P}\p{Script=Han}|]/u.test(next)) {
      return this.#nothing(at, at + length);
    }
    this.#openStars += /\s/.test(next) ? -1 : 1;
    if (this.#openStars < 0) this.#openStars = 0;
    return at + length;
  }

  /** `:warning:`: a picture by its name. */
  #emoji(at: number): number {
    const emoji = /[\p{L}\p{N}:]/u.test(this.#text[at - 1] ?? '')
      ? at
      : this.#match(/:[a-z+-][a-z\d_+-]{0,40}:(?![\p{L}\p{N}:`])/uy, at, ({ length }) => this.#object(at, at + length));
    return emoji > at ? emoji : this.#name(at);
  }

  /** The name of a file, a path, an address, a number of a document, by the mark inside it at an offset. */
  #name(at: number): number {
    if (at < this.#nameless || !isInsideName(this.#text, at, this.#from)) return at;
    const { name, end } = nameAround(this.#text, at, { start: this.#from, end: this.#end });
    if (name === undefined) {
      this.#nameless = end;
      return at;
    }
    // Addresses of their own are the parser's.
    if (name.kind === 'literal') return end;
    return this.#object(name.span.start, name.span.end, name.kind === 'address' ? 'reference' : undefined);
  }

  #spaceBefore(at: number): number {
    let start = at;
    while (start > this.#from && (this.#text[start - 1] === ' ' || this.#text[start - 1] === '\t')) start--;
    // What begins the line stays what it is.
    const line = this.#lineBefore(at);
    return line !== undefined && /^[ \t>]*(?:(?:[-+*:]|\d{1,9}[.)])[ \t]*)?$/.test(line) ? at : start;
  }

  /** A comment that never closes: the rest of the text is not read, and that is said. */
  #unclosed(at: number, construct: 'comment'): number {
    const { length } = this.#text;
    this.#found.unread.push({ span: { start: at, end: length }, reason: 'unclosed', construct });
    this.#found.blank(at, length);
    return length;
  }
}

/** The marks of block quotes and items, and a note's words, are no longer than this, in UTF-16 units. */
const longestMarks = 200;
const longestNote = 1_000;
const lineMarks = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/;
const lineRest = /[ \t]*(?=[\r\n]|$)/y;

function runOf(character: string, source: string, at: number): number {
  let end = at;
  while (source[end] === character) end++;
  return end - at;
}

/** Whether what stands between dollars or brackets is mathematics: a command, an index, a relation, a lone letter. */
function isMath(content: string): boolean {
  if (/[\\^_]|[=<>+≤≥≈∈]/.test(content)) return !/\p{Script=Han}{3}/u.test(content.replace(/\\text\{[^{}]*\}/g, ''));
  return /^[A-Za-z](?:[A-Za-z]?|[\d'*(),\s A-Za-z]{0,12})$/.test(content) && !/[a-z]{4}/i.test(content);
}

function lineEndOrBrace(source: string, close: number, end: number): number {
  const brace = source.indexOf('}', close);
  return brace < 0 || brace >= end ? end : brace + 1;
}

const endsOf = (end: (name: string) => string): ReadonlyMap<string, RegExp> =>
  new Map(['comment', ...rawTags].map((name) => [name, new RegExp(end(name), 'g')]));
const liquidEnds = endsOf((name) => `\\{%-?\\s*end${name}\\s*-?%\\}`);
const shortcodeEnds = endsOf((name) => `\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`);

const figure = new RegExp(
  String.raw`!\[([^[\]\n]{1,1000})\]\([^()\n]{1,500}\)${attributeSource}[ \t]*(?=[\r\n]|$)`,
  'uy',
);

/** A member or a call: a lone word in braces is text. */
const expression =
  /\{[A-Za-z_$][\w$]{0,60}(?:\??\.[A-Za-z_$][\w$]{0,60}|\([^(){}\n]{0,200}\)|\[[^[\]{}\n]{0,80}\]){1,6}\}/y;

const latexReference =
  /\\((?:[a-z]{0,20}cite[a-z]{0,20}|[a-z]{0,20}ref|label|pageref|nocite|input|include|includegraphics|bibliography)\*?)(?:\[[^[\]\n]{0,200}\]){0,2}\{[^{}\n]{1,400}\}/iy;

const superscript = /<sup(?:\s[^<>]{0,200})?>\s?(?:<a\s[^<>]{0,400}>)?\s?([^<>\s]{1,12})\s?(?:<\/a>)?\s?<\/sup>/iy;

/** What placeholder-unfilled takes for a place to fill, and no component. */
const isPlaceholder = /^(?:insert|enter|add|fill|your|name|date|number|value|amount|place)(?![a-z])/i;
