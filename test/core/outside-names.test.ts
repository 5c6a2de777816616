import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  checkPack,
  claimsOf,
  completionsAt,
  completionTriggers,
  definitionAt,
  describeEntry,
  findingMessage,
  fixText,
  hoverAt,
  lintReport,
  mergePacks,
  problemMessage,
  type ReportSettings,
  readConfig,
  readPack,
  readReport,
  settingsFor,
  testPack,
  unboundOf,
  unreadMessage,
} from '../../server/src/core/index.js';

/** What every object has, and a name of the same shape that none has. */
const names = Object.getOwnPropertyNames(Object.prototype);
const other: Readonly<Record<string, string>> = { a: 'o', e: 'a', i: 'u', o: 'u', u: 'i' };
const twinOf = (name: string) => name.replace(/[aeiou](?=[^aeiou]*$)/, (vowel) => other[vowel] as string);

const manifest = (name: string) => `schema: 1
name: harbour
version: 1.0.0
title: {en: Harbours, ${name}: Ports}
languages: [en, zh, ${name}]
region: ${name}
dependencies: {${name}: '1'}
${name}: {berth: 1}
units:
  ${name}: {forms: {en: [berthload]}, of: ${name}, scale: 2}
  crate: {of: ${name}, scale: 10}
regions:
  ${name}: {forms: {en: [Northport]}, parent: ${name}}
sources:
  ${name}: {title: {en: Harbour Gazette, ${name}: Gazette}, date: 2024-01-15, ${name}: 1}
`;

const entries = (name: string) => `
terms:
  ${name}:
    preferred: {en: shore power, ${name}: [power of the shore]}
    deprecated: {en: [{form: quay current, replacement: ${name}, reason: ${name}, head: ${name}, near: [${name}, harbour]}, dock duty]}
    definition: {${name}: Power.}
    note: {${name}: Power.}
    basis: [{source: ${name}, at: ${name}}]
    region: ${name}
    owner: ${name}
    replacedBy: terms/${name}
    exceptions: {${name}: [dock duty free]}
    examples: {flag: [{text: dock duty, language: ${name}, region: ${name}, report: ${name}}]}
  plain: {preferred: ${name}, deprecated: [${name} of old]}
tasks:
  ${name}: {preferred: Deepen the channel, keys: {en: [[deepen, ${name}], [channel]], ${name}: [[a]]}}
taskLists:
  ${name}: {preferred: the two tasks, setBy: ${name}, setAt: events/${name}, tasks: [${name}, {task: ${name}, wording: {${name}: x}}]}
metrics:
  ${name}:
    preferred: harbour traffic
    region: ${name}
    measure: {kind: amount, unit: ${name}, base: ${name}, scope: ${name}}
    distinctFrom: [${name}]
    observations: [{period: 2022, value: 30, source: ${name}}, {period: 2023, value: 37, source: ${name}, note: {${name}: x}}]
    parts: {${name}: 30, cargo: 70}
    partForms: {${name}: fish, cargo: cargo}
  calls: {preferred: calls, measure: {kind: count, noun: {en: [${name}], ${name}: [call]}}, observations: calls.csv}
  rank: {preferred: port rank, measure: {kind: rank, scope: ${name}}, runs: [{rank: 1, since: 2010, source: ${name}}]}
statements:
  ${name}: {preferred: busiest port, holder: ${name}, keys: {en: [[busiest], [port]], ${name}: [[x]]}, attributedTo: [people/${name}]}
targets:
  ${name}: {preferred: forty berths, goal: metrics/${name}, degree: {en: [fully], ${name}: [x]}, setBy: ${name}, milestones: [{due: 2030, value: 40, unit: ${name}, baseline: ${name}}]}
people:
  ${name}: {preferred: Ann Lee, roles: [{title: {en: [harbour master], ${name}: [x]}, organization: ${name}, from: 2020, source: ${name}}]}
organizations:
  ${name}: {preferred: {en: Port Office, ${name}: Office}, parent: ${name}}
events:
  ${name}: {preferred: Harbour Day, date: 2023-05-01, place: {en: [Northport], ${name}: [x]}, by: ${name}}
programmes:
  ${name}: {preferred: Blue Berths, by: ${name}}
documents:
  ${name}: {preferred: Harbour Plan, publisher: ${name}, date: 2023}
formulations:
  ${name}: {preferred: three lights, members: [red lamp, {preferred: green lamp, admitted: ${name}}, {form: white lamp}], conflicts: [formulations/${name}], ordered: true}
reports:
  ${name}: {preferred: bulletin, sections: [{id: ${name}, heading: {en: [Tides], ${name}: [x]}, required: true}], tasks: ${name}, metrics: [${name}], targets: [${name}]}
${name}: {${name}: 1}
`;

