import type { Locale } from '../../core/index.js';

/** What commander says, in Chinese; `$1` and so on are its own words of the command line. */
const chinese: readonly (readonly [said: RegExp, chinese: string])[] = [
  [/^unknown command '(.*)'/, '没有命令“$1”'],
  [/^unknown option '(.*?)'/, '没有选项“$1”'],
  [/^option '(.*?)' argument missing/, '选项“$1”缺少值'],
  [/^option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/, '选项“$1”的值“$2”无效。可用值：$3。'],
  [/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/, '选项“$1”的值“$2”无效。$3'],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    '参数“$2”的值“$1”无效。可用值：$3。',
  ],
  [/^required option '(.*?)' not specified/, '缺少选项“$1”'],
  [/^missing required argument '(.*)'/, '缺少参数“$1”'],
  [/^too many arguments.*$/, '参数过多'],
  [/\(Did you mean (.*)\?\)$/, '（是否指 $1？）'],
];

/** An error of commander in one line, with the way to the help where it does not say what to do. */
export function usageErrorMessage(text: string, locale: Locale): string {
  const line = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ');
  const saysWhatToDo = /Did you mean|is invalid|Allowed choices are/.test(line);
  if (locale === 'en') return saysWhatToDo ? line : `${line}; see plumbline --help`;
  const translated = chinese.reduce((result, [said, inChinese]) => result.replace(said, inChinese), line);
  return saysWhatToDo ? translated.replace(' （', '（') : `${translated}；见 plumbline --help`;
}
