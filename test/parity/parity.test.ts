import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import type { Locale } from '../../server/src/core/index.js';
import plumblineForRemark from '../../server/src/remark/index.js';
import { type Folder, makeFolder } from '../cli/folder.js';
import { Session } from '../lsp/session.js';
import { type CoreView, inCore, onCommandLine, type View, viewFor, viewOf } from './views.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const date = '2023-10-10';

/** The lines of the claims, by file name, and the settings that some of them need, as overrides of a config. */
function reportsOf(claims: string): { reports: Record<string, string>; overrides: object[] } {
  const { examples, neverFlag } = parse(readFileSync(join(root, 'test/fixtures/claims', claims), 'utf8'));
  const lines = [...examples.flatMap(({ wrong, right }: Claim) => [...wrong, ...right]), ...neverFlag];
  const reports: Record<string, string> = {};
  const overrides: object[] = [];
  for (const [i, line] of lines.entries()) {
    const name = `${String(i).padStart(4, '0')}.md`;
    if (typeof line === 'string') {
      reports[name] = line;
      continue;
    }
    reports[name] = line.text;
    const { region, report, language } = line;
    if (region ?? report ?? language) overrides.push({ files: [name], ...{ region, report, language } });
  }
  return { reports, overrides };
}

interface Claim {
  wrong: Line[];
  right: Line[];
}
type Line = string | { text: string; region?: string; report?: string; language?: string };

/** Texts whose places are easy to get wrong. */
const awkward: Readonly<Record<string, string>> = {
  'awkward-bom.md': '\uFEFFThe weak board, 🚢 strengthen the weak board.\n',
  'awkward-crlf.md': 'One.\r\n\r\n> 🚢🚢\r\n\r\nWe must strengthen the\r\nweak board of 𠮷.\r\n',
  'awkward-cr.md': 'One.\r\rWe must strengthen the weak board.\r',
  'awkward-han.md': '𠮷🚢要补短板，也要strengthen the weak board，😀 sea windmill parks.\n',
  'awkward-end.md': '---\nreport: briefing\n---\n# Nothing',
  'awkward-empty.md': '',
  'awkward-dense.md': `${'a*b_c '.repeat(60_000)}\n\nWe must strengthen the weak board.\n`,
  'awkward-hant.md': '建立健全的港務管理制度，並發展現代產業。\n',
  'awkward-suppressed.md':
    '<!-- plumbline-disable-next-line term-deprecated -->\nWe strengthen the weak board.\n\n<!-- plumbline-disable-next-line -->\nFine.\n',
};

const cases: { pack: string; claims: string; region: string; locale: Locale }[] = [
  { pack: 'packs/new-industrialization', claims: 'new-industrialization.yml', region: 'CN', locale: 'zh' },
  { pack: 'test/fixtures/packs/uk-clean-power', claims: 'uk-clean-power.yml', region: 'GB', locale: 'en' },
];

for (const { pack, claims, region, locale } of cases) {
  describe(`core, command line, language server and remark on ${claims} (${locale})`, () => {
    const { reports: lines, overrides } = reportsOf(claims);
    const reports = { ...lines, ...awkward };
    const names = Object.keys(reports).sort();
    let folder: Folder;
    let expected: Map<string, CoreView>;

    before(async function () {
      this.timeout(120_000);
      const config = { packs: [join(root, pack)], files: ['*.md'], region, overrides };
      folder = makeFolder({ 'plumbline.yaml': JSON.stringify(config), ...reports });
      expected = await inCore(folder, names, { date, isDateTold: true, locale });
      const found = [...expected.values()].flatMap(({ findings }) => findings);
      assert.ok(found.length > 50, `only ${found.length} findings: the fixtures hold nothing`);
    });
    after(() => folder.remove());

    /** One comparison a host, and a file's name where it fails. */
    function agrees(host: ReadonlyMap<string, View>, view: (view: CoreView) => View, inHand = expected) {
      for (const name of names) {
        assert.deepEqual(host.get(name), view(inHand.get(name) as CoreView), name);
      }
    }

    it('the command line agrees with the core', async () => {
      const { views, stderr } = await onCommandLine(folder, { date, locale });
      agrees(views, (view) => viewFor('json', view));
      const unread = [...expected.values()].flatMap((view) => view.unread);
      assert.equal(stderr.split('\n').length - 1, unread.length);
    });

    it('the language server agrees with the core', async function () {
      this.timeout(120_000);
      // Nobody tells an editor the date of a report but the report: its day is today.
      const undated = await inCore(folder, names, { date, isDateTold: false, locale });
      const session = await Session.start({ folders: [folder.path], shippedPacks: join(root, 'packs'), locale });
      session.today = date;
      const views = new Map<string, View>();
      for (const name of names) {
        // An editor keeps a BOM to itself.
        const uri = session.open(join(folder.path, name), (reports[name] as string).replace(/^\uFEFF/, ''));
        views.set(name, viewOf(await session.diagnostics(uri), uri));
        session.close(uri);
      }
      await session.stop();
      agrees(views, (view) => viewFor('diagnostic', view), undated);
    });

    it('the remark plugin agrees with the core', async () => {
      const views = new Map<string, View>();
      for (const name of names) {
        const file = new VFile({ value: reports[name] as string, path: name, cwd: folder.path });
        await unified().use(plumblineForRemark, { date, locale }).run({ type: 'root', children: [] }, file);
        const messages = file.messages.filter(({ ruleId }) => ruleId);
        views.set(name, {
          findings: messages.map(({ ruleId, fatal, reason, place, note = '' }, i) => {
            assert.ok(place && 'start' in place);
            const { start, end } = place;
            // vfile has no other places; what follows the notes are the sources.
            const { wordsOf, related } = (expected.get(name) as CoreView).findings[i] as CoreView['findings'][number];
            const notes = note.split('\n').slice(0, wordsOf.remark.length - 1);
            return {
              rule: ruleId as string,
              severity: vfileSeverity(fatal),
              words: [reason, ...notes],
              range: [start.line, start.column, end.line, end.column],
              related,
            };
          }),
          unread: file.messages.filter(({ ruleId }) => !ruleId).map(({ reason }) => reason),
        });
      }
      // vfile has no error that is not a failure of the tool.
      agrees(views, (view) => {
        const { findings, unread } = viewFor('remark', view);
        return {
          findings: findings.map((finding) => ({
            ...finding,
            severity: finding.severity === 'information' ? 'information' : 'error or warning',
          })),
          unread,
        };
      });
    });
  });
}

function vfileSeverity(fatal: boolean | null | undefined): string {
  if (fatal === true) return 'failure';
  return fatal === false ? 'error or warning' : 'information';
}
