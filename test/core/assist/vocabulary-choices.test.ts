import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  isPackAddition,
  lintReport,
  type PackAddition,
  readReport,
  recordChoices,
  type Span,
  termChoice,
  wordChoices,
} from '../../../server/src/core/index.js';
import { readMarked } from '../marked.js';
import { vocabularyFrom } from '../packs.js';

const vocabulary = vocabularyFrom({
  'pack.yaml': `name: port
languages: [en, zh]
region: GB
sources:
  yearbook: {title: {en: Port Yearbook, zh: 港口年鉴}, publisher: {en: Harbour Office, zh: 港务处}, date: 2024-01-20}
terms:
  berth: {preferred: {en: berthing window, zh: 靠泊窗口}, admitted: {en: [berth slot]}, deprecated: {en: [docking slot], zh: [停船时段]}}
organizations:
  office: {preferred: {en: Harbour Office, zh: 港务处}, deprecated: {en: [Port Bureau], zh: [港务局]}}
people:
  roe:
    preferred: {en: Ann Roe, zh: 罗安}
    nameOrder: given-first
    roles:
      - {title: {en: [pilot], zh: [引航员]}, organization: office, from: 2015-01-01, to: 2019-12-31}
      - {title: {en: [harbour master], zh: [港务长]}, organization: office, from: 2020-01-01}
formulations:
  lights: {preferred: {en: three harbour lights, zh: 港口三灯}, closed: true, members: [{en: red light, zh: 红灯}, {en: green light, zh: 绿灯}, {en: white light, zh: 白灯}]}
metrics:
  cargo:
    preferred: {en: cargo handled, zh: 货物吞吐量}
    measure: {kind: amount, unit: t}
    observations: [{period: 2022, value: 46.8e6}, {period: 2021, value: 44e6, vintage: 2022-01-15}]
  calls: {preferred: {en: ferry share of calls, zh: 渡轮占比}, measure: {kind: share, unit: percent}, observations: []}
`,
});

const shown = (addition: PackAddition): string => {
  switch (addition.as) {
    case 'record':
      return `${addition.entry.split('/').at(-1)} ${Object.entries(addition.record)
        .map(([key, value]) => `${key}=${value}`)
        .join(' ')}`;
    case 'term':
      return `term ${addition.language} ${addition.text}`;
    default:
      return `${addition.as} ${addition.entry.split('/').at(-1)} ${addition.language} ${addition.text}`;
  }
};

const isSame = (a: Span, b: Span | undefined) => a.start === b?.start && a.end === b.end;

/** `⟦…⟧` is what is selected: the finding in it, the figure there, or the words. */
function choices(marked: string): readonly string[] {
  const { text, spans } = readMarked(marked);
  const [selection] = spans;
  assert.ok(selection);
  const report = readReport(text, vocabulary, { date: '2024-02-01' });
  const finding = lintReport(report).find(({ span }) => span.start >= selection.start && span.end <= selection.end);
  const term = termChoice(report, selection);
  const all = [
    ...(finding === undefined ? [] : wordChoices(report, finding, selection)),
    ...recordChoices(report, selection),
    ...(term === undefined || isSame(term.span, finding?.span) ? [] : [term]),
  ].map(({ addition }) => addition);
  for (const addition of all) assert.ok(isPackAddition(JSON.parse(JSON.stringify(addition))), JSON.stringify(addition));
  return all.map(shown);
}

