// textlint's kernel in a process that stays: parsing and linting, asked for by messages.
import { readFileSync } from 'node:fs';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import terminology from 'textlint-rule-terminology';
import { answer } from './answer.mjs';

const { textlintConfig } = JSON.parse(process.argv[2]);
const { rules } = JSON.parse(readFileSync(textlintConfig, 'utf8'));
const plugin = markdown.default ?? markdown;
const kernel = new TextlintKernel();
const processor = new plugin.Processor().processor('.md');
const options = {
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin }],
  rules: [{ ruleId: 'terminology', rule: terminology, options: rules.terminology }],
};

answer({
  parse: (text) => processor.preProcess(text),
  lint: (text) => kernel.lintText(text, options),
});
