import type { Locale } from '../core/index.js';

/** What the actions of the language server are called, beside the fixes that findings bring. */
interface ActionTitles {
  readonly fixAll: string;
  fixRule(rule: string): string;
  disableOnLine(rule: string): string;
  disableInFile(rule: string): string;
  readonly installPacks: string;
}

const titles: Readonly<Record<Locale, ActionTitles>> = {
  en: {
    fixAll: 'Fix all that is safe to fix',
    fixRule: (rule) => `Fix all of ${rule} in this file`,
    disableOnLine: (rule) => `Disable ${rule} here, with a reason`,
    disableInFile: (rule) => `Disable ${rule} in this file, with a reason`,
    installPacks: 'Install the packs (plumbline pack install)',
  },
  zh: {
    fixAll: '修正所有可安全修正的问题',
    fixRule: (rule) => `修正本文件中所有 ${rule} 问题`,
    disableOnLine: (rule) => `在此处屏蔽 ${rule}，并说明理由`,
    disableInFile: (rule) => `在本文件屏蔽 ${rule}，并说明理由`,
    installPacks: '安装词库（plumbline pack install）',
  },
};

export function actionTitles(locale: Locale): ActionTitles {
  return titles[locale];
}
