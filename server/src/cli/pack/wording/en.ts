import type { PackWording } from './pack-wording.js';

export const english: PackWording = {
  locale: 'en',
  unusualConfig: 'It is written in a way that is not changed by a command: write the packs and dependencies yourself.',
  notWritten: {
    changed: 'Not written: it was changed meanwhile. Run the command again.',
    'read-only': 'Not written: the file is read-only.',
    'not a file': 'Not written: it is no file.',
  },
  unwritable: (reason) => `Cannot be written: ${reason}.`,
  anotherRuns: (pid) =>
    `Another plumbline pack command${pid === '' ? '' : ` (process ${pid})`} is at work here: wait for it, and run this again.`,
  noProgram: (program) => `${program} is not installed, or not on the PATH: it is what fetches this pack.`,
  programFailed: (program, address, said) => `${address} could not be fetched. ${program} says: ${said}`,
  noVersion: 'no version',
  tooSlow: (address) => `${address} did not answer in time (--timeout).`,
  asksForPassword: (address) => `${address} asks for a password, and nothing is asked here.`,
  logInFirst: (command) => `Log in first, so that this works without a question: ${command}`,
  noRepository: (url) => `${url}: no such repository, or none that you may read.`,
  noRef: (url, ref) => `${url} has no branch, tag or commit “${ref}”.`,
  noCommit: (url, commit) =>
    `${url} no longer has the commit ${commit.slice(0, 12)} of plumbline.lock. To lock another: plumbline pack update`,
  noPackage: (spec) => `npm knows no package ${spec}, or none that you may read.`,
  noSuchVersion: (spec) => `npm knows the package, but no version of it for ${spec}.`,
  unreachable: (url, reason) => `${url} could not be reached: ${reason}.`,
  answers: (url, status) => `${url} answers ${status}.`,
  leadsElsewhere: (url, where) => `${url} leads on to ${where}, which is not fetched from.`,
  archive: {
    broken: (address) => `${address} is no archive that can be read.`,
    'too-large': (address) => `${address} holds more than a pack may have; nothing was taken of it.`,
    'too-many': (address) => `${address} holds more files than a pack may have; nothing was taken of it.`,
    unsafe: (address, path) => `${address} holds a path that leads out of it (“${path}”); nothing was taken of it.`,
    link: (address, path) => `${address} holds a link (“${path}”); nothing was taken of it.`,
  },
  noPackIn: (address) => `${address} holds no pack: no pack.yaml is in it.`,
  noFolder: (address) => `${address}: no such folder or archive.`,
  noPackAt: (address, inside) => `${address} holds no pack in ${inside}.`,
  severalPacks: (address, folders) =>
    `${address} holds several packs. Say which, as in …#path:${folders[0]}: ${folders.join(', ')}`,
  badAddress: (address) =>
    `“${address}” is no place for a pack to come from: write a package of npm (@team/pack), a git address (https://host/pack.git#v1), an archive (https://host/pack.tgz) or a folder (../shared/pack).`,
  secretAddress: () =>
    'The address holds a password, which would be in plumbline.yaml for all to read: git and npm keep passwords themselves.',
  unusable: (address, problem) => `${address} is no pack that can be used: ${problem}`,
  otherName: (address, name, wanted) => `${address} is the pack “${name}”, not “${wanted}”.`,
  ownPack: (folder, name) =>
    `${folder} is a pack of your own called “${name}”, and goes before one from elsewhere. Rename or remove that folder first.`,
  leadsBack: (pack, dependency) =>
    `“${pack}” depends on “${dependency}”, which depends on it in turn: dependencies must not lead back.`,
  goesDeeper: (pack, dependency, further) =>
    `“${pack}” depends on “${dependency}”, which depends on further packs (${further.join(', ')}): dependencies go one level deep.`,
  unmetFrom: (pack, dependency, address) =>
    `“${pack}” needs the pack “${dependency}”, which plumbline.yaml does not name. To add it: plumbline pack add ${address}`,
  servesNoMore: (pack) =>
    `${pack}, which served while plumbline.yaml named no packs, no longer does. To keep it, write it under “packs”.`,
  unmet: (pack, dependency, range) =>
    `“${pack}” needs the pack “${dependency}” ${range}, which is not here. Add it too: plumbline pack add <where it comes from>`,
  packsOfBase: (config, base) =>
    `${config} has its packs from ${base}, and would lose them. Add the pack there, or write all packs into ${config} first.`,
  notPinned: (name, address) =>
    `“${name}”: what comes from ${address} is not what plumbline.lock says, so nothing was changed. If that is right: plumbline pack update ${name}`,
  wouldChange: (names) =>
    `plumbline.lock would change (${names.join(', ')}). Run “plumbline pack install” without --frozen, and commit it.`,
  notHere: (name, known) =>
    `“${name}” is none of the dependencies in plumbline.yaml${known.length === 0 ? '; it has none' : `: ${known.join(', ')}`}.`,
  noConfig: 'No plumbline.yaml here or above. To begin: plumbline init, or plumbline pack add',
  nothingFetched:
    'plumbline.yaml names no dependencies. To add one: plumbline pack add <npm name | git address | archive | folder>',
  added: (name, version, address, config) => `${name} ${version} added to ${config}, from ${address}.`,
  addedToo: (name, by) => `  ${name} too, since ${by} depends on it.`,
  commitBoth: 'Put plumbline.yaml and plumbline.lock into version control; others then run “plumbline pack install”.',
  nextCheck: 'Next: plumbline pack list, plumbline check <report>',
  installed: (name, version) => `${name} ${version} installed.`,
  upToDate: (packs) => `${packs} ${packs === 1 ? 'pack' : 'packs'} as in plumbline.lock, nothing to do.`,
  updated: (name, before, after) => `${name} ${before} → ${after}`,
  compare: (command) => `What that changes: ${command}`,
  newestAlready:
    'Nothing newer within what plumbline.yaml asks for. Another tag or range: plumbline pack add <its address>',
  removed: (name, config) => `${name} removed from ${config}.`,
  stillNeeded: (name, by) =>
    `${by.join(', ')} ${by.length === 1 ? 'depends' : 'depend'} on “${name}”. Remove ${by.length === 1 ? 'it' : 'them'} first.`,
  noPacks: 'No packs',
  ships: 'ships with Plumbline',
  notInstalled: 'not installed: plumbline pack install',
  notInForce: 'not named under packs, so not in force',
  differs: 'differs from plumbline.lock: plumbline pack install',
  unlocked: 'not as in plumbline.lock: plumbline pack install',
  missing: 'not found',
  cycle: 'depends on it in turn: that is not allowed',
  tooDeep: (names) => `depends on further packs (${names.join(', ')}): only one level is allowed`,
  publish: {
    byNpm:
      'Plumbline publishes nothing itself: look with --dry-run at what would be published, then run “npm publish” there.',
    would: (pack, files, size) => `${pack}: ${files} ${files === 1 ? 'file' : 'files'}, ${size}`,
    ready: 'Ready. To publish it, in the folder of the pack: npm publish',
    writePackage: 'npm needs a package.json. Write this into it, with the name that is yours:',
    packErrors: (errors, folder) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'} in the pack; to see ${errors === 1 ? 'it' : 'them'}: plumbline pack check ${folder}`,
    noVersion: 'no “version” of three numbers, such as 1.0.0',
    noLicense: 'no “license”, such as CC0-1.0: without one nobody may use the pack',
    noEngine: "no “engine”, such as '>=0.1': the version of Plumbline that the pack needs",
    noPackage: 'no package.json, which npm needs',
    brokenPackage: 'npm cannot read this package.json',
    noName: 'no “name” that npm takes, such as @our-team/health',
    otherVersion: (version, ofPack) =>
      `“version” is ${version === '' ? 'missing' : version}, and that of the pack is ${ofPack}`,
    otherLicense: (license, ofPack) =>
      `“license” is ${license === '' ? 'missing' : license}, and that of the pack is ${ofPack}`,
    isPrivate: '“private” is true, so npm would refuse',
    leftOut: (files) => `npm would leave out what the pack is read from (see “files”): ${files.join(', ')}`,
  },
  twoPacks: (before, after) => `“${before}” and “${after}” are two packs, not two versions of one.`,
  noVersionNamed: (name) =>
    `“${name}” is no folder with a pack and no pack of plumbline.yaml. To compare a package: npm:${name}@1.0.0`,
  diff: {
    same: 'The same entries in both.',
    added: '(added)',
    changed: '(changed)',
    ended: (on) => (on === undefined ? '(ended)' : `(ended ${on})`),
    removed: '(removed)',
    pack: 'the pack itself',
    appears: 'appears',
    vanishes: 'vanishes',
    changes: 'changes',
    findings: (appear, vanish, change) =>
      appear + vanish + change === 0
        ? 'The same findings with both.'
        : `Findings: ${appear} ${appear === 1 ? 'appears' : 'appear'}, ${vanish} ${vanish === 1 ? 'vanishes' : 'vanish'}, ${change} ${change === 1 ? 'changes' : 'change'}`,
  },
  wrongVersion: (range) => `${range} is needed`,
};
