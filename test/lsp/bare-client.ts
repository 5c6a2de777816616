import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface BareMessage {
  readonly id?: number | string;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the message that it asks for.
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Frames over the standard streams of a server's process, and nothing else: no library stands between. */
export class BareClient {
  readonly #server: ChildProcessWithoutNullStreams;
  /** All that the server has sent, in order. */
  readonly received: BareMessage[] = [];
  readonly #waiting = new Set<() => void>();
  #bytes = Buffer.alloc(0);
  #ids = 0;

  constructor() {
    this.#server = spawn(process.execPath, ['--import', 'tsx', 'server/src/lsp/main.ts', '--stdio'], { cwd: root });
    this.#server.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** The id of the request that was sent. */
  send(method: string, params?: unknown): number {
    const id = ++this.#ids;
    this.#write({ id, method, params });
    return id;
  }

  notify(method: string, params?: unknown): void {
    this.#write({ method, params });
  }

  /** The whole answer, an error too. */
  async ask(method: string, params?: unknown): Promise<BareMessage> {
    return this.answerTo(this.send(method, params));
  }

  answerTo(id: number): Promise<BareMessage> {
    return this.next((message) => message.id === id && message.method === undefined);
  }

  /** The first message like this, whether it came already or comes yet. */
  async next(matches: (message: BareMessage) => boolean): Promise<BareMessage> {
    for (;;) {
      const found = this.received.find(matches);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Ends the session; the exit code. */
  async exit(): Promise<number | null> {
    const exit = once(this.#server, 'exit');
    this.notify('exit');
    return (await exit)[0];
  }

  kill(): void {
    this.#server.kill();
  }

  #write(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Of settings it has none; all else it does. */
  #answer({ id, method, params }: BareMessage): void {
    if (method === 'workspace/configuration') this.#write({ id, result: params.items.map(() => null) });
    else this.#write({ id, result: method === 'workspace/applyEdit' ? { applied: true } : null });
  }

  #receive(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#bytes.toString('latin1', 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || this.#bytes.length < end + 4 + length) break;
      const message: BareMessage = JSON.parse(this.#bytes.toString('utf8', end + 4, end + 4 + length));
      this.received.push(message);
      if (message.method !== undefined && message.id !== undefined) this.#answer(message);
      this.#bytes = this.#bytes.subarray(end + 4 + length);
    }
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
