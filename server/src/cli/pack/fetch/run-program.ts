import { spawn } from 'node:child_process';

export interface Ran {
  /** `missing`: there is no such program; `timeout`: it was ended; `too much`: it wrote more than it may. */
  readonly outcome: 'done' | 'failed' | 'missing' | 'timeout' | 'too much';
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A time in milliseconds since the epoch, at which it is ended. */
  readonly deadline: number;
  readonly mostBytes?: number;
}

/** Runs a program that asks nobody for anything. Never rejects. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, deadline, mostBytes = 16_000_000 }: RunOptions,
): Promise<Ran> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let stderr = '';
    let ended: Ran['outcome'] | undefined;
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const end = (outcome: Ran['outcome']) => {
      ended ??= outcome;
      child.kill();
      // What does not end by itself, and what it has left behind holding the pipes.
      setTimeout(() => {
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
      }, 1_000).unref();
    };
    const timer = setTimeout(() => end('timeout'), Math.max(1, deadline - Date.now()));
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostBytes) end('too much');
      else chunks.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-20_000);
    });
    const done = (outcome: Ran['outcome']) => {
      clearTimeout(timer);
      resolve({ outcome: ended ?? outcome, stdout: Buffer.concat(chunks), stderr });
    };
    child.on('error', () => done('missing'));
    child.on('close', (code) => done(code === 0 ? 'done' : 'failed'));
  });
}
