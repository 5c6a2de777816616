import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';

/** Keeps an error in one request from reaching the client's user or the next request: it is logged, and that is all. */
export class Guard {
  constructor(private readonly console: RemoteConsole) {}

  /**
   * The handler's answer; for one that fails, `fallback`. A ResponseError is an answer too and goes through. Nobody
   * waits for the answer to a request that was cancelled: it is told that it was.
   */
  async request<T, F>(what: string, token: CancellationToken, fallback: F, handle: () => Promise<T>): Promise<T | F> {
    try {
      const answer = await handle();
      if (token.isCancellationRequested) throw cancelled();
      return answer;
    } catch (error) {
      if (token.isCancellationRequested) throw cancelled();
      if (error instanceof ResponseError) throw error;
      this.log(what, error);
      return fallback;
    }
  }

  /** Runs something that nobody waits for. */
  run(what: string, task: () => unknown): void {
    Promise.resolve()
      .then(task)
      .catch((error: unknown) => this.log(what, error));
  }

  log(what: string, error: unknown): void {
    this.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
