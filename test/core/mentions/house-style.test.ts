import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { applyEdits, checkPack, lintReport, problemMessage, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const pack = readFileSync(join(import.meta.dirname, '../../fixtures/packs/house-style/pack.yaml'), 'utf8');
const vocabulary = vocabularyFrom({ 'pack.yaml': pack });

/** By entry: a wrong line and what its fix makes of it, which is right; and lines that are right as they are. */
const lines: Readonly<Record<string, readonly (string | readonly [wrong: string, right: string])[]>> = {
  'white-paper': [
    ['The White Paper was late.', 'The white paper was late.'],
    ['White Papers are long.', 'White papers are long.'],
    ['Two white-papers were late.', 'Two white papers were late.'],
    'White paper or not, it was read.',
    '# The White Paper',
    'THE WHITE PAPER',
    'The Energy White Paper of 2020 was read.',
  ],
  'green-paper': [['A Green Paper came first.', 'A green paper came first.'], 'Green paper is recycled.'],
  internet: [
    ['Most use the Internet at home.', 'Most use the internet at home.'],
    'Internet access is wide.',
    'The rules: Internet access is free.',
    '“Internet access is a right,” she said.',
  ],
  web: [['Each Web page counts.', 'Each web page counts.'], 'Web pages are read.'],
  government: [['It asked the Central Government for more.', 'It asked the central government for more.']],
  members: [
    ['Every Member State has one vote.', 'Every member state has one vote.'],
    ['The member-states agreed.', 'The member states agreed.'],
    '| Member State | Votes |\n|---|---|\n| A | 1 |',
  ],
  'spring-budget': [['In the Spring Budget taxes rose.', 'In the spring budget taxes rose.']],
  'civil-service': [['The Civil Service is small.', 'The civil service is small.']],
  'chief-executive': [
    ['The Chief Executive spoke.', 'The chief executive spoke.'],
    ['Two chief-executives spoke.', 'Two chief executives spoke.'],
  ],
  board: [['The Board of Directors met.', 'The board of directors met.'], 'BOARD OF DIRECTORS'],
  'wi-fi': [
    ['The wi-fi is free.', 'The Wi-Fi is free.'],
    ['The wifi is free.', 'The Wi-Fi is free.'],
    ['Free Wifi is here.', 'Free Wi-Fi is here.'],
    'WiFi is free.',
  ],
  english: [['It is in plain english now.', 'It is in plain English now.']],
  westminster: [['They left for westminster.', 'They left for Westminster.']],
  treasury: [['Holders of treasury bills lost.', 'Holders of Treasury bills lost.']],
  pdf: [
    ['Send a pdf to us.', 'Send a PDF to us.'],
    ['Send two pdfs to us.', 'Send two PDFs to us.'],
  ],
  'long-term': [
    ['The long term plan is ready.', 'The long-term plan is ready.'],
    ['Long term growth is slow.', 'Long-term growth is slow.'],
    ['It takes a long term view.', 'It takes a long-term view.'],
    '- In the long term it pays.',
    'It pays over the long term and the short term.',
    'In the long term growth slows.',
    'We plan long term because we must.',
    'The long term looks bright.',
  ],
  'short-term': [['A short term loan is dear.', 'A short-term loan is dear.'], 'That is dear in the short term.'],
  'medium-term': [
    ['The medium term strategy holds.', 'The medium-term strategy holds.'],
    'It holds over the medium term.',
  ],
  'year-on-year': [
    ['The year on year growth was 4.3 per cent.', 'The year-on-year growth was 4.3 per cent.'],
    'It rose year on year in all towns.',
  ],
  'face-to-face': [['Their face to face talks failed.', 'Their face-to-face talks failed.'], 'They met face to face.'],
  'up-to-date': [['Use an up to date map.', 'Use an up-to-date map.'], 'Keep it up to date.'],
  'full-time': [['She has a full time job.', 'She has a full-time job.'], 'She works full time for them.'],
  'part-time': [['She has a part time job.', 'She has a part-time job.'], 'She works part time and studies.'],
  'high-speed': [['A high speed line opens.', 'A high-speed line opens.'], 'It runs at high speed through towns.'],
  'large-scale': [['It needed large scale works.', 'It needed large-scale works.'], 'On a large scale.'],
  'low-income': [
    ['It helps low income households.', 'It helps low-income households.'],
    'Some have a low income and pay less.',
  ],
  'real-time': [['It shows real time data.', 'It shows real-time data.'], 'In real time data flow.'],
  'third-party': [
    ['It needs third party software.', 'It needs third-party software.'],
    'A third party is involved.',
    'It pays when third parties sue.',
  ],
  'cost-benefit': [['A cost benefit analysis is due.', 'A cost-benefit analysis is due.']],
  'public-private': [['Public private partnerships grew.', 'Public-private partnerships grew.']],
  'multi-year': [
    ['A multi year grant came.', 'A multi-year grant came.'],
    ['A multiyear grant came.', 'A multi-year grant came.'],
  ],
  'mid-term': [['The midterm review is out.', 'The mid-term review is out.']],
  'north-east': [
    ['The northeast grew.', 'The north-east grew.'],
    ['The North East grew.', 'The North-East grew.'],
  ],
  'cross-border': [['Cross border trade fell.', 'Cross-border trade fell.']],
  'non-profit': [['It is a nonprofit body.', 'It is a non-profit body.']],
  'start-up': [
    ['A tech start up was sold.', 'A tech start-up was sold.'],
    ['Startups were sold.', 'Start-ups were sold.'],
    ['Two start ups were sold.', 'Two start-ups were sold.'],
    'Firms are starting up.',
    'Firms start up in towns.',
    'It helps them to start up.',
    'A firm that starts up pays no tax.',
  ],
  'well-being': [['The wellbeing of all counts.', 'The well-being of all counts.']],
  'decision-making': [
    ['Our decision making is slow.', 'Our decision-making is slow.'],
    ['Decision making is slow.', 'Decision-making is slow.'],
  ],
  policymaker: [
    ['Policy makers met.', 'Policymakers met.'],
    ['A policy-maker met them.', 'A policymaker met them.'],
  ],
  'follow-up': [['A follow up visit is due.', 'A follow-up visit is due.'], 'We follow up on that.'],
  'trade-off': [
    ['A trade off is needed.', 'A trade-off is needed.'],
    ['Tradeoffs are needed.', 'Trade-offs are needed.'],
    'They trade off one against the other.',
  ],
  takeover: [['Two take-overs failed.', 'Two takeovers failed.'], 'They take over in May.'],
  rollout: [
    ['The roll-out is slow.', 'The rollout is slow.'],
    'They are rolling out the scheme.',
    'They roll out the scheme.',
  ],
  website: [
    ['Our web site is new.', 'Our website is new.'],
    ['Web sites are new.', 'Websites are new.'],
    ['Our Web site is new.', 'Our website is new.'],
  ],
  'data-set': [
    ['Two datasets are open.', 'Two data sets are open.'],
    ['The data-set is open.', 'The data set is open.'],
  ],
  database: [['A data base is open.', 'A database is open.']],
  email: [
    ['Send an e-mail to us.', 'Send an email to us.'],
    ['They e-mailed us.', 'They emailed us.'],
    ['E-mails are read.', 'Emails are read.'],
  ],
  online: [['Read it on-line.', 'Read it online.'], 'The plant came on line.'],
  offshore: [['Off-shore wind grew.', 'Offshore wind grew.'], 'They anchored off shore.'],
  healthcare: [
    ['The healthcare budget rose.', 'The health care budget rose.'],
    ['## A Healthcare Budget', '## A Health care Budget'],
    'The Agency for Healthcare Research paid.',
    'Healthcare Improvement Northport paid.',
  ],
  childcare: [['The child-care budget rose.', 'The childcare budget rose.']],
  workforce: [['The work force grew.', 'The workforce grew.']],
  percent: [['It rose by five percent.', 'It rose by five per cent.']],
  'co-operation': [['Co-operation is good.', 'Cooperation is good.']],
  'co-operate': [
    ['They co-operated well.', 'They cooperated well.'],
    ['They are co-operating.', 'They are cooperating.'],
  ],
  'co-ordinate': [['It co-ordinates them.', 'It coordinates them.']],
  ongoing: [['The work is on-going.', 'The work is ongoing.'], 'What is going on?'],
  'under-way': [['The work is underway.', 'The work is under way.']],
  'a-shares': [
    ['Ａ股市场上涨。', 'A股市场上涨。'],
    ['今年A 股市场上涨。', '今年A股市场上涨。'],
    ['今年a股上涨。', '今年A股上涨。'],
    'A股上涨。',
  ],
  '5g': [
    ['建成５Ｇ网络。', '建成5G网络。'],
    ['建成5G 网络。', '建成5G网络。'],
    ['建成5g网络。', '建成5G网络。'],
    '5G\n网络已建成。',
  ],
  plan: [['按照“十四五” 规划推进。', '按照“十四五”规划推进。'], '按照“十四五”\n规划推进。'],
};

function lint(text: string) {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return lintReport(readReport(text, vocabulary, { language, date: '2024-05-01' })).filter(({ rule }) =>
    rule.startsWith('term-'),
  );
}

describe('a house style of capitals and hyphens (trials 9.1, 9.2, 9.3)', () => {
  for (const [id, each] of Object.entries(lines)) {
    it(`tells right from wrong: ${id}`, () => {
      for (const line of each) {
        if (typeof line === 'string') {
          assert.deepEqual(shown(lint(line)), [], line);
          continue;
        }
        const [wrong, right] = line;
        const findings = lint(wrong);
        assert.deepEqual(
          findings.map(({ entry }) => entry),
          [`house-style/terms/${id}`],
          wrong,
        );
        const [fix] = findings[0]?.fixes ?? [];
        assert.ok(fix?.safe, `no safe fix: ${wrong}`);
        assert.equal(applyEdits(wrong, fix.edits), right);
        assert.deepEqual(shown(lint(right)), [], right);
      }
    });
  }

  it('has a line for every entry', () => {
    assert.deepEqual(
      vocabulary.ofKind('terms').map(({ id }) => id),
      Object.keys(lines),
    );
  });

  it('is a pack without problems', () => {
    const { problems } = checkPack(new Map([['pack.yaml', pack]]));
    assert.deepEqual(
      problems.map((problem) => `${problem.range.start.line + 1} ${problemMessage(problem, 'en')}`),
      [],
    );
  });
});

function shown(findings: ReturnType<typeof lint>): readonly string[] {
  return findings.map(({ entry, span }) => `${entry} ${span.start}-${span.end}`);
}