const body = (name: string) => {
  const word = name.replaceAll('_', '\\_');
  return `# ${word}

In 2023, harbour traffic reached 37 ${word} and in 2022 99 berthload. The ${word} is 30 crate. The dock duty and ${word} of old, harbour, quay current.
Ann Lee, ${word} of the Port Office, said: “${word} is the busiest port of ${word}.” Harbour Day was in ${word} on 2 May 2023[^${name}].

## ${word}

The three lights are white lamp, red lamp and ${word}. 43 ${word}s by 2030; fully ${word} by 2031.

| ${word} | 2022 | 2023 |
| --- | ---: | ---: |
| harbour traffic (${word}) | 99 | 37 |
| ${word} | 1 | 2 |

[^${name}]: ${word}, 2024-01-15.
<!-- plumbline-disable ${name} -->
`;
};

const frontMatters = (name: string) => [
  '',
  `---\nlanguage: ${name}\nregion: ${name}\nreport: ${name}\ntasks: ${name}\ndate: 2024-02-01\n${name}: ${name}\n---\n\n`,
  `---\n${name}: {${name}: 1}\ndate: ${name}\n---\n\n`,
  `+++\nlanguage = "${name}"\nregion = "${name}"\n${name} = "${name}"\n+++\n\n`,
];

const config = (name: string) => `packs: [${name}]
files: [${name}, '${name}/**']
language: ${name}
region: ${name}
report: ${name}
${name}: {${name}: 1}
rules: {${name}: off, term-deprecated: error}
overrides: [{files: ${name}, language: ${name}, region: ${name}, report: ${name}, rules: {${name}: error}}]
`;

/** All that the core says of packs, settings and reports that are full of a name. */
function allSaid(name: string): string {
  const said: unknown[] = [];
  const { config: settings, problems } = readConfig(config(name), 'plumbline.yaml');
  said.push(
    settings,
    problems,
    settingsFor(settings, () => true),
  );
  // As the plain reader reads it, and, with an anchor in it, as the library does: one report shows that.
  const plain = { yaml: entries(name), fronts: frontMatters(name) };
  const anchored = {
    yaml: `${entries(name)}\nprogrammes: {x: &x {preferred: y}}\n`,
    fronts: frontMatters(name).slice(1, 2),
  };
  for (const { yaml, fronts } of [plain, anchored]) {
    const files = new Map([
      ['pack.yaml', manifest(name)],
      ['entries.yaml', yaml],
      ['calls.csv', `period,value,${name}\n2022,4,${name}\n2023,${name},1\n`],
    ]);
    const { pack, problems } = readPack(files);
    assert.ok(pack);
    said.push(
      problems,
      problems.map((problem) => problemMessage(problem, 'zh')),
    );
    const { vocabulary, problems: conflicts } = mergePacks([pack, pack]);
    said.push(conflicts, completionTriggers(vocabulary));
    said.push(checkPack(files, { others: [], date: '2024-03-01' }).problems);
    said.push(testPack(vocabulary, 'harbour', { date: '2024-03-01' }).map(({ passed }) => passed));
    for (const locale of ['en', 'zh'] as const)
      said.push(vocabulary.entries.map((entry) => describeEntry(entry, name, vocabulary, locale)));
    const given: readonly ReportSettings[] = [
      { date: '2024-02-01' },
      { date: '2024-02-01', ...settingsFor(settings, () => true) },
      { date: name, language: name, region: name, report: name },
    ];
    for (const front of fronts) {
      for (const asked of given) {
        const text = front + body(name);
        const report = readReport(text, vocabulary, asked);
        const findings = lintReport(report);
        said.push(
          findings,
          findings.map((finding) => findingMessage(finding, 'zh')),
        );
        said.push(report.unread.map((each) => unreadMessage(each, 'en')));
        said.push(claimsOf(report, 'en'), unboundOf(report));
        said.push(fixText(text, (version) => lintReport(readReport(version, vocabulary, asked))).text);
        for (let offset = 0; offset < text.length; offset += 17) {
          said.push(hoverAt(report, offset, 'en'), definitionAt(report, offset).length);
          if (offset % 3 === 0) said.push(completionsAt(report, offset, 'en'));
        }
      }
    }
  }
  return JSON.stringify(said);
}

/** Folded as languages and words are; `_` may be escaped. */
const parts = (said: string, name: string, as: string) =>
  said
    .toLowerCase()
    .replaceAll('\\\\_', '_')
    .replaceAll(name.toLowerCase(), as.toLowerCase())
    .split(/(?<=[}\]],)/);

describe('names that every object has', () => {
  for (const name of names) {
    it(`${name} is a name like ${twinOf(name)}, wherever it comes from`, () => {
      const said = parts(allSaid(name), name, twinOf(name));
      const expected = parts(allSaid(twinOf(name)), name, name);
      const at = said.findIndex((part, i) => part !== expected[i]);
      assert.equal(said[at], expected[at]);
      assert.equal(said.length, expected.length);
    });
  }
});
