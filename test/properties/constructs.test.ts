import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { claimsOf, lintReport, mergePacks, readReport } from '../../server/src/core/index.js';
import { packFromDisk, readPackFrom } from '../core/packs.js';

const runs = Number(process.env.PLUMBLINE_RUNS ?? 600);

const { vocabulary } = mergePacks([
  packFromDisk('new-industrialization'),
  readPackFrom({
    'pack.yaml': 'schema: 1\nname: toy\nversion: 1.0.0\nlanguages: [en, zh]\nregion: CN\n',
    'terms.yaml':
      'terms:\n  weak-link:\n    preferred: {en: weak link, zh: 薄弱环节}\n    deprecated: {en: [weak board], zh: [短板]}\n',
  }),
]);

/** Paragraphs with and without findings, each of its own. */
const paragraphs: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    'In 2021 industrial added value was 47.3 trillion yuan.',
    'In 2022 the added value of industry exceeded 40 trillion yuan. It grew.',
    'The weak board was named, and no weak link.',
    'Five tasks were set. They are hard.',
    'The team (TBD) met on 12 May 2023.',
    '- The weak board\n- The strong one',
    '| Metric | Value |\n|---|---|\n| Industrial added value in 2021 | 37.3 trillion yuan |',
    '## The weak board of 2022',
    'A note.[^1]\n\n[^1]: National Bureau of Statistics, 2023.',
  ],
  zh: [
    '2021年全部工业增加值为47.3万亿元。',
    '2022年全部工业增加值突破40万亿元。增长较快。',
    '要补短板，不要薄弱环节。',
    '提出五项任务。任务很重。',
    '负责人：待定',
    '- 补短板\n- 锻长板',
    '## 2022年的短板',
  ],
};

/** Constructs that stand alone between blocks, and hold nothing that is judged. */
const blockConstructs = [
  '$$\nx = y\n$$',
  '$$\nx\n$$ {#eq-x}',
  '$$\nweak board\n\n短板\n$$ (eq-x)',
  '{% comment %}\nweak board\n\nTODO\n{% endcomment %}',
  '{% include weak-board.html %}',
  '{% highlight r %}\nweak board\n{% endhighlight %}',
  '{{< include _weak-board.qmd >}}',
  '{{% callout %}}\n{{% /callout %}}',
  '%%\nweak board\n\n短板\n%%',
  '%% weak board %%',
  '<!-- weak board\n\nTODO -->',
  '<!--- weak board --->',
  '{/* weak board\n\n短板 */}',
  '% weak board',
  '![[weak-board.png]]',
  '(weak-board)=',
  '+++ {"weak": "board"}',
  '::: {.weak-board}\n:::',
  ':::note\n:::',
  '::toc{#weak-board}',
  '```{code-cell} python\n---\ntags: [weak-board]\n---\nweak board\n```',
  '```{figure} weak-board.png\n:name: weak-board\n```',
  '```{r}\n#| label: weak-board\nweak board\n```',
  '~~~\nweak board\n\n短板\n~~~',
  '<script>\nweak board\n\nweak board\n</script>',
  '<div class="weak-board">\n</div>',
  '<img src="weak-board.png">',
  '<Chart data={[1, 2]} title="weak board" />',
  '<Tabs\n  id="weak board"\n>\n</Tabs>',
  '{: .weak-board}',
  '[[_TOC_]]',
  '\\begin{equation}\nweak board\n\\end{equation}',
  '[weak-board]: weak-board.md "weak board"',
  '+---+---+\n| a | b |\n+---+---+',
] as const;

/** Constructs inside a line; those that name a source are apart. */
const inlineConstructs = [
  '{#weak-board .短板}',
  '{{ site.weak_board }}',
  '{{< ref "weak board.md" >}}',
  '{% assign x = "weak board" %}',
  '<!-- weak board -->',
  '{/* weak board */}',
  '%% weak board %%',
  '$x_1 = y$',
  '$$weak board$$',
  '`weak board`',
  '<code>weak board</code>',
  '<span class="weak board"></span>',
  '@fig-weak-board',
  '\\@ref(weak-board)',
  '{ref}`weak board`',
  'docs/weak-board.md',
  '#weak-board',
  '![[weak board]]',
  '![weak](board.png)',
  '<kbd>weak</kbd>',
  '\\ref{weak board}',
  '{props.weakBoard}',
] as const;
const citations = [
  '[@weak-board, p. 3]',
  '@weak2020',
  '\\cite{weak board}',
  '{cite}`weak board`',
  '^[Weak, 2020.]',
] as const;

