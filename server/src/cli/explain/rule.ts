import { dictionary, type Locale } from '../../core/index.js';
import { renderMarkdown } from '../../layout/render-markdown.js';
import { type Output, pageWidth } from '../output.js';
import { readRulePage } from '../rule-page.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';

/** The page of a rule. Throws a UsageError where it has none. */
export async function explainRule(id: string, { colours, width }: Output, locale: Locale): Promise<string> {
  const wording = wordingFor(locale);
  const page = await readRulePage(id, locale);
  if (page === undefined) throw new UsageError(`${id}: ${wording.noRulePage}`);
  // What stands behind the language of an example: `wrong report=bulletin`.
  const caption = (info: string) => {
    const [what = '', ...settings] = info.split(' ');
    const words: Readonly<Record<string, string>> = dictionary({
      wrong: colours.red(wording.wrongExample),
      right: colours.green(wording.rightExample),
      pack: colours.dim(wording.packOfExamples),
    });
    const word = words[what];
    return word === undefined || settings.length === 0 ? word : `${word} (${settings.join(', ')})`;
  };
  return `${renderMarkdown(page, { width: Math.min(width ?? pageWidth, 100), colours, caption })}\n`;
}
