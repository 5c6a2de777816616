import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A pack of another subject than the one that ships, in two languages. */
export const libraryPack = `schema: 1
name: libraries
version: 1.2.0
title: {en: Public libraries, zh: 公共图书馆}
languages: [en, zh]
sources:
  act: {title: Libraries Act, publisher: Ministry of Culture, date: 2020-05-01}
terms:
  reading-room:
    preferred: {en: reading room, zh: 阅览室}
    deprecated: {en: [study hall], zh: [读书间]}
    basis: act
  lending:
    preferred: {en: lending desk, zh: 借阅服务台}
    deprecated: {en: [loan counter]}
    basis: act
`;

export const libraryConfig = `packs: [libraries]
files: [reports]
exclude: [reports/old]
`;

/** A temporary workspace folder with a config, its pack and an empty folder of shipped packs. */
export class LibraryFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-test-')));
  readonly shippedPacks = join(this.path, 'shipped');
  readonly config = join(this.path, 'plumbline.yaml');
  readonly pack = join(this.path, 'packs/libraries/pack.yaml');
  readonly report = join(this.path, 'reports/spring.md');

  constructor() {
    mkdirSync(this.shippedPacks);
    this.write('plumbline.yaml', libraryConfig);
    this.write('packs/libraries/pack.yaml', libraryPack);
  }

  /** The path of the file that was written. */
  write(path: string, content: string | Uint8Array): string {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  remove(path = '.'): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }
}
