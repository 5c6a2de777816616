import { type Disposable, l10n, StatusBarAlignment, ThemeColor, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { VocabularyStatus } from '../../../server/src/lsp/protocol.js';
import { isEnabledFor, isMarkdown } from '../documents.js';
import type { VocabularyStatuses } from '../vocabulary-statuses.js';
import type { LeftAlone } from '../watch.js';
import { statusDetailsCommand } from './status-details.js';

/** Beside a Markdown file, or another that is a report: the packs that it is held to, and whether something is wrong with them. */
export class StatusItem {
  readonly #item = window.createStatusBarItem('plumbline.status', StatusBarAlignment.Right, 100);
  readonly #disposables: Disposable[] = [this.#item];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly statuses: VocabularyStatuses,
    private readonly leftAlone: LeftAlone,
  ) {
    this.#item.name = 'Plumbline';
    this.#item.command = statusDetailsCommand;
    const update = () => this.#update();
    this.#disposables.push(client.onDidChangeState(update));
    this.#disposables.push(statuses.onDidChange(update));
    this.#disposables.push(leftAlone.onDidChange(update));
    this.#disposables.push(window.onDidChangeActiveTextEditor(update));
    this.#disposables.push(workspace.onDidChangeConfiguration(update));
    update();
  }

  dispose() {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #update() {
    const document = window.activeTextEditor?.document;
    const status = document && this.statuses.of(document.uri);
    if (!document || !isEnabledFor(document.uri) || !(isMarkdown(document) || status?.isReport)) {
      this.#item.hide();
      return;
    }
    if (this.leftAlone.has(document.uri)) {
      this.#item.text = `$(warning) ${l10n.t('Plumbline: not read')}`;
      this.#item.tooltip = l10n.t(
        'This file took too long to read, so the server was restarted without it. It is read again once it is closed and opened, or the server restarted.',
      );
      this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
      this.#item.show();
      return;
    }
    this.#item.text = status ? textOf(status) : textWithoutStatus(this.client.state);
    this.#item.tooltip = status && tooltipOf(status);
    this.#item.backgroundColor = status?.problems ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }
}

function textOf({ packs, problems, progress }: VocabularyStatus) {
  const names = packs.map((pack) => pack.name).join(', ') || l10n.t('no packs');
  const text = problems ? `$(warning) Plumbline: ${names} (${problems})` : `$(checklist) Plumbline: ${names}`;
  return progress ? `${text} · ${progress}` : text;
}

function textWithoutStatus(state: State) {
  return state === State.Stopped || state === State.StartFailed
    ? `$(circle-slash) ${l10n.t('Plumbline: stopped')}`
    : '$(loading~spin) Plumbline';
}

function tooltipOf({ packs, leftAlone, problems, kept, shippedBeside, isReport, progress }: VocabularyStatus) {
  const lines = progress ? [progress, ''] : [];
  lines.push(...packs.map(({ title, name, version }) => `- ${title} (${name} ${version})`));
  for (const folder of leftAlone) {
    const path = workspace.asRelativePath(Uri.parse(folder));
    lines.push(l10n.t('- {0}: left out, it took too long to load. Restart the server to load it again.', path));
  }
  if (shippedBeside !== undefined) {
    const others = shippedBeside.join(', ');
    lines.push('', l10n.t('No pack is named here, so the one that comes with Plumbline is used.'));
    if (others !== '') lines.push(l10n.t('It also brings: {0}', others));
    lines.push(l10n.t('To choose packs, write plumbline.yaml (Open Vocabulary, or plumbline init).'));
  }
  lines.push(
    '',
    isReport
      ? l10n.t('This file is a report: it is checked.')
      : l10n.t('This file is no report: it gets completion and hover.'),
  );
  if (problems) lines.push('', l10n.t('Problems in packs and plumbline.yaml: {0}', problems));
  for (const file of kept) {
    const path = workspace.asRelativePath(Uri.parse(file));
    lines.push('', l10n.t('{0} is broken. Its last good reading stays in force.', path));
  }
  return lines.join('\n');
}
