// @ts-check
// The notices of everything that is shipped and is not ours, from what esbuild says that it put into the bundles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** What is shipped beside the bundles: declarations, and checks that Ajv has written. */
export const copiedFrom = ['node_modules/@types/mdast', 'node_modules/@types/unist', 'node_modules/ajv'];

/**
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license the SPDX id
 * @property {string} notice the text of its licence, with what else it asks to be passed on
 */

/**
 * The folders of the packages that have at least a byte in a bundle.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]}
 */
export function bundledFolders(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(inputs.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))];
}

/**
 * @param {string} root the folder that paths of packages rest on
 * @param {readonly string[]} folders of packages, each with its package.json
 * @returns {string} for each name and version once, in the order of names
 * @throws where a package has no licence that can be passed on
 */
export function thirdPartyNotices(root, folders) {
  const packages = new Map(
    folders.map((folder) => readPackage(root, folder)).map((each) => [`${each.name} ${each.version}`, each]),
  );
  const parts = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([title, { license, notice }]) => `${'='.repeat(80)}\n${title} (${license})\n${'='.repeat(80)}\n\n${notice}\n`,
    );
  return `Plumbline is under the MIT licence (LICENSE). It contains the following software of others.\n\n${parts.join('\n')}`;
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {ShippedPackage}
 */
function readPackage(root, folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const id = license ?? licenses?.[0]?.type;
  const files = readdirSync(join(root, folder))
    .filter((file) => /licen[sc]e|copying|notice/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8'));
  if (texts.length === 0 && id === 'MIT') texts.push(ofReadme(root, folder));
  const notice = texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
  if (!id || !notice) throw new Error(`${name} ${version} is bundled and has no licence to pass on`);
  return { name, version, license: id, notice };
}

/**
 * Who holds the rights in a package without a file for it, as its readme says, and the terms of the MIT licence.
 * @param {string} root
 * @param {string} folder
 */
function ofReadme(root, folder) {
  const readme = readdirSync(join(root, folder)).find((file) => /^readme/i.test(file));
  const holders = readme && /^.*copyright.*$/im.exec(readFileSync(join(root, folder, readme), 'utf8'))?.[0];
  const terms = /^Permission is hereby granted.*/ms.exec(readFileSync(join(root, 'LICENSE'), 'utf8'))?.[0];
  return holders && terms ? `${holders}\n\n${terms}` : '';
}
