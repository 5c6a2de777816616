import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { listAlterations, measureAlterations } from '../../bench/accuracy/alterations.js';
import { measureCanonical } from '../../bench/accuracy/canonical.js';
import { checkFirstRun, firstRunOf, firstRunsBelow, recordFirstRun } from '../../bench/accuracy/first-run.js';
import { type PackAlone, packAlone } from '../../bench/accuracy/read-line.js';
import { measureRound, roundsIn, roundsTable } from '../../bench/accuracy/rounds.js';
import { measureStatements } from '../../bench/accuracy/statements.js';
import { measureStrangers } from '../../bench/accuracy/strangers.js';
import { missText, type Share, sharesJson, tableText } from '../../bench/accuracy/tally.js';
import { measureTraps } from '../../bench/accuracy/traps.js';
import { type Folder, makeFolder } from '../cli/folder.js';

const root = join(import.meta.dirname, '../..');
const pack = `
name: sea
languages: [en, zh]
region: NO
factsAsOf: 2023-12-31
sources:
  yearbook: {title: Yearbook, date: 2023-05-01}
metrics:
  catch:
    preferred: {en: fish catch, zh: 捕捞量}
    measure: {kind: amount, unit: t, of: flow}
    observations: [{period: 2021, value: 61400, source: yearbook}, {period: 2022, value: 58700, source: yearbook}]
`;

const counted = (shares: readonly Share[]) =>
  shares.map(({ what, language, count, of }) => `${what} ${language} ${count}/${of}`);

