import type { Argument, Command, Help, Option } from 'commander';
import type { Locale } from '../../core/index.js';
import { columns } from '../../layout/columns.js';
import { displayWidth } from '../../layout/display-width.js';
import { wrap } from '../../layout/wrap.js';
import { pageWidth } from '../output.js';
import { forTerminal } from '../terminal/own-colours.js';
import { helpTexts } from './help-texts.js';
import type { Appendix, CommandName, HelpTexts } from './text-types.js';
import { usageErrorMessage } from './usage-error-message.js';

/** Gives a command and those below it their words in a language, in help and in errors, and the options that all have. */
export function localizeHelp(
  command: Command,
  locale: Locale,
  version: string,
  args: readonly string[],
  name: CommandName = 'plumbline',
): void {
  const texts = helpTexts(locale);
  const { description, appendix } = texts.commands[name];
  command
    .description(description)
    .version(version, '-v, --version')
    .helpOption('-h, --help', texts.options.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => texts.titles[title] ?? title,
      displayWidth,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      argumentDescription: (argument) => describe(argument, argument.description, texts),
      optionDescription: (option) => describe(option, optionText(option, name, texts), texts),
      subcommandDescription: (below) => below.description(),
      subcommandTerm: (below) => below.name() + termOfArguments(below),
      formatHelp: formatWithAppendix(appendix, texts),
    })
    .configureOutput({
      outputError: (text, write) => write(forTerminal(`plumbline: ${usageErrorMessage(text, locale, args)}\n`)),
    });
  for (const argument of command.registeredArguments) {
    argument.description = texts.commands[name].arguments?.[argument.name()] ?? '';
  }
  for (const below of command.commands) {
    localizeHelp(
      below,
      locale,
      version,
      args,
      (name === 'plumbline' ? below.name() : `${name} ${below.name()}`) as CommandName,
    );
  }
}

function optionText(option: Option, command: CommandName, texts: HelpTexts): string | undefined {
  const name = option.name();
  return texts.commands[command].options?.[name] ?? texts.options[name];
}

/** What it means, then what may be given and what it is without. */
function describe(item: Option | Argument, text = '', texts: HelpTexts): string {
  // Its text says it all.
  if (item.defaultValueDescription === '') return text;
  const extra: string[] = [];
  if (item.argChoices !== undefined) extra.push(texts.choices(item.argChoices.join(', ')));
  if (typeof item.defaultValue === 'string') extra.push(texts.byDefault(item.defaultValue));
  return extra.length === 0 ? text : text + texts.inBrackets(extra);
}

function termOfArguments(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const name = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? ` <${name}>` : ` [${name}]`;
    })
    .join('');
}

function formatWithAppendix(appendix: Appendix | undefined, texts: HelpTexts): Help['formatHelp'] {
  return function formatHelp(this: Help, command: Command, helper: Help): string {
    const width = helper.helpWidth ?? pageWidth;
    const own = Object.getPrototypeOf(this).formatHelp.call(this, command, helper) as string;
    // Behind a full-width colon there is no space.
    const parts = [own.trimEnd().replace('： ', '：')];
    for (const paragraph of appendix?.paragraphs ?? []) parts.push(wrap(paragraph, width).join('\n'));
    if (appendix?.exitCodes !== undefined) {
      const rows = columns(
        appendix.exitCodes.map(([code, meaning]) => [String(code), meaning]),
        width,
      );
      parts.push([texts.exitCodes, ...rows].join('\n'));
    }
    if (appendix !== undefined) {
      const rows = columns(
        appendix.examples.map(([command, does = '']) => [command, does]),
        width,
      );
      parts.push([texts.examples, ...rows].join('\n'));
    }
    return `${parts.join('\n\n')}\n`;
  };
}
