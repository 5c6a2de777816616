import assert from 'node:assert/strict';
import { CodeActionRequest, type Diagnostic } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { lockText } from '../../server/src/core/index.js';
import { installPacksCommand } from '../../server/src/lsp/protocol.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
import { Session } from './session.js';

const from = 'git+https://git.example.org/museums.git#v1';
const config = `packs: [libraries, museums]\nfiles: [reports]\ndependencies:\n  museums: ${from}\n`;
const pack = `${libraryPack.replace('name: libraries', 'name: museums').replaceAll('study hall', 'display hall')}snippets:
  visit: {prefix: visit, body: {en: 'We saw \${term:lending} \${1:[number]}.', zh: '参观了\${term:lending}\${1:[填写数量]}个。'}}
`;

describe('packs that are not as their lock, over LSP', () => {
  let folder: LibraryFolder;
  let session: Session | undefined;
  const start = async (initializationOptions?: object, locale?: string) => {
    session = await Session.start({
      folders: [folder.path],
      shippedPacks: folder.shippedPacks,
      ...(initializationOptions && { initializationOptions }),
      ...(locale && { locale }),
    });
    const uri = session.open(`${folder.path}/plumbline.yaml`, folder.read('plumbline.yaml'), 'yaml');
    return { session, uri };
  };
  /** The problems that are shown under the config, once there are some or none. */
  const problemsOf = async (uri: string, some: boolean): Promise<readonly Diagnostic[]> => {
    for (;;) {
      const params = await (session as Session).next('textDocument/publishDiagnostics');
      if (params.uri === uri && params.diagnostics.length > 0 === some) return params.diagnostics;
    }
  };

  beforeEach(() => {
    folder = new LibraryFolder();
    folder.write('plumbline.yaml', config);
  });
  afterEach(async () => {
    await session?.stop();
    session = undefined;
    folder.remove();
  });

  it('are told where the config was changed on disk before it was opened', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries]\n');
    folder.write('reports/a.md', 'The study hall.\n');
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks });
    const report = session.open(`${folder.path}/reports/a.md`, folder.read('reports/a.md'));
    await session.diagnostics(report);
    session.close(report);
    folder.write('plumbline.yaml', config);
    const uri = session.open(`${folder.path}/plumbline.yaml`, config, 'yaml');
    // What the client says of the disk comes later, or never.
    session.filesChanged(`${folder.path}/plumbline.yaml`);
    const [problem] = await problemsOf(uri, true);
    assert.equal(problem?.code, 'pack.not-installed');
  });

  it('are told on their line, with a quick fix that runs plumbline pack install', async () => {
    const { uri } = await start({ installsPacks: true }, 'zh-cn');
    const [problem] = await problemsOf(uri, true);
    assert.equal(problem?.code, 'pack.not-installed');
    assert.deepEqual(problem.range.start, { line: 3, character: 2 });
    const context = { diagnostics: [problem] };
    const actions = await session?.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: problem.range,
      context,
    });
    assert.deepEqual(
      actions?.map((action) => [action.title, 'kind' in action && action.kind, action.command]),
      [
        [
          '安装词库（plumbline pack install）',
          'quickfix',
          {
            title: '安装词库（plumbline pack install）',
            command: installPacksCommand,
            arguments: [URI.file(folder.path).toString(), 'zh'],
          },
        ],
      ],
    );
    const none = { textDocument: { uri }, range: problem.range, context: { diagnostics: [] } };
    assert.deepEqual(await session?.connection.sendRequest(CodeActionRequest.type, none), []);
  });

  it('have no such fix in a client that has no terminal', async () => {
    const { uri } = await start();
    const [problem] = await problemsOf(uri, true);
    const params = {
      textDocument: { uri },
      range: problem?.range as never,
      context: { diagnostics: [problem as never] },
    };
    assert.equal(await session?.connection.sendRequest(CodeActionRequest.type, params), null);
  });

  it('are in force as soon as they are as the lock says', async () => {
    const { session, uri } = await start({ installsPacks: true });
    await problemsOf(uri, true);
    folder.write('.plumbline/packs/museums/pack.yaml', pack);
    const museums = URI.file(`${folder.path}/.plumbline/packs/museums`).toString();
    const integrity = (await nodeFiles().integrity(museums)) as string;
    const lock = folder.write(
      'plumbline.lock',
      lockText(new Map([['museums', { version: '1', from, resolved: from, integrity }]])),
    );
    session.filesChanged(lock);
    await problemsOf(uri, false);
    const report = session.open(folder.report, '# A\n\nThe display hall.\n');
    const marked = (await session.diagnostics(report)).map((each) => session.marked(report, each));
    assert.deepEqual(marked, ['display hall']);
    session.edit(report, 'The display', 'visit The display');
    const offered = await session.completions(report, 'visit', 'asking');
    const visit = offered.find(({ label }) => label === 'visit');
    assert.match(JSON.stringify(visit), /We saw lending desk/);
  });
});
