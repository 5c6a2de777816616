import { l10n, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { RestartLimit } from './restart-limit.js';

const restarts = 4;
const minutes = 3;

/**
 * Starts a server that ended again, at most four times in three minutes; then says so and leaves the decision to the
 * writer.
 */
export class RestartPolicy implements ErrorHandler {
  readonly #limit = new RestartLimit(restarts, minutes * 60_000);

  constructor(
    private readonly restart: () => unknown,
    private readonly showOutput: () => unknown,
  ) {}

  error(_error: Error, _message: unknown, count: number | undefined) {
    return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    if (this.#limit.allowsAt(Date.now())) return { action: CloseAction.Restart, handled: true };
    void this.#ask();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #ask() {
    const restart = l10n.t('Restart');
    const showOutput = l10n.t('Show Output');
    const answer = await window.showErrorMessage(
      l10n.t(
        'Plumbline stopped: its server ended {0} times in three minutes. Reports are not checked until it is restarted.',
        restarts + 1,
      ),
      restart,
      showOutput,
    );
    if (answer === restart) this.restart();
    if (answer === showOutput) this.showOutput();
  }
}
