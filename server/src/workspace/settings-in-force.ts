import { checkName, type Locale, type ReportSettings } from '../core/index.js';
import { reportSettings } from './report-files.js';
import { today } from './today.js';
import type { Workspace } from './workspace.js';

/** What a host is asked for, for all the reports that it judges. */
export interface AskedSettings {
  /** `2023-10-10`. */
  readonly date?: string | undefined;
  readonly region?: string | undefined;
  readonly report?: string | undefined;
  readonly language?: string | undefined;
  /** The language of messages. */
  readonly locale?: Locale | undefined;
}

/** The settings of one file: what is asked for goes before its config, and today is the date without another. */
export function settingsInForce(workspace: Workspace, uri: string, asked: AskedSettings): ReportSettings {
  const { date, locale } = asked;
  return {
    ...(locale !== undefined && { likelyLanguage: locale }),
    ...reportSettings(workspace.config, workspace.folder, uri),
    date: date ?? today(),
    isDateTold: date !== undefined,
    ...known(asked, workspace),
  };
}

/** What nobody knows is told where it was asked for, and nothing is judged by it. */
function known(
  asked: AskedSettings,
  { vocabulary }: Workspace,
): Pick<ReportSettings, 'region' | 'report' | 'language'> {
  const names = (['region', 'report', 'language'] as const).flatMap((kind) => {
    const name = asked[kind];
    return name === undefined || checkName(kind, name, vocabulary) !== undefined ? [] : [[kind, name] as const];
  });
  return Object.fromEntries(names);
}
