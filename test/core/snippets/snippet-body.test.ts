// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainSnippetText, readSnippetBody, type SnippetPart, snippetText } from '../../../server/src/core/index.js';

/** `1("[who]")`, `1|a|b|`, `NAME("x")`, `1/a/b/g()`: the shape of what was read. */
function shape(parts: readonly SnippetPart[]): string {
  return parts.map(shapeOf).join(' ');
}

function shapeOf(part: SnippetPart): string {
  if (part.kind === 'text') return JSON.stringify(part.text);
  if (part.kind === 'choice') return `${part.index}|${part.options.join('|')}|`;
  return `${part.kind === 'stop' ? part.index : part.name}${part.transform ?? ''}(${shape(part.inner ?? [])})`;
}

/** What is read, and what is said of it: `unclosed 3` for a problem that begins at 3. */
interface Case {
  readonly body: string;
  readonly is: string;
  readonly problems?: readonly string[];
}

// Marked before the reader was first run on them: issue 13, section 1.
const cases: readonly Case[] = [
  { body: '', is: '' },
  { body: 'plain words', is: '"plain words"' },
  { body: '$1 and ${2} and $0', is: '1() " and " 2() " and " 0()' },
  { body: '${1:[who]} does ${2:[what]}.', is: '1("[who]") " does " 2("[what]") "."' },
  { body: '${1:由${2:[填写单位]}牵头}。', is: '1("由" 2("[填写单位]") "牵头") "。"' },
  { body: '${1|up,down|}', is: '1|up|down|' },
  { body: '${1|a\\,b,c\\|d,e\\\\f|}', is: '1|a,b|c|d|e\\f|' },
  { body: '${1|上升，下降,持平|}', is: '1|上升，下降|持平|' },
  { body: '${1|£5,$6,{7}|}', is: '1|£5|$6|{7}|' },
  { body: 'costs \\$5 and \\} and \\\\ and \\n', is: '"costs $5 and } and \\\\ and \\\\n"' },
  { body: 'a $ sign, 5$ and }', is: '"a $ sign, 5$ and }"' },
  { body: '${metric:gdp.value@2022-10-01/..}', is: 'metric("gdp.value@2022-10-01/..")' },
  { body: '$TM_FILENAME and ${CLIPBOARD:nothing}', is: 'TM_FILENAME() " and " CLIPBOARD("nothing")' },
  { body: '${TM_SELECTED_TEXT:${1:[text]}}', is: 'TM_SELECTED_TEXT(1("[text]"))' },
  { body: '${1/(.*)/${1:/upcase}/g}', is: '1/(.*)/${1:/upcase}/g()' },
  { body: '${TM_FILENAME/(.*)\\..+$/$1/}!', is: 'TM_FILENAME/(.*)\\..+$/$1/() "!"' },
  { body: '${1/[{}]/x/}', is: '1/[{}]/x/()' },
  { body: '$12abc', is: '12() "abc"' },
  { body: '$name1.x', is: 'name1() ".x"' },
  { body: '\ud83d\ude00 ${1:\ud83d\ude00}', is: '"\ud83d\ude00 " 1("\ud83d\ude00")' },
  { body: 'line one\nline ${1:two\nthree}', is: '"line one\\nline " 1("two\\nthree")' },
  // Malformed: text, and a problem where it begins.
  { body: 'a ${1:[who', is: '"a ${1:[who"', problems: ['unclosed 2'] },
  { body: '${1:a ${2:b} c', is: '"${1:a " 2("b") " c"', problems: ['unclosed 0'] },
  { body: '${1:a ${2:b', is: '"${1:a ${2:b"', problems: ['unclosed 0', 'unclosed 6'] },
  { body: '${1|up,down}', is: '"${1|up,down}"', problems: ['choice 0'] },
  { body: '${1|up,down', is: '"${1|up,down"', problems: ['choice 0'] },
  { body: '${name|a,b|}', is: '"${name|a,b|}"', problems: ['choice 0'] },
  { body: 'x ${}', is: '"x ${}"', problems: ['no-variable 2'] },
  { body: '${ 1:a}', is: '"${ 1:a}"', problems: ['no-variable 0'] },
  { body: '${zh:${metric-gdp}}', is: 'zh("${metric-gdp") "}"', problems: ['no-variable 5'] },
  { body: '${1/a/b', is: '"${1/a/b"', problems: ['transform 0'] },
  { body: '${1/a}', is: '"${1/a}"', problems: ['transform 0'] },
  { body: '${指标:x}', is: '"${指标:x}"', problems: ['no-variable 0'] },
  { body: 'at the end $', is: '"at the end $"' },
  { body: 'at the end ${', is: '"at the end ${"', problems: ['no-variable 11'] },
  { body: 'at the end \\', is: '"at the end \\\\"' },
];

describe('the body of a snippet', () => {
  for (const { body, is, problems = [] } of cases) {
    it(`reads ${JSON.stringify(body)} (issue 13, section 1)`, () => {
      const read = readSnippetBody(body);
      assert.equal(shape(read.parts), is);
      assert.deepEqual(
        read.problems.map(({ messageId, span }) => `${messageId.replace('snippet.', '')} ${span.start}`),
        problems,
      );
    });
  }

  it('is written so that it is read as the same again', () => {
    for (const { body } of cases) {
      const { parts } = readSnippetBody(body);
      assert.equal(shape(readSnippetBody(snippetText(parts)).parts), shape(parts), body);
    }
  });

  it('is plain text for an editor without snippets: the first of a choice, gaps in their brackets', () => {
    const plain = (body: string) => plainSnippetText(readSnippetBody(body).parts);
    assert.equal(plain('It went ${1|up,down|} ${2:[by how much]}.$0'), 'It went up [by how much].');
    assert.equal(plain('$1 says ${1:[who]}, and $1'), '[who] says [who], and [who]');
    assert.equal(plain('${TM_SELECTED_TEXT:${1:[填写内容]}}。$CLIPBOARD'), '[填写内容]。');
    assert.equal(plain('${1:[date]} ${1/(.*)/${1:/upcase}/}'), '[date] [date]');
  });

  it('is text where it is longer than any that somebody means', () => {
    const { parts, problems } = readSnippetBody(`${'so '.repeat(8000)}${'${1:[what]}'}`);
    assert.deepEqual([parts.length, problems.map(({ messageId }) => messageId)], [1, ['snippet.too-long']]);
  });

  it('takes time in proportion to its length, however it is broken', () => {
    const broken = [
      '${1:',
      '${1|',
      '${1/',
      '${1/a/${1:-',
      '${',
      '\\',
      '$',
      '}',
      '${1:}',
      '${1|a,',
      '${a:${1/x/',
      '|}',
      '${1|a|b',
    ];
    for (const piece of broken) {
      const time = (count: number) => {
        const body = `${piece.repeat(count)}}`;
        const start = process.cpuUsage().user;
        readSnippetBody(body);
        return (process.cpuUsage().user - start) / 1000;
      };
      time(2000);
      assert.ok(time(Math.floor(19_000 / piece.length)) < 500, piece);
    }
  });

  it('lies with all its parts in the text, one behind the other', () => {
    for (const { body } of cases) {
      let at = 0;
      for (const { span } of readSnippetBody(body).parts) {
        assert.equal(span.start, at, body);
        at = span.end;
      }
      assert.equal(at, body.length, body);
    }
  });
});
