import { type Disposable, Uri, workspace } from 'vscode';

const scheme = 'plumbline-rule';

/** The folder of the pages of rules as the editor opens them: read-only, and no file of the extension's. */
export const rulePages = `${scheme}:/`;

/** Shows the page that the name of a rule leads to, in a finding's hover and in the Problems panel. */
export function registerRulePages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const page = await workspace.fs.readFile(Uri.joinPath(extension, 'server/dist/rules', name));
      return new TextDecoder().decode(page);
    },
  });
}
