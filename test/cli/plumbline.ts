import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = process.env.PLUMBLINE_BIN ?? fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the committed command in a folder, in English and without colours unless `env` says otherwise. */
export async function plumbline(args: readonly string[], { cwd, stdin, env }: RunOptions): Promise<Outcome> {
  const child = startPlumbline(args, { cwd, ...(env && { env }) });
  // A command that ends without reading its input closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin ?? '');
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close'),
  ]);
  // Not `text` of the consumers, which takes a BOM away.
  return { code: code as number | null, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

export function startPlumbline(
  args: readonly string[],
  { cwd, env }: Omit<RunOptions, 'stdin'>,
): ChildProcessWithoutNullStreams {
  const { FORCE_COLOR: _, LC_MESSAGES: __, ...inherited } = process.env;
  return spawn(process.execPath, [bin, ...args], { cwd, env: { ...inherited, LC_ALL: 'C', LANG: 'C', ...env } });
}
