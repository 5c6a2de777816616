import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, mergePacks, readReport } from '../../../server/src/core/index.js';
import { readPackFrom } from '../packs.js';

const { vocabulary } = mergePacks([
  readPackFrom({
    'pack.yaml': 'schema: 1\nname: toy\nversion: 1.0.0\nlanguages: [en, zh]\nregion: CN\n',
    'terms.yaml':
      'terms:\n  weak-link:\n    preferred: {en: weak link, zh: 薄弱环节}\n    deprecated: {en: [weak board], zh: [短板]}\n',
  }),
]);

const read = (text: string) => readReport(text, vocabulary, { date: '2023-10-10' });

/** `⟦…⟧` in a text: what term-deprecated finds there, and nothing else is found. */
function finds(marked: string): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  let shown = '';
  let at = 0;
  for (const { rule, span } of lintReport(read(text))) {
    if (rule !== 'term-deprecated') {
      shown += `${text.slice(at, span.start)}<${rule}>`;
      at = span.start;
      continue;
    }
    shown += `${text.slice(at, span.start)}⟦${text.slice(span.start, span.end)}⟧`;
    at = span.end;
  }
  assert.equal(shown + text.slice(at), marked);
}

/** By trial or kind: texts with what is found in them. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'trial 1.1: an equation closes with what stands behind its mark': [
    '$$\nx\n$$ {#eq-a}\n\nThe ⟦weak board⟧.',
    '$$\nx\n$$ (eq-a)\n\n这是⟦短板⟧。',
    '$$\nx\n$$.\n\nThe ⟦weak board⟧.',
    '$$\nx\n+ z $$\n\nThe ⟦weak board⟧.',
    '> $$\n> weak board\n> $$\n\nThe ⟦weak board⟧.',
    '$$ x + y\n\nThe ⟦weak board⟧.',
    'The sum is $$\nweak board\n$$\nof it.\n\nThe ⟦weak board⟧.',
    '\\begin{align}\nweak board\n\\end{align}\n\nThe ⟦weak board⟧.',
  ],
  'the box of a task may have a line to itself': [
    '- [ ]\n  The ⟦weak board⟧.',
    '- [x] \r\n    The ⟦weak board⟧.',
    '1. [ ]\r   这是⟦短板⟧。',
    '- [ ]\n  **The** ⟦weak board⟧ &amp; more.',
    '- [ ]\nThe ⟦weak board⟧.',
  ],
  'a backslash at the end of a line that may reach far does not reach into the next': [
    'A note %%here%% \\\n~~~\n$$\n~~~\nThe ⟦weak board⟧.',
    '# The plan \\\n```\n$$\n```\n\nThe ⟦weak board⟧.',
    '50 %% of it \\\n~~~\n<!-- weak board\n~~~\n\nThe ⟦weak board⟧.',
    '# 计划 \\\n```\n$$\n```\n\n这是⟦短板⟧。',
    '# 计划 \\\r```\r$$\r```\r\r这是⟦短板⟧。',
    'The `plan` of %% \\\nthe ⟦weak board⟧',
  ],
  'trial 1.2: the target of a wiki link is an address, its alias prose': [
    'See [[weak board]] and ![[weak-board.png]], [[weak-board#h]], [[短板]].',
    'See [[notes|the ⟦weak board⟧]] and [[x|⟦短板⟧]].',
    '| a | b |\n|---|---|\n| [[weak board\\|the ⟦weak board⟧]] | c |',
  ],
  'trial 1.3: attributes, targets and options are no prose': [
    '## Notes {#weak-board}',
    '## 说明 {#短板 .短板}',
    '[t](x.md){.weak-board} ![c](x.png){#fig-weak-board width=50%}',
    '::: {#weak-board .callout-note title="weak board"}\nThe ⟦weak board⟧.\n:::',
    'The text.\n{: .weak-board}',
    '(weak-board)=\n# The ⟦weak board⟧',
    ':::{note}\n:class: weak-board\n:name: weak-board\nThe ⟦weak board⟧.\n:::',
    '```{figure} weak-board.png\n---\nname: weak-board\n---\nThe ⟦weak board⟧ in 2022\n```',
  ],
  'trial 1.4: tags of templates are no prose, their bodies are': [
    '{% include weak-board.html %}',
    '{{< include _weak-board.qmd >}}',
    '{{ site.weak-board }} and {{ page.title | weak-board }}',
    'See \\@ref(weak-board) and @fig-weak-board.',
    '{{% note title="weak board" %}}\nThe ⟦weak board⟧.\n{{% /note %}}',
    '{% if weak-board %}\n\n⟦短板⟧\n\n{% endif %}',
    '{% raw %}The ⟦weak board⟧{% endraw %}',
    '{% highlight text %}\nweak board\n{% endhighlight %}\n\nThe ⟦weak board⟧.',
    '{{< highlight text >}}\nweak board\n\nweak board\n{{< /highlight >}}\n\nThe ⟦weak board⟧.',
    '[x]({{ site.url }}{% link weak-board.md %}) and [x]({{< ref "weak board.md" >}})',
    'The :weak-board: sign',
  ],
  'trial 1.5: names of files, paths, domains, tags and documents are names': [
    'See docs/weak-board.md, weak-board-2024.xlsx, #weak-board, @weak-board, example.org/weak-board, C:\\x\\weak-board.docx, doi:10.1000/weak-board.',
    '见docs/短板.md、短板-2024.xlsx、#短板、@短板、example.org/短板。',
    '报告见weak-board_v2.pdf第3页与s3://weak-board/x、$HOME/weak-board、weak-board::open()。',
    'In `weak board`, ./weak-board, ~/weak-board and weak-board.example.org/x.',
    'The strong link/⟦weak board⟧ ratio, and/or the ⟦weak board⟧ of harbour/weak-board.',
  ],
  'trial 1.9: callouts are the words of the writer, quotations are not': [
    '> [!NOTE]\n> The ⟦weak board⟧.',
    '> [!tip]- The ⟦weak board⟧\n> The ⟦weak board⟧.',
    '> **Note**\n> The ⟦weak board⟧.',
    '> **注意**：⟦短板⟧',
    '> The weak board.',
    '> [!quote] Somebody\n> The weak board.',
    '```{epigraph}\nThe weak board.\n```\n\n⟦短板⟧',
    '```{note}\nThe ⟦weak board⟧.\n```',
    '````{admonition} The ⟦weak board⟧\n```{tip}\n⟦短板⟧\n```\n````',
    '!!! note\n    The ⟦weak board⟧.\n\n    The ⟦weak board⟧ again.',
    '??? tip "The ⟦weak board⟧"\n    ⟦短板⟧',
    ':::tip The ⟦weak board⟧\n\n## The ⟦weak board⟧\n\n:::',
    ':::note[The ⟦weak board⟧]\nText.\n:::',
    '::: {.callout-note}\n⟦短板⟧',
  ],
  'trial 1.11: what has no width parts no word': [
    'The ⟦we&shy;ak board⟧, the ⟦we\u00ADak board⟧, the ⟦we\u200Bak bo\u200Dard⟧, ⟦短\uFE00板⟧.',
    'The t&shy;weak board.',
  ],
  'trial 1.12: elements of HTML are as their Markdown twins': [
    'The <code>weak board</code>, <kbd>weak board</kbd>, <del>weak board</del>, <q>the weak board is it</q>.',
    '<script>\nweak board\n\nweak board\n</script>\n\nThe ⟦weak board⟧.',
    '<pre>weak board</pre>\n\n⟦短板⟧',
    '<blockquote>\n\nThe weak board.\n\n</blockquote>\n\nThe ⟦weak board⟧.',
    '<p align="center">The ⟦weak board⟧</p>',
    '<details>\n<summary>The ⟦weak board⟧</summary>\n\n⟦短板⟧\n</details>',
    '<table>\n    <tr>\n        <td>The ⟦weak board⟧</td><td>weak</td><td>board</td>\n    </tr>\n</table>',
    '<a id="weak-board"></a>\nThe ⟦weak board⟧',
  ],
  'trial 1.13: what only looks like a place to fill': [
    'a {% comment %} TODO {% endcomment %}',
    'where $P = [v_1, v_2]$ and $[x, y]$, \\[ y \\] and \\(x_1\\)',
    'see [text][ref]\n\n[ref]: {{ site.url }}/weak-board',
    '[x y z]{.smallcaps} and [[url]{.ul}](url)',
  ],
  'trial 1.14: comments of all dialects keep findings back': [
    '{/* plumbline-disable-next-line term-deprecated */}\nThe weak board.',
    '%% plumbline-disable-next-line term-deprecated -- why %%\nThe weak board.',
    '<!--- plumbline-disable-next-line term-deprecated --->\nThe weak board.',
    '{% comment %} plumbline-disable-next-line {% endcomment %}\n这是短板。',
    '% plumbline-disable-next-line term-deprecated\nThe weak board.',
    '%%\nweak board\n\n短板\n%%\nThe ⟦weak board⟧.',
    '{/*\nweak board\n\n*/}\n\nThe ⟦weak board⟧.',
    'Text %% weak board\n\nweak board %% and the ⟦weak board⟧. A share of 5 %% is odd.',
    '<!-- weak board --> The ⟦weak board⟧.',
    'a {% comment %} weak\n\nboard {% endcomment %} The ⟦weak board⟧.',
  ],
  'components and modules of MDX': [
    'import Weak from "weak board";\nexport const weakBoard = {\n  a: "weak board",\n};\n\nThe ⟦weak board⟧.',
    '<Card\n  title="weak board"\n  when={total > 2}\n>\n\nThe ⟦weak board⟧.\n\n</Card>',
    'export function Weak() {\n  const a = "weak board";\n\n  return <p>weak board</p>;\n}\n\nThe ⟦weak board⟧.',
    '{items.map((item) => (\n  <li>weak board</li>\n))}\n\nThe ⟦weak board⟧.',
    'The <Term id="weak board">⟦weak board⟧</Term> is {props.weakBoard}.',
  ],
  'marks of Pandoc, Obsidian and LaTeX': [
    'The ==⟦weak board⟧== and the ⟦weak ==board⟧==. ^weak-board',
    'Term\n\n:   The ⟦weak board⟧.\n\n    The ⟦weak board⟧.',
    'A figure^[The ⟦weak board⟧.] of it.',
    'So \\cite{weak board} says, and [@weak-board, p. 3].',
    '[By @fig-x, the ⟦weak board⟧.]{.column-margin}',
    '(ref:weak-board) The ⟦weak board⟧ of the network.',
    '![The ⟦weak board⟧ of 2022](weak-board.png){#fig-weak-board}',
    '![The weak board](weak-board.png) of 2022',
    'A note.[^1]\n\n[^1]: The ⟦weak board⟧ was named in 2022, see [the survey](weak-board.md).',
    '说明。[^1]\n\n[^1]: 该⟦短板⟧已于2022年消除，见《短板》。',
    'A note.[^1]\n\n[^1]: Port Office, *The Weak Board*, Weak Board Press, 2022.',
  ],
  'emphasis beside Han': ['**（短期）**⟦短板⟧与⟦短**板⟧**'],
};

