import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isReport, mergePacks } from '../../../server/src/core/index.js';
import {
  frontMatterSpan,
  isDate,
  readFrontMatter,
  readFrontMatterProblems,
} from '../../../server/src/core/markdown/front-matter.js';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../../server/src/core/markdown/piece.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';
import { unknownName } from '../../../server/src/core/vocabulary/unknown-name.js';

const { vocabulary } = mergePacks([]);
const proseOf = (text: string) => readProse(parseMarkdown(text, readPiece));
const read = (text: string) => readFrontMatter(proseOf(text));
const problemsOf = (text: string) => {
  const { frontMatter } = proseOf(text);
  return frontMatter === undefined
    ? []
    : readFrontMatterProblems(
        frontMatter,
        (key, value) => unknownName(key, value, vocabulary) === undefined,
        () => false,
      );
};

describe('front matter', () => {
  it('is read with any line ending, at its place', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = ['---', 'title: A', 'report: briefing', '---', '', 'Text'].join(ending);
      assert.deepEqual(read(text), { title: 'A', report: 'briefing' });
      const span = frontMatterSpan(proseOf(text), 'report');
      assert.equal(text.slice(span?.start, span?.end), 'briefing', JSON.stringify(ending));
    }
  });

  it('makes a report by `report`, in YAML with either end and in TOML (trial 1.14)', () => {
    for (const text of [
      '---\nreport: memo\n---\n',
      '---\ntitle: 春\nreport: memo\n...\n\nText\n',
      '\uFEFF---\r\nreport: memo\r\n...\r\n',
      '+++\nreport = "memo"\n+++\n',
      '+++\ntitle = "春"\n"report" = \'memo\'\n[params]\na = 1\n+++\n',
      '+++\r\nreport="memo"\r\n+++',
    ]) {
      assert.ok(isReport(text), text);
    }
    for (const text of [
      '---\ntitle: A\n...\nreport: memo\n',
      '---\nreport = "memo"\n---\n',
      '---\nparams:\n  report: memo\n...\n',
      '+++\ntitle = "A"\n+++\nreport = "memo"\n+++\n',
      '+++\nreport: memo\n+++\n',
      '+++\n[params]\nreport = "memo"\n+++\n',
      '+++\nreporting = true\n+++\n',
      '+++\nreport = "memo"\n',
      '\n+++\nreport = "memo"\n+++\n',
    ]) {
      assert.ok(!isReport(text), text);
    }
  });

  it('may leave the date to the tool that shows the report', () => {
    for (const date of [
      'today',
      'now',
      'last-modified',
      '"`r Sys.Date()`"',
      '\'`r format(Sys.time(), "%d %B %Y")`\'',
      '"{{ page.date }}"',
      "'<% tp.date.now() %>'",
    ]) {
      const text = `---\ndate: ${date}\n---\n`;
      assert.deepEqual(problemsOf(text), [], text);
      assert.deepEqual(read(text), {}, text);
    }
    for (const date of ['yesterday', 'soon', 'now or never', '2023-02-30', '`r`']) {
      assert.equal(problemsOf(`---\ndate: '${date}'\n---\n`).length, 1, date);
    }
  });

  it('is none without a closing fence, nor further down', () => {
    assert.deepEqual(read('---\nreport: a\n\n- b\n'), {});
    assert.equal(proseOf('---\n\n- b\n').lists.length, 1);
    assert.deepEqual(read('\n---\nreport: a\n---\n'), {});
    assert.deepEqual(read(`${'a\n\n'.repeat(20_000)}---\nreport: a\n---\n`), {});
  });

  it('holds dates of the calendar alone', () => {
    for (const date of ['2023-10-10', '2023-10', '2023', '2024-02-29']) assert.ok(isDate(date), date);
    for (const date of ['2023-02-29', '2023-13', '2023-00', '2023-04-31', '23', 'soon', ''])
      assert.ok(!isDate(date), date);
    assert.deepEqual(read('---\ndate: 2023-02-30\n---\n'), {});
  });

  it('may be broken', () => {
    for (const yaml of [
      'report: [a\n  b: }',
      'a: *b',
      '\t- a',
      '"',
      '- a',
      'a',
      '? ? ?',
      'report: {a: b}',
      'report: |',
    ]) {
      assert.doesNotThrow(() => read(`---\n${yaml}\n---\n`), yaml);
    }
    assert.equal(problemsOf('---\nreport: [a\n---\n').length, 1);
    assert.equal(problemsOf('---\na: b\na: c\n---\n').length, 1);
    assert.equal(problemsOf('---\na: b\nc: d\n---\n').length, 0);
  });

  it('is wrong at the same words with any line ending', () => {
    for (const yaml of [
      'title: "A letter"\n>date: today\nformat: typst\nexecute:\n  enabled: false',
      'title: A\nbanner: "![[a.jpg]]"\n> [!success]+ Agreed\n\n',
      'title: 春天\nreport: [a\n\n  b: }\nlanguage: zh',
      'title: A\ndate: 2023-02-\n  30\nlanguage: "no\n  language"\n',
      'title: A\nregion: |\n  Nowhere\n  at all\n',
    ]) {
      const text = `---\n${yaml}\n---\n\nText\n`;
      const found = (ending: string) => {
        const written = text.replaceAll('\n', ending);
        return problemsOf(written).map(({ span, ...problem }) => [
          'key' in problem ? problem.key : problem.meantKey,
          written.slice(0, span.start).replaceAll(ending, '\n'),
          written.slice(span.start, span.end).replaceAll(ending, '\n'),
        ]);
      };
      assert.notDeepEqual(found('\n'), [], yaml);
      for (const ending of ['\r\n', '\r']) assert.deepEqual(found(ending), found('\n'), JSON.stringify(ending) + yaml);
    }
  });

  it('may be a bomb', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${`*b${i - 1},`.repeat(9)}]`).join('\n');
    assert.deepEqual(read(`---\nb-1: &b-1 x\n${bomb}\nreport: *b29\ntitle: A\n---\n`), { title: 'A' });
    assert.doesNotThrow(() => read(`---\na: ${'['.repeat(50_000)}\n---\n`));
    assert.doesNotThrow(() => read(`---\na: ${'{a: '.repeat(20_000)}\n---\n`));
  });
});
