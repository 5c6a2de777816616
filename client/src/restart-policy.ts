import { l10n, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const restartsAllowed = 4;
const withinMilliseconds = 3 * 60 * 1000;

/**
 * Starts a server that ended again, at most four times in three minutes; then says so and leaves the decision to the
 * writer.
 */
export class RestartPolicy implements ErrorHandler {
  readonly #ends: number[] = [];

  constructor(
    private readonly restart: () => unknown,
    private readonly showOutput: () => unknown,
  ) {}

  error(_error: Error, _message: unknown, count: number | undefined) {
    return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends.push(now);
    while ((this.#ends[0] ?? now) < now - withinMilliseconds) this.#ends.shift();
    if (this.#ends.length <= restartsAllowed) return { action: CloseAction.Restart, handled: true };
    this.#ends.length = 0;
    void this.#ask();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #ask() {
    const restart = l10n.t('Restart');
    const showOutput = l10n.t('Show Output');
    const answer = await window.showErrorMessage(
      l10n.t(
        'Plumbline stopped: its server ended {0} times in three minutes. Reports are not checked until it is restarted.',
        restartsAllowed + 1,
      ),
      restart,
      showOutput,
    );
    if (answer === restart) this.restart();
    if (answer === showOutput) this.showOutput();
  }
}