const words: Readonly<Record<string, readonly string[]>> = {
  // The form as the pack has it, and the words with the next one.
  'Each ship keeps its ⟦docking slots⟧ open.': [
    'admitted berth en docking slot',
    'exceptions berth en docking slots open',
  ],
  'It has a ⟦docking slot⟧.': ['admitted berth en docking slot', 'exceptions berth en a docking slot'],
  '# ⟦Docking slot⟧ rules\n': ['admitted berth en docking slot', 'exceptions berth en Docking slot rules'],
  '⟦停船时段⟧表已公布。': ['admitted berth zh 停船时段', 'exceptions berth zh 停船时段表'],
  '- 今年的⟦停船时段⟧，另见附件。': ['admitted berth zh 停船时段', 'exceptions berth zh 的停船时段'],
  // A selection around the finding is the exception.
  'The ⟦docking slot of the old harbour⟧ closed.': [
    'admitted berth en docking slot',
    'exceptions berth en docking slot of the old harbour',
    'term en docking slot of the old harbour',
  ],
  '| What | Who |\n| - | - |\n| rents | ⟦Port Bureau⟧ |\n': ['admitted office en Port Bureau'],
  '> [!NOTE]\n> The ⟦Port Bureau⟧ said so.\n': [
    'admitted office en Port Bureau',
    'exceptions office en Port Bureau said',
  ],
  // Words that nobody knows, selected.
  'The ⟦shore crane⟧ moves.': ['term en shore crane'],
  '岸边的⟦岸桥⟧已更换。': ['term zh 岸桥'],
  'A ⟦berthing window⟧ opens.': [],
  'One ⟦line\nand another⟧ end.': [],
  '⟦ 12 ⟧ cranes.': [],
  '- Our ⟦Docking Slots⟧: a list\n': ['admitted berth en docking slot', 'exceptions berth en Our Docking Slots'],
  '“The ⟦Port Bureau⟧ is late,” he said.': [],
  '**⟦港务局⟧**的通知已发。': ['admitted office zh 港务局', 'exceptions office zh 港务局的'],
  'The ⟦berth slots⟧ and berthing windows.': ['exceptions berth en berth slots and'],
  // What is said of an entry is no name of it.
  'Ann Roe, ⟦pilot of the Harbour Office⟧, spoke.': [],
  '- ⟦Harbour Office pilot⟧ Ann Roe spoke.': [],
  '⟦港务处引航员⟧罗安讲话。': [],
  '> [!NOTE]\n> ⟦港务处引航员⟧罗安讲话。\n': [],
  'The three harbour lights are the red light, the green light and ⟦the blue light⟧.': ['term en the blue light'],
  '港口三灯为红灯、绿灯和⟦蓝灯⟧。': ['term zh 蓝灯'],
  '⟦Roe Ann⟧ spoke.': ['admitted roe en Roe Ann', 'term en Roe Ann'],
  'A ⟦berthing windwo⟧ opens.': ['admitted berth en berthing windwo', 'term en berthing windwo'],
};

const figures: Readonly<Record<string, readonly string[]>> = {
  // It contradicts the record: told apart by the day of the report.
  'In 2022 cargo handled was ⟦40.50 million tonnes⟧.': ['cargo period=2022 value=40.50e6 vintage=2024-02-01'],
  '2022年货物吞吐量为⟦4050万吨⟧。': ['cargo period=2022 value=4050e4 vintage=2024-02-01'],
  // There is none for the period.
  'In 2023 cargo handled was more than ⟦47 million tonnes⟧.': ['cargo period=2023 value=47e6 comparator=above'],
  'In 2023 the ferry share of calls was ⟦44.0%⟧.': ['calls period=2023 value=44.0'],
  '- 2023年渡轮占比为⟦44.5%⟧': ['calls period=2023 value=44.5'],
  // With the source that the sentence, or its footnote, names.
  'In 2023 cargo handled was ⟦47 million tonnes⟧, according to the Port Yearbook.': [
    'cargo period=2023 value=47e6 source=port/sources/yearbook',
  ],
  '据《港口年鉴》，2023年货物吞吐量为⟦4700万吨⟧。': ['cargo period=2023 value=4700e4 source=port/sources/yearbook'],
  'In 2023 the ferry share of calls was ⟦44.0%⟧.[^a]\n\n[^a]: Harbour Office, Port Yearbook, 2024-01-20.\n': [
    'calls period=2023 value=44.0 source=port/sources/yearbook',
  ],
  '| Year | Cargo handled (t) |\n| - | - |\n| 2023 | ⟦47,100,000⟧ |\n': ['cargo period=2023 value=47100000'],
  'In the third quarter of 2023 cargo handled was ⟦12 kt⟧.': ['cargo period=2023-Q3 value=12e3'],
  'Cargo handled fell to ⟦39 million tonnes⟧ in 2022.': ['cargo period=2022 value=39e6 vintage=2024-02-01'],
  '2023年货物吞吐量超过⟦0.47亿吨⟧。': ['cargo period=2023 value=0.47e8 comparator=above'],
  'In 2021 cargo handled was ⟦41 million tonnes⟧.': ['cargo period=2021 value=41e6 vintage=2024-02-01'],
  '> In 2022 cargo handled was ⟦39 million tonnes⟧.\n': [],
  '到2030年，货物吞吐量将达到⟦6000万吨⟧。': [],
  // It is the record, or of no period, or in another unit.
  'In 2022 cargo handled was ⟦46.8 million tonnes⟧.': [],
  'Cargo handled was ⟦40 million tonnes⟧.': [],
  'In 2022 cargo handled was ⟦£40 million⟧.': [],
};

describe('what a pack may take from a report', () => {
  for (const [line, expected] of [...Object.entries(words), ...Object.entries(figures)]) {
    it(JSON.stringify(line), () => assert.deepEqual(choices(line), expected));
  }
});