describe('npm run accuracy', () => {
  let folder: Folder;
  let sea: PackAlone;

  before(async () => {
    folder = makeFolder({
      'rounds/2-sea/pack/pack.yaml': pack,
      'rounds/2-sea/lines.yml': `
- {id: r1, language: en, right: 'Fish catch was 58,700 tonnes in 2022.', slip: 'Fish catch was 61,400 tonnes in 2022.', rule: metric-period}
- {id: r2, language: zh, right: 2022年捕捞量为58700吨。, slip: 2022年捕捞量为58700吨。, rule: metric-value}
- {id: r3, language: en, right: Boats went out as ever., fact: false}
- {id: r4, language: en, right: 'Fish catch was 31,400 tonnes in 2022.'}
- {id: w1, language: en, wrong: 'Fish catch was 88,200 tonnes in 2022.', rule: metric-value}
- {id: w2, language: en, wrong: 'Fish catch was 88,200 tonnes in 2022.', rule: metric-unit}
- {id: t1, language: zh, trap: 2022年捕捞量为31400吨。, why: it is no trap at all}
`,
      'rounds/10-none/lines.yml': '[]',
      'rounds/notes/readme.md': 'no round',
      'reports/pack/pack.yaml': pack,
      'facts.yml': `
- {text: '2023.md', quote: '58,700 tonnes', before: 'catch was ', entry: metrics/catch, kind: figure, wrong: ['58,900 tonnes', '61,400 tonnes']}
- {text: '2023.md', quote: '2021', before: ' in ', entry: metrics/catch, kind: year, wrong: ['2022']}
- {text: '2022.md', quote: '61,400', entry: metrics/catch, kind: figure, wrong: ['64,100']}
`,
      'texts/2022.md': 'Boats landed 61,400 tonnes of this and that.\n',
      'texts/2023.md':
        '\uFEFF# Sea\n\nFish catch was 58,700 tonnes in 2022.\n\nFish catch was 61,400 tonnes in 2021. In 2021 fish catch was 77,700 tonnes.\n',
      'broken/pack.yaml': 'name: broken\nlanguages: [en]\nmetrics: {catch: {measure: {kind: size}}}\n',
    });
    sea = await packAlone(join(folder.path, 'rounds/2-sea/pack'));
  });
  after(() => folder.remove());

  it('reads a pack alone, as of the last day that it knows of, and says what is wrong with one', async () => {
    assert.deepEqual(sea.settings, { date: '2023-12-31', region: 'NO' });
    assert.deepEqual([...sea.vocabulary.languages].sort(), ['en', 'zh']);
    await assert.rejects(packAlone(join(folder.path, 'broken')), /pack\.yaml:3 /);
  });

  it('counts a round: right lines read, slips and wrong lines by the right rule and by any, alarms, traps', async () => {
    const rounds = join(folder.path, 'rounds');
    assert.deepEqual(roundsIn(rounds), ['2-sea', '10-none']);
    const { shares, misses } = await measureRound(rounds, '2-sea');
    assert.deepEqual(counted(shares.filter(({ language }) => language === 'all')), [
      'right lines read all 2/3',
      'wrong lines by the right rule all 1/2',
      'wrong lines by any rule all 2/2',
      'slips by the right rule all 1/2',
      'slips by any rule all 1/2',
      'alarms on right lines all 1/4',
      'traps flagged all 1/1',
    ]);
    assert.deepEqual(
      misses.map(({ id, expected }) => `${id}: ${expected}`),
      [
        'r2 slip: metric-value',
        'r4 right: nothing',
        'r4 right: read, and borne out by the record',
        'w2 wrong: metric-unit',
        't1 trap: nothing: it is no trap at all',
      ],
    );
    assert.match(
      misses.map(missText).join('\n'),
      /^rounds 2-sea w2 wrong\n {4}Fish catch .*\n.*\n {4}found: {4}metric-value: /m,
    );
  });

  it('counts traps by group with each metric of a pack', () => {
    const traps = {
      en: { asserted: ['{M} was {V} {P}.'], denied: ['It is false that {M} was {V} {P}.'] },
      zh: { denied: ['{P}{M}并非{V}。'] },
    };
    const { shares, misses } = measureTraps(traps, [sea]);
    assert.deepEqual(counted(shares), [
      'flagged en 1/2',
      'flagged: asserted en 1/1',
      'flagged: denied en 0/1',
      'flagged zh 0/1',
      'flagged: denied zh 0/1',
    ]);
    assert.match(misses[0]?.text ?? '', /^Fish catch was .* tonnes in 2022\.$/);
  });

  it('counts plain sentences of each metric: read, found when altered', () => {
    const { shares } = measureCanonical([sea]);
    const of = (what: string, language: string) =>
      shares.find((share) => share.what === what && share.language === language);
    assert.deepEqual(counted([of('figures read: when-first', 'en') as Share]), ['figures read: when-first en 2/2']);
    assert.deepEqual(counted([of('altered figures found: tenfold', 'en') as Share]), [
      'altered figures found: tenfold en 9/9',
    ]);
    // In each form, the last one apart, for two years.
    assert.equal(of('altered figures found: tenfold', 'zh')?.of, 7);
    assert.equal(of('alarms', 'zh')?.count, 0);
  });

  it('counts alterations of reports, one at a time, by the rule that is right, and lists them without a word of theirs', async () => {
    const set = { folder: join(folder.path, 'reports'), texts: join(folder.path, 'texts') };
    assert.equal(listAlterations(set, join(folder.path, 'facts.yml')), 4);
    const { shares, misses } = await measureAlterations(set);
    assert.deepEqual(counted(shares), [
      'false alarms per 1,000 words en 1/34',
      'figures read in the true text en 1/2',
      'found by the right rule en 3/4',
      'found by any rule en 3/4',
      'found by the right rule: figure en 2/3',
      'found by the right rule: year en 1/1',
    ]);
    assert.deepEqual(
      misses.map(({ id, text }) => `${id} ${text}`),
      ['2022.md:1 figure metrics/catch Boats landed ⟦61,400 → 64,100⟧ tonnes of this and ', '2023.md:5 '],
    );
    const list = readFileSync(join(set.folder, 'alterations.json'), 'utf8');
    assert.equal(JSON.parse(list).length, 3);
    assert.doesNotMatch(list, /catch was|58,700/);
    assert.match(
      list,
      /"text":"2023\.md","start":22,"end":35,"entry":"metrics\/catch","kind":"figure","wrong":\["58,900 tonnes","61,400 tonnes"]}/,
    );
    assert.deepEqual((await measureAlterations({ ...set, years: 'odd' })).shares.find(({ per }) => per)?.of, 25);
  });

  it('prints a table by part, and JSON with a row a line', () => {
    const share = { part: 'traps', set: 'sea', what: 'all', language: 'en', count: 1, of: 8 } as const;
    assert.equal(tableText([share]), 'traps\n  sea  all  en  1 of 8  12.5 %');
    assert.equal(sharesJson([share, share]).split('\n').length, 4);
    assert.deepEqual(JSON.parse(sharesJson([share])), [share]);
  });

  it('counts statements in other words: read, and found with a wrong value', () => {
    const statements = { en: { verb: ['{M} stood at {V} {P}.'], apart: ['Much was said of {Y}.'] } };
    const { shares } = measureStatements(statements, [sea]);
    assert.deepEqual(counted(shares), [
      'read en 1/2',
      'read: verb en 1/1',
      'alarms en 0/2',
      'wrong value found en 1/2',
      'read: apart en 0/1',
    ]);
  });

  it('keeps the figures of a first run, once, of committed lines', async () => {
    const rounds = join(folder.path, 'rounds');
    const own = join(rounds, '2-sea');
    assert.throws(() => checkFirstRun(own), /no repository|commit the lines/);
    const { shares } = await measureRound(rounds, '2-sea');
    assert.equal(
      roundsTable(rounds, ['2-sea'], shares).split('\n')[2],
      '| 2-sea | now | 66.7 % | 50.0 % | 100.0 % | 50.0 % | 50.0 % | 25.0 % | 100.0 % |',
    );
    const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder.path, encoding: 'utf8' });
    git('init', '-q');
    assert.throws(() => checkFirstRun(own), /commit the lines/);
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'Lines');
    checkFirstRun(own);
    recordFirstRun(own, shares);
    // Not in the way of the next.
    checkFirstRun(join(rounds, '10-none'));
    assert.deepEqual(firstRunOf(own)?.shares, shares);
    assert.match(firstRunsBelow(rounds).join(), /^2-sea, first run: \d{4}-.*\nrounds\n {2}2-sea {2}right lines read/);
    assert.match(
      roundsTable(rounds, ['2-sea'], shares),
      /^\| 2-sea \| first: \d{4}-\d\d-\d\d, [0-9a-f]{7} \| 66\.7 % /m,
    );
  });

  it('counts alarms in texts that have nothing to do with a pack', () => {
    const texts = [
      { path: 'a.md', text: 'In 2022 fish catch was 12 tonnes.' },
      { path: 'b.md', text: 'Nothing.' },
    ];
    const { shares, misses } = measureStrangers(texts, [sea]);
    assert.deepEqual(counted(shares), ['alarms per million words all 1/8']);
    assert.equal(misses[0]?.id, 'a.md:1');
  });

  it('ends with 2 for a round that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import=tsx', 'bench/accuracy/run.ts', '--round', '99'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /no round 99/);
  });
});
