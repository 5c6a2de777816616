import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import type { Folder } from './folder.js';

/** A pack with one term, whose deprecated form is an error. */
export function packText(name: string, version = '1.0.0', term = 'power', more = ''): string {
  return `schema: 1
name: ${name}
version: ${version}
title: {en: The pack ${name}, zh: 词库${name}}
languages: [en]
license: CC0-1.0
engine: '>=0.1'
${more}terms:
  ${term}: {preferred: shore ${term}, deprecated: [{form: quay ${term}, level: error}]}
`;
}

/** The text of a package.json for such a pack. */
export function manifestText(name: string, version = '1.0.0'): string {
  return JSON.stringify({ name: `@team/${name}`, version, license: 'CC0-1.0', files: ['*.yaml'] });
}

export interface TarFile {
  readonly name: string;
  readonly body?: string | Uint8Array;
  readonly type?: 'file' | 'symlink' | 'link' | 'directory' | 'fifo';
  readonly linkname?: string;
}

export async function tgz(files: readonly TarFile[]): Promise<Buffer> {
  const entries = files.map(({ name, body = '', type = 'file', linkname }) => {
    const bytes = Buffer.from(body);
    const header = {
      name,
      type,
      size: type === 'file' ? bytes.length : 0,
      ...(linkname !== undefined && { linkname }),
    };
    return type === 'file' ? { header, body: bytes } : { header };
  });
  return gzipSync(await packTar(entries));
}

const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };

/** Runs git in a folder, with nobody's settings. */
export function git(cwd: string, ...args: string[]): string {
  const env = { ...process.env, ...identity, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A bare repository beside a clone of it, both in `folder`; the clone is at `work`. */
export function makeRepository(folder: Folder): { readonly bare: string; readonly work: string } {
  const work = `${folder.path}/work`;
  const bare = `${folder.path}/packs.git`;
  git(folder.path, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  git(folder.path, 'clone', '--quiet', bare, work);
  git(work, 'checkout', '--quiet', '-B', 'main');
  return { bare, work };
}

/** Commits all that is in the clone, with a tag, and pushes both. */
export function publishByGit(work: string, tag: string): void {
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--message', tag);
  git(work, 'tag', tag);
  git(work, 'push', '--quiet', 'origin', 'main', tag);
}
