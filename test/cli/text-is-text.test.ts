import assert from 'node:assert/strict';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import {
  applyEdits,
  completionsAt,
  describeEntry,
  findingMessage,
  fixTitle,
  hoverAt,
  lintReport,
  problemMessage,
  readConfig,
  readPack,
  readReport,
  unreadMessage,
} from '../../server/src/core/index.js';
import plumblineRemark from '../../server/src/remark/index.js';
import {
  allNodes,
  assertHarmless,
  assertPlain,
  brokenPacks,
  control,
  fieldCount,
  hostile,
  hostileConfigs,
  hostileFrontMatter,
  hostilePack,
  hostileReport,
} from '../core/hostile-texts.js';
import { vocabularyFrom } from '../core/packs.js';
import { makeFolder } from './folder.js';
import { type Outcome, plumbline } from './plumbline.js';

const locales = ['en', 'zh'] as const;

/** Fields of RFC 4180, read by a reader of its own. */
function readCsv(text: string): string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? ''),
    );
}

describe('what packs, configs and reports say', () => {
  it('is tried in every field of a pack', () => assert.ok(fieldCount() > 100, String(fieldCount())));

  for (const text of hostile) {
    it(`is text in hovers, suggestions, messages and fixes: ${JSON.stringify(text)}`, () => {
      const vocabulary = vocabularyFrom(hostilePack(text, 'behind'));
      assert.ok(vocabulary.entries.length > 28);
      for (const entry of vocabulary.entries)
        for (const locale of locales) assertHarmless(describeEntry(entry, 'en', vocabulary, locale), entry.id);
      const source = hostileReport(text);
      const read = readReport(source, vocabulary, { date: '2024-02-01' });
      const body = source.indexOf('# Note');
      for (let offset = body; offset < source.length; offset += 3) {
        assertHarmless(hoverAt(read, offset, 'en')?.markdown ?? '', 'hover');
        if (offset % 5 > 0) continue;
        for (const { label, detail, documentation, text: put, behind } of completionsAt(read, offset, 'en')) {
          for (const shown of [label, detail, put, behind]) assertPlain(shown, 'suggestion');
          assertHarmless(documentation, 'suggestion');
        }
      }
      const rendered = (markdown: string) =>
        allNodes(markdown).filter(({ type }) =>
          ['image', 'html', 'definition', 'link', 'code', 'inlineCode', 'thematicBreak'].includes(type),
        ).length;
      const findings = lintReport(read);
      assert.ok(findings.length > 8);
      for (const finding of findings) {
        for (const locale of locales) assertPlain(findingMessage(finding, locale), finding.rule);
        for (const fix of finding.fixes) {
          assertPlain(fixTitle(fix, 'en'), finding.rule);
          const put = fix.edits.map((edit) => edit.text).join('\n');
          assert.doesNotMatch(put, control, finding.rule);
          // What the parser itself takes for the address of a page or a mail is no markup of theirs.
          const addresses = put.match(/https?:|www\.|@/g)?.length ?? 0;
          const fixed = applyEdits(source, fix.edits);
          assert.ok(rendered(fixed) <= rendered(source) + addresses, `${finding.rule}: ${put}`);
        }
      }
    });

    it(`is text where it is wrong: ${JSON.stringify(text)}`, () => {
      for (const files of brokenPacks(text)) {
        const { problems } = readPack(new Map(Object.entries(files)));
        assert.ok(problems.length > 0);
        for (const problem of problems)
          for (const locale of locales) assertPlain(problemMessage(problem, locale), problem.messageId);
      }
      for (const config of hostileConfigs(text)) {
        for (const problem of readConfig(config, 'plumbline.yaml').problems)
          for (const locale of locales) assertPlain(problemMessage(problem, locale), problem.messageId);
      }
      const vocabulary = vocabularyFrom(hostilePack(text, 'before'));
      for (const report of hostileFrontMatter(text)) {
        const read = readReport(report, vocabulary, { date: '2024-02-01', language: 'en' });
        for (const locale of locales) {
          for (const finding of lintReport(read)) {
            assertPlain(findingMessage(finding, locale), finding.rule);
            for (const fix of finding.fixes) {
              assertPlain(fixTitle(fix, locale), finding.rule);
              for (const edit of fix.edits) assert.doesNotMatch(edit.text, control, finding.rule);
            }
          }
          for (const unread of read.unread) assertPlain(unreadMessage(unread, locale), 'unread');
        }
      }
    });
  }

  const everything = hostile.join(' ');
  for (const at of ['before', 'behind'] as const) {
    it(`is text on a terminal, in JSON and in CSV, whatever asks: ${at} what is written`, async () => {
      const [formula] = hostile.filter((text) => text.startsWith('='));
      const text = at === 'before' ? `${formula} ${everything}` : everything;
      const pack = Object.entries(hostilePack(text, at)).map(([path, content]) => [`p/${path}`, content]);
      const name = text.replaceAll('/', '∕').slice(0, 100);
      const folder = makeFolder({
        'plumbline.yaml': 'packs: [./p]\n',
        ...Object.fromEntries(pack),
        ...Object.fromEntries(
          Object.entries(hostilePack('plain', at)).map(([path, content]) => [`q/${path}`, content]),
        ),
        'r.md': hostileReport(text),
        [`${name}/${name}.md`]: hostileReport(text),
        ...Object.fromEntries(hostileFrontMatter(text).map((report, i) => [`f/${i}.md`, report])),
      });
      const ran: string[] = [];
      const run = async (args: readonly string[], cwd = folder.path): Promise<Outcome> => {
        const outcome = await plumbline(args, { cwd });
        ran.push(args[0] as string);
        assertPlain(outcome.stdout + outcome.stderr, args.join(' '));
        assert.doesNotMatch(outcome.stderr, /fault of plumbline/, args.join(' '));
        return outcome;
      };
      try {
        const report = await run(['check', '.']);
        assert.match(report.stdout, /parking place/);
        const asked = [
          ['check', '--locale', 'zh', `${name}/${name}.md`],
          ['check', `${text.slice(0, 200)}.md`, 'r.md'],
          ['check', '--rule', `${text}: off`, 'r.md'],
          ['check', '--report', text, '--region', text, '--date', text, 'r.md'],
          ['check', '--packs', text, 'r.md'],
          ['check', '--config', text, 'r.md'],
          ['fix', '--dry-run', '.'],
          ['claims', '.'],
          ['explain', 'r.md:8'],
          ['explain', 'r.md:10'],
          ['explain', 'r.md:12'],
          ['explain', `${name}/${name}.md:14`],
          ['explain', `terms/berth${text}`],
          ['explain', `metrics/throughput${text}`],
          ['explain', `people/ada${text}`],
          ['explain', text],
          ['list', 'rules'],
          ['list', 'entries'],
          ['list', 'entries', '--kind', text],
          ['list', 'sources'],
          ['list', 'reports'],
          ['pack', 'check', 'p'],
          ['pack', 'check', name],
          ['pack', 'test', 'p'],
          ['pack', 'new', `new/${name}`],
          ['new', text],
          ['new', `note${text}`, `${name}/${name}.md`],
          ['pack', 'list'],
          ['pack', 'diff', 'q', 'p', 'r.md'],
          ['pack', 'diff', 'p', 'q', 'r.md', '--locale', 'zh'],
          ['pack', 'diff', text, 'p'],
          ['pack', 'publish', '--dry-run', 'p'],
          ['pack', 'add', '--', `./${text}`],
          ['pack', 'remove', '--', text],
          ['pack', 'update', '--', text],
          [text],
        ];
        // What begins with a formula is a danger of CSV alone.
        for (const args of at === 'before' ? asked.slice(0, 1) : asked) await run(args);
        for (const args of [
          ['check', '--format', 'json', '.'],
          ['claims', '--format', 'json', '.'],
          ['list', 'entries', '--format', 'json'],
          ['list', 'sources', '--format', 'json'],
          ['list', 'reports', '--format', 'json'],
          ['pack', 'check', '--format', 'json', 'p'],
          ['pack', 'test', '--format', 'json', 'p'],
          ['pack', 'list', '--format', 'json'],
          ['pack', 'diff', '--format', 'json', 'q', 'p', 'r.md'],
        ]) {
          const { stdout } = await run(args);
          assert.ok(JSON.parse(stdout), args.join(' '));
        }
        // Its sections are Markdown of the pack's own.
        const made = await plumbline(['new', `briefing${text}`], { cwd: folder.path });
        assert.doesNotMatch(made.stdout.replaceAll('\t', ' '), control);
        const { title, report: id } = parse(made.stdout.split(/^---$/m)[1] as string);
        assert.deepEqual([typeof title, typeof id], ['string', 'string']);
        // A line ends with CR LF there.
        const { stdout: csv } = await plumbline(['claims', '--format', 'csv', '.'], { cwd: folder.path });
        const [head, ...rows] = readCsv(csv);
        assert.ok(rows.length > 0);
        for (const row of rows) {
          assert.equal(row.length, head?.length, csv);
          for (const cell of row) {
            assertPlain(cell, 'csv');
            assert.doesNotMatch(cell, /^\s*[=@]|^\s*[+-](?![\d.])/, cell);
          }
        }
        for (const config of at === 'before' ? [] : hostileConfigs(text)) {
          folder.write('c/plumbline.yaml', config.replace('./p', '../p'));
          await run(['check', '--config', 'c/plumbline.yaml', 'r.md']);
        }
      } finally {
        folder.remove();
      }
    }).timeout(600_000);
  }

  it('is a name and nothing else in a first config', async () => {
    for (const name of [
      'a: b',
      '- c',
      '"d',
      'e #f',
      '{g',
      'line\nbreak',
      '!!js x',
      '*h',
      '~',
      `${everything}`.slice(0, 80),
    ]) {
      const folder = makeFolder({ [`packs/${name.replaceAll('/', '∕')}/pack.yaml`]: 'name: x\n' });
      try {
        await plumbline(['init'], { cwd: folder.path });
        const { packs, rules, overrides } = parse(folder.read('plumbline.yaml'));
        assert.deepEqual([packs[0], rules, overrides], [name.replaceAll('/', '∕'), {}, undefined]);
      } finally {
        folder.remove();
      }
    }
  }).timeout(120_000);

  it('is text in messages of remark', async () => {
    const text = everything;
    const pack = Object.entries(hostilePack(text, 'behind')).map(([path, content]) => [`p/${path}`, content]);
    const folder = makeFolder({
      'plumbline.yaml': `packs: [./p]\n${JSON.stringify(text)}: 1\n`,
      ...Object.fromEntries(pack),
    });
    try {
      const file = new VFile({
        value: hostileReport(text),
        path: `${text.replaceAll('/', '∕').slice(0, 100)}.md`,
        cwd: folder.path,
      });
      await unified()
        .use(remarkParse)
        .use(plumblineRemark, { locale: 'en' })
        .run(unified().use(remarkParse).parse(file), file);
      assert.ok(file.messages.length > 10);
      for (const { reason, note, ruleId, expected, url } of file.messages) {
        for (const shown of [reason, ruleId, url, ...(note ?? '').split('\n'), ...(expected ?? [])])
          assertPlain(shown ?? '', 'remark');
      }
    } finally {
      folder.remove();
    }
  });
});
