import { defaultPackBounds } from './read-pack-folder.js';

/** Whether a file of a pack, by its path in the folder, is one that the pack may be read from, or its licence. */
export function isPackFile(path: string): boolean {
  const segments = path.split('/');
  const name = segments.at(-1) as string;
  const folders = segments.slice(0, -1);
  return (
    (/\.(?:ya?ml|csv|md|txt|code-snippets)$/i.test(name) || /^(?:licen[cs]e|notice|copying)$/i.test(name)) &&
    folders.length <= defaultPackBounds.depth &&
    !folders.some((folder) => folder === 'node_modules' || folder === '.git')
  );
}
