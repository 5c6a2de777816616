import type { Locale, PackAddition, YamlRefusal } from '../core/index.js';

/** What the actions of the language server are called, beside the fixes that findings bring, and what they say. */
interface ActionTitles {
  readonly fixAll: string;
  fixRule(rule: string): string;
  disableOnLine(rule: string): string;
  disableInFile(rule: string): string;
  readonly whyFound: string;
  readonly whyNotFound: string;
  openRule(rule: string): string;
  readonly installPacks: string;
  /** `name`: of the entry that takes it; `file`: the one that is written. */
  add(addition: PackAddition, name: string, file: string): string;
  refused(file: string, why: YamlRefusal): string;
  outside(file: string): string;
}

const reasons: Readonly<Record<Locale, Readonly<Record<YamlRefusal, string>>>> = {
  en: {
    unparsable: 'it is broken where it stands',
    'other-value': 'another kind of value stands there',
    shared: 'what stands there holds for other places too (an anchor or a merge key)',
    unusual: 'it is written in a way that only its author should change',
  },
  zh: {
    unparsable: '该文件有语法错误',
    'other-value': '该处已有另一种值',
    shared: '该处内容为别处共用（锚点或合并键）',
    unusual: '其写法须由作者自行改动',
  },
};

const titles: Readonly<Record<Locale, ActionTitles>> = {
  en: {
    fixAll: 'Fix all that is safe to fix',
    fixRule: (rule) => `Fix all of ${rule} in this file`,
    disableOnLine: (rule) => `Disable ${rule} here, with a reason`,
    disableInFile: (rule) => `Disable ${rule} in this file, with a reason`,
    whyFound: 'Why was this found?',
    whyNotFound: 'Why was this not checked?',
    openRule: (rule) => `Open the page of ${rule}`,
    installPacks: 'Install the packs (plumbline pack install)',
    add: (addition, name, file) => {
      const to = (what: string) => `Add ${what} to the vocabulary (${file})`;
      switch (addition.as) {
        case 'admitted':
          return to(`“${addition.text}” as a form of “${name}”`);
        case 'exceptions':
          return to(`“${addition.text}” as an exception to “${name}”`);
        case 'term':
          return to(`“${addition.text}” as a term`);
        case 'record':
          return `Record this figure for “${name}”, ${addition.record.period} (${file})`;
      }
    },
    refused: (file, why) => `${file} was not changed: ${reasons.en[why]}.`,
    outside: (file) => `${file} was not changed: a link leads out of the folder that is open.`,
  },
  zh: {
    fixAll: '修正所有可安全修正的问题',
    fixRule: (rule) => `修正本文件中所有${rule}问题`,
    disableOnLine: (rule) => `在此处屏蔽${rule}，并说明理由`,
    disableInFile: (rule) => `在本文件屏蔽${rule}，并说明理由`,
    whyFound: '为什么指出此处？',
    whyNotFound: '此处为什么没有核对？',
    openRule: (rule) => `打开${rule}的说明页`,
    installPacks: '安装词库（plumbline pack install）',
    add: (addition, name, file) => {
      switch (addition.as) {
        case 'admitted':
          return `将“${addition.text}”加入词库，作为“${name}”的写法（${file}）`;
        case 'exceptions':
          return `将“${addition.text}”加入词库，作为“${name}”的例外（${file}）`;
        case 'term':
          return `将“${addition.text}”加入词库，作为术语（${file}）`;
        case 'record':
          return `将此数值记入“${name}”，${addition.record.period}（${file}）`;
      }
    },
    refused: (file, why) => `未改动${file}：${reasons.zh[why]}。`,
    outside: (file) => `未改动${file}：链接指向已打开文件夹之外。`,
  },
};

export function actionTitles(locale: Locale): ActionTitles {
  return titles[locale];
}
