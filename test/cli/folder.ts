import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one test. */
export interface Folder {
  readonly path: string;
  write(path: string, content: string | Buffer): string;
  /** As UTF-8, a BOM included. */
  read(path: string): string;
  remove(): void;
}

/** Files by path, with `/`. */
export function makeFolder(files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-cli-')));
  const folder: Folder = {
    path,
    write(below, content) {
      const file = join(path, below);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    read: (below) => readFileSync(join(path, below), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [below, content] of Object.entries(files)) folder.write(below, content);
  return folder;
}

/** A pack about ports. `quay current` has a safe fix and is an error, `dock duty` a warning, `code name` only a reason. */
export const harbourPack = `schema: 1
name: harbour
version: 1.0.0
title: {en: Harbours, zh: 港口}
languages: [en, zh]
region: NZ
sources:
  gazette: {title: Harbour Gazette, publisher: Port Office, date: 2024-01-15}
terms:
  shore-power:
    preferred: {en: shore power, zh: 岸电}
    deprecated:
      en: [{form: quay current, level: error}]
      zh: [{form: 码头电, level: error}]
    basis: gazette
  berth-fee:
    preferred: {en: berth fee}
    deprecated: {en: [dock duty]}
  pilotage:
    preferred: {en: pilotage}
    deprecated: {en: [{form: boat guiding, level: information}]}
reports:
  bulletin:
    preferred: {en: port bulletin}
    sections:
      - {id: tides, heading: {en: [Tides]}, required: true}
  note:
    preferred: {en: port note}
    sections: []
`;

/** A folder with that pack in force. */
export function makeHarbour(files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  return makeFolder({
    'plumbline.yaml': 'packs: [./packs/harbour]\n',
    'packs/harbour/pack.yaml': harbourPack,
    ...files,
  });
}
