import type { Locale } from '../../core/index.js';
import { nearest } from '../../core/start.js';

/** What commander says, in Chinese; `$1` and so on are its own words of the command line. */
const chinese: readonly (readonly [said: RegExp, chinese: string])[] = [
  [/^unknown command '(.*)'/, '没有命令“$1”'],
  [/^unknown option '(.*?)'/, '没有选项“$1”'],
  [/^option '(.*?)' argument missing/, '选项“$1”缺少值'],
  [
    /^option '(.*?)' argument '(.*)' is invalid\. Allowed choices are ([^.]*)\.( \(Did .*)?$/,
    '选项“$1”的值“$2”无效。可用值：$3。$4',
  ],
  [/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/, '选项“$1”的值“$2”无效。$3'],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are ([^.]*)\.( \(Did .*)?$/,
    '参数“$2”的值“$1”无效。可用值：$3。$4',
  ],
  [/^required option '(.*?)' not specified/, '缺少选项“$1”'],
  [/^missing required argument '(.*)'/, '缺少参数“$1”'],
  [/^too many arguments.*$/, '参数过多'],
  [/Write a day as (\d{4}-\d\d-\d\d)\.$/, '日期应写作$1。'],
  [/Write seconds, above 0 and up to (\d{1,9})\.$/, '应为大于0、不超过$1的秒数。'],
  [/\(Did you mean (.*)\?\)$/, '（是否指“$1”？）'],
];

/** Options that other linters have, by ours. */
const ofOthers: ReadonlyMap<string, string> = new Map([
  ['--reporter', '--format'],
  ['--formatter', '--format'],
  ['--output', '--format'],
  ['--output-format', '--format'],
  ['--json', '--format json'],
  ['--max-warnings', '--fail-on warning'],
  ['--severity', '--fail-on'],
  ['--fix', 'plumbline fix'],
]);

/**
 * An error of commander in one line, with what was likely meant, or the way to the help where it does not say what to
 * do. `args`: the command line, since what stands behind an option that is none is in no error.
 */
export function usageErrorMessage(text: string, locale: Locale, args: readonly string[] = []): string {
  const line = withMeaning(
    text
      .trim()
      .replace(/^error: /, '')
      .replace(/\s*\n\s*/g, ' '),
    args,
  );
  const saysWhatToDo = /Did you mean|is invalid|Allowed choices are/.test(line);
  if (locale === 'en') return saysWhatToDo ? line : `${line}; see “plumbline --help”`;
  const translated = chinese.reduce((result, [said, inChinese]) => result.replace(said, inChinese), line);
  return saysWhatToDo ? translated.replace(' （', '（') : `${translated}；详见“plumbline --help”`;
}

function withMeaning(line: string, args: readonly string[]): string {
  const [, choice, choices] =
    /'([^']*)' is invalid(?: for argument '[^']*')?\. Allowed choices are (.*)\.$/.exec(line) ?? [];
  if (choice !== undefined && choices !== undefined) {
    const known = choices.split(', ');
    const meant = line.startsWith("option '--locale ") ? meantLocale(choice, known) : nearest(choice, known);
    return meant === undefined ? line : `${line} (Did you mean ${meant}?)`;
  }
  const [unknown, name = ''] = /^unknown option '([^'=]*)[^']*'/.exec(line) ?? [];
  const ours = ofOthers.get(name);
  if (unknown === undefined || ours === undefined) return line;
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const written = args[at]?.split('=', 2)[1] ?? args[at + 1] ?? '';
  const value = ours.startsWith('--') && !ours.includes(' ') && /^[a-z]+$/.test(written) ? ` ${written}` : '';
  return `${unknown} (Did you mean ${ours}${value}?)`;
}

/** The language of `zh_CN.UTF-8`, of `Chinese` and of a country, `cn`; by letters alone, cn would be en. */
function meantLocale(written: string, known: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  const [tag = ''] = name.split(/[-_.@]/);
  const ofCountry = /^[a-z]{2}$/.test(tag) ? new Intl.Locale(`und-${tag}`).maximize().language : undefined;
  const isNamed = (locale: string) =>
    known.some((other) => new Intl.DisplayNames(other, { type: 'language' }).of(locale)?.toLowerCase() === name);
  // "en" is said of a country that there is not too.
  return known.find((locale) => locale === tag || (locale === ofCountry && locale !== 'en') || isNamed(locale));
}
