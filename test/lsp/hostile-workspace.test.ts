import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { checkFileCommand } from '../../server/src/lsp/protocol.js';
import { makeFolder } from '../cli/folder.js';
import {
  assertHarmless,
  assertPlain,
  control,
  hostile,
  hostileConfigs,
  hostileFrontMatter,
  hostilePack,
  hostileReport,
  stringsIn,
} from '../core/hostile-texts.js';
import { LibraryFolder } from '../workspace/library-folder.js';
import { Session } from './session.js';

const everything = hostile.join(' ');

/** A workspace of a stranger, with all that anybody has thought of. */
function strangersFolder(): LibraryFolder {
  const folder = new LibraryFolder();
  folder.write('shipped/own/pack.yaml', 'schema: 1\nname: own\nversion: 1.0.0\nlanguages: [en]\n');
  for (const [path, text] of Object.entries(hostilePack(everything, 'behind'))) folder.write(`p/${path}`, text);
  const manifest = (name: string) => `schema: 1\nname: ${name}\nversion: 1.0.0\nlanguages: [en]\n`;
  // Aliases of aliases, a circle of parents, names that every object has.
  folder.write(
    'bomb/pack.yaml',
    `${manifest('bomb')}terms: {a: &a {preferred: [x]}, ${Array.from({ length: 3_000 }, (_, i) => `b${i}: *a`).join(', ')}}\n`,
  );
  const nest = Array.from({ length: 12 }, (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(12)}]`).join('\n');
  folder.write('nest/pack.yaml', `${manifest('nest')}k0: &k0 [x]\n${nest}\n`);
  folder.write(
    'circle/pack.yaml',
    `${manifest('circle')}organizations: {a: {preferred: quay a, parent: b}, b: {preferred: quay b, parent: a}}\ndependencies: {circle: '1', __proto__: '1'}\nregions: {x: {forms: [Xland], parent: y}, y: {forms: [Yland], parent: x}}\nterms: {__proto__: {preferred: p}, constructor: {preferred: c, replacedBy: terms/constructor}}\nunits: {constructor: {forms: [bundles], of: constructor}}\n`,
  );
  // What takes long: many forms that overlap, and a file of the device.
  const forms = Array.from({ length: 5_000 }, (_, i) => `${'a '.repeat(i % 90)}b${i}`);
  folder.write(
    'slow/pack.yaml',
    `${manifest('slow')}terms: {t: {preferred: word, deprecated: [${forms.join(', ')}]}}\n`,
  );
  mkdirSync(join(folder.path, 'links'), { recursive: true });
  folder.write('links/pack.yaml', manifest('links'));
  symlinkSync('/proc/self/pagemap', join(folder.path, 'links/pagemap.yaml'));
  symlinkSync('/dev/zero', join(folder.path, 'links/zero.csv'));
  symlinkSync('/etc', join(folder.path, 'links/etc'));
  symlinkSync(folder.path, join(folder.path, 'links/round'));
  folder.write('.gitignore', `${'*a'.repeat(500)}b\n[\n\\\n${everything}\n`);
  folder.write(
    'plumbline.yaml',
    `packs: [./p, ./bomb, ./nest, ./circle, ./slow, ./links, //host.invalid/share, '\\\\host.invalid\\share', 'file://host.invalid/share', __proto__, constructor]
extends: [//host.invalid/share/plumbline.yaml, '\\\\host.invalid\\share\\plumbline.yaml', 'file://host.invalid/share.yaml', plumbline.yaml, constructor, p]
files: ['**/*.md', '${'*a'.repeat(400)}b', '{${'a,'.repeat(3_000)}}']
language: constructor
rules: {__proto__: off, constructor: error}
${JSON.stringify(everything.slice(0, 200))}: 1
`,
  );
  return folder;
}

describe("a stranger's folder", () => {
  let folder: LibraryFolder;
  before(() => {
    folder = strangersFolder();
  });
  after(() => folder.remove());

  for (const trusted of [true, false]) {
    it(`sets nothing off, ${trusted ? 'trusted' : 'not trusted'}: nothing outside is read, nothing throws, and the session goes on`, async () => {
      const memory = process.memoryUsage.rss();
      const session = await Session.start({
        folders: [folder.path],
        shippedPacks: folder.shippedPacks,
        initializationOptions: { trusted },
      });
      try {
        const shown: string[] = [];
        const long = `The quay ${'GDP, 12 percent of the quay and '.repeat(3_000)}.`;
        const texts = [hostileReport(everything), long, ...hostileFrontMatter(everything)];
        for (const [i, text] of texts.entries()) {
          const report = session.open(join(folder.path, `r${i}.md`), text);
          await session.connection.sendRequest('workspace/executeCommand', {
            command: checkFileCommand,
            arguments: [report],
          });
          shown.push(...(await session.diagnostics(report)).flatMap((each) => [session.message(each)]));
          session.close(report);
        }
        for (const message of shown) assert.doesNotMatch(message, control);
        // A plain report is read as ever.
        const plain = session.open(join(folder.path, 'plain.md'), '# Plain\n\nA plain report.\n');
        assert.ok(Array.isArray(await session.diagnostics(plain)));
        const inside = [folder.path, folder.shippedPacks].map((path) => URI.file(path).toString());
        for (const uri of session.reads.keys())
          assert.ok(
            inside.some((own) => uri.startsWith(`${own}/`)) && !/\/links\/./.test(uri.replace('links/pack.yaml', '')),
            uri,
          );
        if (!trusted) {
          const read = [...session.reads.keys()].filter(
            (uri) => !uri.startsWith(inside[1] as string) && !uri.endsWith('.md'),
          );
          assert.deepEqual(read, []);
        }
        const errors = session.untaken('window/logMessage').filter(({ type }) => type === 1);
        assert.deepEqual(errors, []);
      } finally {
        await session.stop();
      }
      assert.ok(process.memoryUsage.rss() - memory < 1_000_000_000);
    }).timeout(300_000);
  }
});

describe('what packs, configs and reports say, over LSP', () => {
  it('is text in diagnostics, hovers, suggestions, actions, problems and the status', async () => {
    const folder = makeFolder();
    const shippedPacks = join(folder.path, 'shipped');
    mkdirSync(shippedPacks);
    for (const [path, text] of Object.entries(hostilePack(everything, 'behind'))) folder.write(`p/${path}`, text);
    folder.write('plumbline.yaml', 'packs: [./p]\n');
    const session = await Session.start({ folders: [folder.path], shippedPacks });
    try {
      const text = hostileReport(everything);
      const name = everything.replaceAll('/', '∕').slice(0, 100);
      const uri = session.open(join(folder.path, `${name}.md`), text);
      const diagnostics = await session.diagnostics(uri);
      assert.ok(diagnostics.length > 8);
      for (const diagnostic of diagnostics) {
        const { code, codeDescription, relatedInformation = [] } = diagnostic;
        assert.doesNotMatch(session.message(diagnostic), control);
        assertPlain(String(code), 'code');
        assert.match(codeDescription?.href ?? 'https://x', /^(?:https?:\/\/|plumbline[\w-]*:)/);
        for (const { message } of relatedInformation) assertPlain(message, 'related');
        for (const { title, edit, command } of await session.codeActions(uri, diagnostic)) {
          assertPlain(title, 'action');
          if (command !== undefined) assert.match(command.command, /^plumbline\./);
          for (const change of edit?.documentChanges ?? [])
            for (const { newText } of 'edits' in change ? (change.edits as { newText: string }[]) : [])
              assert.doesNotMatch(newText, control);
        }
      }
      const { length } = text.split('\n');
      for (let line = 5; line < length; line++) {
        for (let character = 0; character < 60; character += 6) {
          const position = { line, character };
          const hover = (await session.connection.sendRequest('textDocument/hover', {
            textDocument: { uri },
            position,
          })) as { contents: { value: string } } | null;
          assertHarmless(hover?.contents.value ?? '', 'hover');
        }
      }
      let suggested = 0;
      for (const typed of ['The ', 'park', 'three quays', 'throughput was', 'met ']) {
        for (const item of await session.completions(uri, typed, 'asking')) {
          suggested++;
          const { label, detail = '', documentation, insertTextFormat, textEdit } = item;
          assertPlain(label + detail, 'suggestion');
          assertHarmless(typeof documentation === 'object' ? documentation.value : '', 'suggestion');
          const put = textEdit?.newText ?? '';
          assert.doesNotMatch(put, control);
          // Of a snippet all but our own place for the cursor is literal.
          if (insertTextFormat === 2) assert.doesNotMatch(put.replace('$0', ''), /(?<!\\)\$/);
        }
      }
      assert.ok(suggested > 3);
      const status = await session.next('plumbline/status', (params) => params.uri === uri);
      for (const said of stringsIn(status.packs)) assertPlain(said, 'status');
      for (const config of hostileConfigs(everything)) {
        const opened = session.open(join(folder.path, 'plumbline.yaml'), config, 'yaml');
        await session.next('workspace/diagnostic/refresh');
        session.close(opened);
        await session.next('workspace/diagnostic/refresh');
      }
      let problems = 0;
      for (const { diagnostics: published } of session.untaken('textDocument/publishDiagnostics')) {
        for (const each of published) {
          problems++;
          assertPlain(session.message(each), 'problem');
        }
      }
      assert.ok(problems > 5, String(problems));
      for (const kind of ['window/showMessage', 'window/logMessage'])
        for (const { message } of session.untaken(kind)) assert.doesNotMatch(message, control);
    } finally {
      await session.stop();
      folder.remove();
    }
  }).timeout(300_000);
});
