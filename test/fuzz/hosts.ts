import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeFolder } from '../cli/folder.js';
import { Session } from '../lsp/session.js';
import { inCore, onCommandLine, viewFor, viewOf } from '../parity/views.js';

const root = join(import.meta.dirname, '../..');
const asked = { date: '2023-10-10', locale: 'en' } as const;
const config = JSON.stringify({ packs: [join(root, 'packs/new-industrialization')], files: ['*.md'], region: 'CN' });

/** Core, language server and command line say the same of each text. */
export async function holdHosts(texts: readonly string[]): Promise<void> {
  // A file with many NULs is no text.
  const reports = Object.fromEntries(
    texts.map((text, i) => [`${String(i).padStart(2, '0')}.md`, text.replaceAll('\0', '')]),
  );
  const folder = makeFolder({ 'plumbline.yaml': config, ...reports });
  try {
    const names = Object.keys(reports);
    const dated = await inCore(folder, names, { ...asked, isDateTold: true });
    // Nobody tells an editor the date of a report but the report: its day is today.
    const undated = await inCore(folder, names, { ...asked, isDateTold: false });
    const { views } = await onCommandLine(folder, asked);
    const session = await startSession(folder.path);
    for (const name of names) {
      const onDate = dated.get(name);
      const inEditor = undated.get(name);
      assert.ok(onDate && inEditor);
      assert.deepEqual(views.get(name), viewFor('json', onDate), `the command line differs: ${reports[name]}`);
      const uri = session.open(join(folder.path, name), reports[name] as string);
      assert.deepEqual(
        viewOf(await session.diagnostics(uri), uri),
        viewFor('diagnostic', inEditor),
        `the server differs: ${reports[name]}`,
      );
      session.close(uri);
    }
    await session.stop();
  } finally {
    folder.remove();
  }
}

async function startSession(folder: string): Promise<Session> {
  const session = await Session.start({ folders: [folder], shippedPacks: join(root, 'packs') });
  session.today = asked.date;
  return session;
}

export interface EditedText {
  readonly text: string;
  /** Numbers are taken modulo the length of the text; `alone`: in a notification of its own. */
  readonly edits: readonly {
    readonly from: number;
    readonly length: number;
    readonly text: string;
    readonly alone: boolean;
  }[];
}

/**
 * After edits and a save the server says what it says of the text when it is opened as it is now; before the save some
 * of it, since what is being typed is left in peace.
 */
export async function holdEdits(texts: readonly EditedText[]): Promise<void> {
  const folder = makeFolder({ 'plumbline.yaml': config });
  const session = await startSession(folder.path);
  try {
    await Promise.all(
      texts.map(async ({ text, edits }, i) => {
        const uri = session.open(join(folder.path, `${i}.md`), text);
        // Reading begins before the edits come.
        const overtaken = session.pull(uri).catch((error: { code: number }) => error.code);
        for (const { from, length, text, alone } of edits) {
          const document = session.document(uri);
          const start = from % (document.getText().length + 1);
          const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
          session.change(uri, [alone ? { range, text } : { range, text }, ...(alone ? [] : [{ range, text: '' }])]);
        }
        const code = await overtaken;
        // ServerCancelled.
        assert.ok(typeof code !== 'number' || code === -32802, `a pull ends with ${code}`);
        const written = session.document(uri).getText();
        const typed = viewOf(await session.diagnostics(uri), uri);
        const fresh = session.open(join(folder.path, `fresh-${i}.md`), written);
        const all = viewOf(await session.diagnostics(fresh), fresh);
        for (const kind of ['findings', 'unread'] as const) {
          const known = new Set(all[kind].map((each) => JSON.stringify(each)));
          const more = typed[kind].filter((each) => !known.has(JSON.stringify(each)));
          assert.deepEqual(more, [], `more ${kind} than there are: ${written}`);
        }
        session.save(uri);
        assert.deepEqual(viewOf(await session.diagnostics(uri), uri), all, written);
      }),
    );
    await session.stop();
  } finally {
    folder.remove();
  }
}
