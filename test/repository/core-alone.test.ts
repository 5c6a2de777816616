import assert from 'node:assert/strict';
import vm from 'node:vm';
import { describe, it } from 'mocha';
import { bundleCore } from './bundled-core.js';

/** What a browser, a worker or Node adds to the language. */
const hostGlobals = [
  'Buffer',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'atob',
  'console',
  'crypto',
  'document',
  'fetch',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setTimeout',
  'structuredClone',
  'window',
];

/** The whole core as one script, in a context that has the language and nothing else. */
async function bareCore(): Promise<vm.Context> {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  // V8 itself puts a console into every context.
  vm.runInContext('delete globalThis.console', context);
  vm.runInContext(await bundleCore(), context);
  return context;
}

const pack = `
name: harbour
languages: [en, zh]
sources: {handbook: {title: Handbook, publisher: Port Office, date: 2024-03-01}}
terms:
  berth:
    preferred: {en: berth, zh: 泊位}
    deprecated: {en: [parking place], zh: [停船位]}
    basis: handbook
`;

describe('the bundled core', () => {
  it('reads a pack and lints in a context without document, process, require or timers', async () => {
    const context = await bareCore();
    for (const name of hostGlobals) assert.equal(vm.runInContext(`typeof ${name}`, context), 'undefined', name);
    context.pack = pack;
    const lint = (text: string, locale: string) => {
      Object.assign(context, { text, locale });
      return vm.runInContext(
        `(() => {
          const reading = plumbline.readPack(new Map([['pack.yaml', pack]]));
          const { vocabulary } = plumbline.mergePacks([reading.pack]);
          const report = plumbline.readReport(text, vocabulary, { date: '2024-05-01' });
          return plumbline.lintReport(report).map((finding) => plumbline.findingMessage(finding, locale)).join('|');
        })()`,
        context,
      ) as string;
    };
    const english = lint('The ferry waits for a *parking\nplace* at the quay &amp; the pier.', 'en');
    assert.equal(
      english,
      '“parking place” is a deprecated form; write “berth”\nBasis: Port Office, Handbook, 1 March 2024.',
    );
    assert.match(lint('新码头有十二个停船位。', 'zh'), /^“停船位”.*“泊位”.*\n.*Port Office，Handbook，2024年3月1日。$/);
  });
});
