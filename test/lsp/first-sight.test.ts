import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  type ClientCapabilities,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionItem,
  type Diagnostic,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { parse } from 'yaml';
import { LibraryFolder } from '../workspace/library-folder.js';
import { editorCapabilities, Session } from './session.js';

interface Case {
  readonly id: string;
  readonly why: string;
  readonly files: Readonly<Record<string, string>>;
  /** The one that is open, with `text`, in which ¦ is the cursor. */
  readonly file: string;
  readonly text: string;
  readonly ask: 'completion' | 'hover' | 'actions';
  /** Unless the writer asks. */
  readonly by?: 'typing';
  /** The rule whose first finding is asked about. */
  readonly diagnostic?: string;
  readonly expect: {
    /** What comes first, in order. */
    readonly first?: readonly string[];
    readonly has?: readonly string[];
    readonly hasNot?: readonly string[];
    readonly count?: number;
  };
}

const capabilities: ClientCapabilities = {
  ...editorCapabilities,
  textDocument: {
    ...editorCapabilities.textDocument,
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
  },
  workspace: {
    ...editorCapabilities.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    textDocumentContent: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
};

const { cases }: { readonly cases: readonly Case[] } = parse(
  readFileSync(join(import.meta.dirname, '../fixtures/first-sight/editor.yml'), 'utf8'),
  { maxAliasCount: 1000 },
);

describe('what an editor is offered, marked without sight of the code', () => {
  let folder: LibraryFolder;
  let session: Session;
  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  for (const each of cases)
    it(`${each.id}: ${each.why}`, async () => {
      for (const [name, text] of Object.entries(each.files)) folder.write(name, text);
      session = await Session.start({
        folders: [folder.path],
        shippedPacks: folder.shippedPacks,
        capabilities,
        locale: 'en',
      });
      const offered = await answersTo(each);
      const { first = [], has = [], hasNot = [], count } = each.expect;
      const all = offered.join('\n');
      for (const [i, expected] of first.entries()) {
        const isIt = offered[i]?.toLowerCase() === expected.toLowerCase();
        assert.ok(isIt || new RegExp(expected, 'i').test(offered[i] ?? ''), `${i}: ${expected}\n${all}`);
      }
      for (const each of has)
        assert.ok(
          offered.some((one) => new RegExp(each, 'i').test(one)),
          `${each}\n${all}`,
        );
      for (const each of hasNot) assert.ok(!offered.some((one) => new RegExp(each, 'i').test(one)), `${each}\n${all}`);
      if (count !== undefined) assert.equal(offered.length, count, all);
    });

  async function answersTo({ file, text, ask, by, diagnostic }: Case): Promise<readonly string[]> {
    const cursor = text.indexOf('¦');
    const uri = session.open(join(folder.path, file), text.replace('¦', ''));
    if (ask === 'completion') {
      const items = await session.completions(uri, text.slice(0, cursor), by ?? 'asking');
      const order = ({ sortText, label }: CompletionItem) => sortText ?? label;
      return items.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ label }) => label);
    }
    const position = session.document(uri).positionAt(cursor);
    if (ask === 'hover') {
      const hover = await session.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      const contents = hover?.contents;
      return contents === undefined ? [] : [typeof contents === 'object' && 'value' in contents ? contents.value : ''];
    }
    const found = await session.diagnostics(uri);
    const asked = diagnostic === undefined ? undefined : found.find(({ code }) => code === diagnostic);
    const actions = [
      ...(await actionsAt(uri, asked ?? position)),
      ...(await actionsAt(uri, asked ?? position, ['source.fixAll'])),
    ];
    return actions.map(({ title }) => title);
  }

  async function actionsAt(
    uri: string,
    at: Diagnostic | { readonly line: number; readonly character: number },
    only?: string[],
  ) {
    const isFinding = 'range' in at;
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: isFinding ? at.range : { start: at, end: at },
      context: {
        diagnostics: isFinding ? [at] : [],
        triggerKind: CodeActionTriggerKind.Invoked,
        ...(only !== undefined && { only }),
      },
    });
    return actions ?? [];
  }
});
