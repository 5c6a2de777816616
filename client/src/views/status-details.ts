import { commands, type Disposable, l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { VocabularyStatus } from '../../../server/src/lsp/protocol.js';
import type { VocabularyStatuses } from '../vocabulary-statuses.js';

/** Run by a click on the status item; it stands in no menu. */
export const statusDetailsCommand = 'plumbline.showStatusDetails';

interface Detail extends QuickPickItem {
  readonly choose: () => unknown;
}

/** Lists the packs in force for the open file, each a way to its manifest, and what can be done. */
export function registerStatusDetails(statuses: VocabularyStatuses): Disposable {
  return commands.registerCommand(statusDetailsCommand, async () => {
    const document = window.activeTextEditor?.document.uri;
    const status = document && statuses.of(document);
    const details = status ? [...packDetails(status), ...actions(status)] : [restart(), output()];
    const chosen = await window.showQuickPick(details, {
      title: 'Plumbline',
      placeHolder: status ? l10n.t('The packs in force') : l10n.t('The server is not running'),
    });
    await chosen?.choose();
  });
}

function packDetails({ packs }: VocabularyStatus): Detail[] {
  return packs.map(({ name, version, title, folder }) => ({
    label: `$(book) ${withoutIcons(title)}`,
    description: withoutIcons(`${name} ${version}`),
    choose: () => commands.executeCommand('vscode.open', Uri.joinPath(Uri.parse(folder), 'pack.yaml')),
  }));
}

/** `$(…)` in what a pack says is no icon. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

function actions({ problems, isReport }: VocabularyStatus): Detail[] {
  const found = problems
    ? [
        command(
          '$(warning)',
          l10n.t('Problems in packs and plumbline.yaml: {0}', problems),
          'workbench.actions.view.problems',
        ),
      ]
    : [];
  const check = isReport ? [] : [command('$(checklist)', l10n.t('Check This File'), 'plumbline.checkFile')];
  return [
    ...found,
    ...check,
    command('$(go-to-file)', l10n.t('Open Vocabulary (plumbline.yaml)'), 'plumbline.openVocabulary'),
    restart(),
    output(),
  ];
}

const restart = () => command('$(debug-restart)', l10n.t('Restart Server'), 'plumbline.restartServer');
const output = () => command('$(output)', l10n.t('Show Output'), 'plumbline.showOutput');

function command(icon: string, title: string, id: string): Detail {
  return { label: `${icon} ${title}`, choose: () => commands.executeCommand(id) };
}
