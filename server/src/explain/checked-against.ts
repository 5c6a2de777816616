import { type Report, type ReportSettings, settingsFor } from '../core/index.js';
import { reportSettings } from '../workspace/report-files.js';
import type { AskedSettings } from '../workspace/settings-in-force.js';
import type { Workspace } from '../workspace/workspace.js';
import type { ExplainWording } from './wording.js';

type Setting = 'date' | 'language' | 'region' | 'report';

/** What a report is held to and where each of it comes from, as rows: what, value (origin). */
export function checkedAgainst(
  report: Report,
  {
    workspace,
    uri,
    asked,
    displayed,
  }: {
    readonly workspace: Workspace;
    readonly uri: string;
    readonly asked: AskedSettings;
    /** How a file or folder is named. */
    readonly displayed: (uri: string) => string;
  },
  wording: ExplainWording,
): readonly (readonly [string, string])[] {
  const { config, configUri, folder, vocabulary, packFolders } = workspace;
  const { settings, origins } = wording;
  const configName = configUri === undefined ? '' : displayed(configUri);
  const written = reportSettings(config, folder, uri);
  const plain = settingsFor(config, () => false);

  const byConfig = (key: keyof ReportSettings) => {
    if (written[key] !== plain[key]) return wording.override(configName);
    const home = config.homes.get(key);
    return home === undefined ? configName : displayed(home);
  };
  /** Where a setting comes from, `otherwise` being what it is without anybody's word. */
  const origin = (key: Setting, otherwise: string) => {
    if (report.frontMatter[key] !== undefined) return origins.frontMatter;
    if (asked[key] !== undefined) return `--${key}`;
    return written[key] === undefined ? otherwise : byConfig(key);
  };
  const row = (key: Setting, value: string | undefined, otherwise: string) =>
    [settings[key], value === undefined ? wording.none : value + wording.inBrackets(origin(key, otherwise))] as const;

  const packs = vocabulary.packs.map(({ name, version }) => {
    const place = packFolders.get(name);
    return `${name} ${version}${place === undefined ? '' : wording.inBrackets(displayed(place))}`;
  });
  const namedType = report.frontMatter.report ?? asked.report ?? written.report;
  const type = report.type?.id ?? (namedType === undefined ? undefined : wording.unknown(namedType));
  const levels = Object.entries(report.rules).map(([rule, level]) => `${rule}: ${level}`);

  return [
    [settings.packs, packs.length === 0 ? wording.noPacks : packs.join(', ')],
    [settings.config, configUri === undefined ? wording.shippedPacks : configName],
    row('date', report.date?.day, origins.today),
    row('language', report.language, origins.detected),
    row('region', report.region, origins.pack),
    row('report', type, ''),
    [settings.tasks, tasksOf(report, wording)],
    ...(levels.length === 0
      ? []
      : [[settings.rules, levels.join(', ') + wording.inBrackets(byConfig('rules'))] as const]),
  ];
}

function tasksOf(report: Report, wording: ExplainWording): string {
  const { tasks, type, frontMatter, vocabulary } = report;
  if (tasks !== undefined) return tasks.id + wording.inBrackets(wording.origins.frontMatter);
  if (frontMatter.tasks !== undefined) return wording.unknown(frontMatter.tasks);
  if (type?.tasks === undefined) return wording.none;
  const others = vocabulary.ofKind('taskLists').length > 1 ? [wording.otherList] : [];
  return type.tasks + wording.inBrackets(wording.join([wording.origins.reportType, ...others]));
}