describe('dialects', () => {
  for (const [name, marked] of Object.entries(lines)) {
    for (const line of marked) it(`${name}: ${line.replace(/\s+/g, ' ').slice(0, 60)}`, () => finds(line));
  }

  const unread = (text: string) =>
    read(text).unread.map(({ span, ...why }) => `${Object.values(why).join(' ')} ${span.start}-${span.end}`);

  it('what never closes is said, and the rest of the text left (trials 1.1, 1.14)', () => {
    const text = 'The text.\n\nThe weak board.';
    for (const [opener, construct] of [
      ['$$', 'equation'],
      ['```', 'code'],
      ['<!-- x', 'comment'],
      ['%%', 'comment'],
      ['{/* x', 'comment'],
      ['{% comment %}', 'comment'],
      ['<script>', 'html'],
      [':::{code-block} r', 'directive'],
    ] as const) {
      const whole = `The text.\n\n${opener}\n\n${text}`;
      assert.deepEqual(unread(whole), [`unclosed ${construct} 11-${whole.length}`], opener);
      assert.deepEqual(lintReport(read(whole)), [], opener);
    }
    assert.deepEqual(unread('---\nreport: x\n\nThe text.'), ['unclosed frontMatter 0-13']);
    assert.deepEqual(unread('+---+---+\n| a | b |\n+---+---+\n\nThe text.'), ['grid-table 0-29']);
    for (const whole of ['Text <!-- a', '%% a', '$$ a', '5 %% a', ':::note\n\nThe text.', '<div>\n\nThe text.']) {
      assert.deepEqual(unread(whole), [], whole);
    }
  });
});