/** The findings and claims of a text, each with the paragraph that it stands in; `at` holds where those begin. */
function readingOf(text: string, at: readonly number[]): readonly string[] {
  const report = readReport(text, vocabulary, { date: '2023-10-10', region: 'CN' });
  const place = (offset: number) => at.findLastIndex((start) => start <= offset);
  const said = [
    ...lintReport(report).map(({ rule, span }) => `${place(span.start)} ${rule} ${text.slice(span.start, span.end)}`),
    ...claimsOf(report, 'en').map(({ span, metric, period, verdict }) =>
      [place(span.start), metric, period, verdict, text.slice(span.start, span.end)].join(' '),
    ),
  ];
  return said.sort();
}

/** Texts joined by blank lines, each line with the marks of a container, and where each begins. */
function join(parts: readonly string[], container: '' | 'list' | 'quote'): { text: string; at: number[] } {
  const at: number[] = [];
  let text = '';
  for (const [i, part] of parts.entries()) {
    const lines = part.split('\n');
    const marked = lines.map((line, n) => {
      if (container === 'quote') return line === '' ? '>' : `> ${line}`;
      if (container === 'list') return n === 0 && i === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`;
      return line;
    });
    at.push(text.length);
    text += `${marked.join('\n')}\n${container === 'quote' ? '>' : ''}\n`;
  }
  return { text, at };
}

const language = fc.constantFrom('en', 'zh' as const);
const chosen = language.chain((each) =>
  fc.shuffledSubarray([...paragraphs[each]], { minLength: 2, maxLength: 5 }).filter(
    // A table and a heading right below one another are read together.
    (parts) => parts.some((part) => !/^[|#]/.test(part)),
  ),
);

describe('a construct of a dialect', () => {
  it('between blocks changes nothing in any of them', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom(...blockConstructs),
        fc.nat(5),
        fc.constantFrom('', '', 'list', 'quote' as const),
        (parts, construct, index, container) => {
          const place = index % (parts.length + 1);
          // A line comment of MyST begins at the margin.
          if (/^% /.test(construct) && container !== '') return;
          // A table is read with the paragraphs right before and behind it.
          if (parts[place - 1]?.startsWith('|') || parts[place]?.startsWith('|')) return;
          const without = join(parts, container);
          const withIt = join([...parts.slice(0, place), construct, ...parts.slice(place)], container);
          const at = withIt.at.toSpliced(place, 1);
          // What the construct itself says counts for the paragraph before it.
          const own = withIt.at[place] as number;
          const found = readingOf(withIt.text, at);
          assert.deepEqual(found, readingOf(without.text, without.at), `${construct} at ${own}:\n${withIt.text}`);
        },
      ),
      { numRuns: runs },
    );
  });

  it('inside a block changes nothing in any, but that a citation is a source', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom(...inlineConstructs, ...citations),
        fc.nat(5),
        fc.boolean(),
        (parts, construct, index, inFront) => {
          const place = index % parts.length;
          const part = parts[place] as string;
          const isPlain = /^[\p{L}\p{N}].*[.。]$/u.test(part);
          if (!isPlain) return;
          // As a sentence of its own, so that it stands in none.
          const changed = inFront ? `${construct} ${part}` : `${part} ${construct}`;
          const without = join(parts, '');
          const withIt = join(parts.with(place, changed), '');
          const isCitation = citations.some((each) => each === construct);
          const reading = (text: string, at: readonly number[]) =>
            readingOf(text, at).filter((each) => !isCitation || !each.includes('metric-unsourced'));
          assert.deepEqual(reading(withIt.text, withIt.at), reading(without.text, without.at), withIt.text);
        },
      ),
      { numRuns: runs },
    );
  });
});
