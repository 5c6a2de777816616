import validRange from 'semver/ranges/valid.js';

/** Where a pack comes from that is not here, as `dependencies` write it. */
export type Origin =
  /** `npm:@team/pack@^1.2`. `range` is one of versions, or a tag such as `latest`. */
  | { readonly kind: 'npm'; readonly name: string; readonly range: string }
  /** `git+https://host/packs.git#v2.1`; without a `ref`, the branch that is checked out by default. `inside`: the folder of the pack. */
  | {
      readonly kind: 'git';
      readonly url: string;
      readonly ref: string | undefined;
      readonly inside: string | undefined;
    }
  /** `https://host/pack-2.1.tgz`, or a `.zip`. */
  | { readonly kind: 'archive'; readonly url: string; readonly inside: string | undefined }
  /** `file:../shared/terms`, a folder, or an archive in a folder; `path` has slashes. */
  | { readonly kind: 'file'; readonly path: string; readonly isArchive: boolean; readonly inside: string | undefined };

/** What a pack may be called: the name of a folder on every system. */
export const packName = /^[a-z0-9][a-z0-9-]*$/;

/** Of npm's names, those that no program takes for an option. */
const npmName = /^(?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*$/;
const tag = /^[a-z][\w.-]*$/i;
/** What git takes as the name of a branch, a tag or a commit, without what it takes for an option. */
const ref = /^[^\s~^:?*[\\\p{C}-][^\s~^:?*[\\\p{C}]*$/u;
const archive = /\.(?:tgz|tar\.gz|zip)$/i;
const onThisMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

/** Reads where a pack comes from. `secret`: the address holds a password, which would be in version control for all to read. */
export function parseOrigin(written: string): Origin | 'secret' | undefined {
  if (/[\p{C}\s]/u.test(written)) return undefined;
  if (written.startsWith('npm:')) return npmOrigin(written.slice('npm:'.length));
  const hash = written.indexOf('#');
  const address = hash < 0 ? written : written.slice(0, hash);
  const fragment = readFragment(hash < 0 ? '' : written.slice(hash + 1));
  if (fragment === undefined) return undefined;
  const { inside } = fragment;
  if (address.startsWith('file:')) {
    const path = address.slice('file:'.length).replaceAll('\\', '/');
    if (path === '' || path.startsWith('//') || fragment.ref !== undefined) return undefined;
    const isArchive = archive.test(path);
    return isArchive || inside === undefined ? { kind: 'file', path, isArchive, inside } : undefined;
  }
  const [, plus = '', scheme = '', rest = ''] = /^(git\+)?(https?|ssh|file):\/\/(.+)$/.exec(address) ?? [];
  if (rest === '') return undefined;
  const authority = rest.split('/', 1)[0] as string;
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
  if (user.includes(':')) return 'secret';
  // What is not encrypted may be another's pack on the way.
  if (scheme === 'http' && !onThisMachine.test(authority)) return undefined;
  if (plus !== '') {
    // `file://host/share` is another machine.
    if (scheme === 'file' ? authority !== '' : authority === '' || authority.startsWith('-')) return undefined;
    return { kind: 'git', url: `${scheme}://${rest}`, ref: fragment.ref, inside };
  }
  const path = rest.split('?', 1)[0] as string;
  if (!scheme.startsWith('http') || authority === '' || !archive.test(path) || fragment.ref !== undefined)
    return undefined;
  return { kind: 'archive', url: `${scheme}://${rest}`, inside };
}

function npmOrigin(written: string): Origin | undefined {
  const at = written.indexOf('@', 1);
  const name = at < 0 ? written : written.slice(0, at);
  const range = at < 0 ? 'latest' : written.slice(at + 1);
  if (name.length > 214 || !npmName.test(name)) return undefined;
  return validRange(range) !== null || tag.test(range) ? { kind: 'npm', name, range } : undefined;
}

/** `v2.1`, `path:packs/health`, `v2.1&path:packs/health`. */
function readFragment(
  written: string,
): { readonly ref: string | undefined; readonly inside: string | undefined } | undefined {
  let found: string | undefined;
  let inside: string | undefined;
  for (const part of written === '' ? [] : written.split('&')) {
    if (part.startsWith('path:')) {
      inside = part.slice('path:'.length).replace(/^\/|\/$/g, '');
      if (inside === '' || inside.split('/').some((segment) => /^\.*$/.test(segment))) return undefined;
    } else if (found === undefined && ref.test(part)) found = part;
    else return undefined;
  }
  return { ref: found, inside };
}
