import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { detectLanguage } from '../../../server/src/core/language/detect-language.js';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../../server/src/core/markdown/piece.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';
import { seenLanguage } from '../../../server/src/core/report/seen-language.js';

const texts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The ministry said that industrial added value rose in 2022 and that it will rise again.',
    'Key tasks',
    'Indicator 2022 40.16 GDP 121.02 Share 33.2%',
    'Shore up weak links, strengthen strong points, build clusters, cut costs, raise output, expand exports, train workers',
    'The “little giants” (小巨人) and the key tasks (重点任务) are set by the ministry in 2022.',
    'The mayor of Rio de Janeiro and the prefect of the Val de Marne met with the press of La Paz.',
    'GDP MIIT AI 5G',
  ],
  zh: [
    '工业和信息化部部署了五大重点任务，推进新型工业化。',
    '工業和資訊化部部署了五大重點任務，推進新型工業化。',
    '重点任务',
    '中国推进 new industrialization，加快“智改数转”，推动 AI 与制造业融合。',
    'GDP 增长 5%',
    '“の”字在店名中常见，中国各地的商家都喜欢用它来吸引顾客。',
  ],
  ja: ['経済産業省は新しい工業化を進めるための五つの課題を発表しました。', 'データによると、GDPは増加した。'],
  und: [
    'Le ministère a déclaré que la valeur ajoutée industrielle a augmenté en 2022 et que les entreprises investissent.',
    'Das Ministerium erklärte, dass die industrielle Wertschöpfung im Jahr 2022 gestiegen ist und weiter wachsen wird.',
    'El ministerio dijo que el valor agregado industrial creció en 2022 y que las empresas deben invertir más.',
    'Het ministerie zei dat de industriële toegevoegde waarde in 2022 is gestegen en dat de bedrijven meer investeren.',
    'Le ministère agit',
    'Министерство заявило, что добавленная стоимость выросла в 2022 году.',
    'Министерство заявило, что GDP вырос в 2022 году по данным World Bank.',
    '산업부는 2022년에 산업 부가가치가 증가했다고 밝혔다.',
    'قالت الوزارة إن القيمة المضافة ارتفعت',
    '2022 40.16 121',
    '',
  ],
};

describe('the language of a text', () => {
  for (const [language, lines] of Object.entries(texts)) {
    for (const line of lines)
      it(`is ${language}: ${line.slice(0, 60)}`, () => assert.equal(detectLanguage(line), language));
  }
});

describe('the language of a report', () => {
  const paragraphs = [
    'The ports of the coast have grown since then.',
    'Les ports de la côte ont grandi depuis.',
    '沿海港口有了发展。',
    '港は大きくなりました。',
    'Порты выросли.',
    '40.2 %, 12',
    'Zürich Größe Übersicht',
  ];

  it('is that of its first 20,000 characters, told block by block', () => {
    const long = fc.array(fc.tuple(fc.constantFrom(...paragraphs), fc.integer({ min: 1, max: 400 })), { maxLength: 8 });
    fc.assert(
      fc.property(long, (parts) => {
        const text = parts.map(([paragraph, times]) => Array(times).fill(paragraph).join(' ')).join('\n\n');
        const { blocks } = readProse(parseMarkdown(text, readPiece));
        const shown = blocks.map((block) => block.text).join('\n');
        assert.equal(seenLanguage(blocks).language, detectLanguage(shown));
      }),
      { numRuns: 40 },
    );
  });
});
