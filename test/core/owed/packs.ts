import { mergePacks, type Vocabulary } from '../../../server/src/core/index.js';
import { readPackFrom } from '../packs.js';

/** Meals in the schools of a town: written in English first. */
const meals = `
name: school-meals
languages: [en, zh]
region: FI
factsAsOf: 2024-06-01
regions: {FI-18: {forms: {en: [Uusimaa], zh: [新地区]}}}
sources:
  meals-2022: {title: {en: School Meals in 2022, zh: 2022年学校供餐统计}, publisher: {en: Office of Nutrition, zh: 营养办公室}, date: 2023-03-10}
  meals-2023: {title: {en: School Meals in 2023, zh: 2023年学校供餐统计}, publisher: {en: Office of Nutrition, zh: 营养办公室}, date: 2024-03-12}
  audit-2023: {title: {en: Audit of Kitchens, zh: 厨房审计报告}, date: 2024-02-01}
  meals-2024: {title: {en: School Meals in 2024, zh: 2024年学校供餐统计}, publisher: {en: Office of Nutrition, zh: 营养办公室}, date: 2025-03-12}
tasks:
  salt: {preferred: {en: cut the salt in soups, zh: 降低汤品含盐量}}
  local: {preferred: {en: buy vegetables from local growers, zh: 采购本地蔬菜}}
  waste: {preferred: {en: weigh plate waste, zh: 称量剩饭}}
  kitchens: {preferred: {en: renew the school kitchens, zh: 更新学校厨房}}
taskLists:
  plan-2024: {preferred: {en: meals plan, zh: 供餐计划}, tasks: [salt, local, waste, kitchens]}
metrics:
  meals-served:
    preferred: {en: meals served, zh: 供餐份数}
    measure: {kind: count, of: flow, noun: {en: [meals], zh: [份]}}
    observations:
      - {period: 2022, value: 4.1e6, source: meals-2022}
      - {period: 2023, value: 4.35e6, source: meals-2023}
      - {period: 2024, value: 4.5e6, source: meals-2024}
  food-spending:
    preferred: {en: spending on food, zh: 食材支出}
    measure: {kind: amount, unit: EUR, of: flow}
    observations: [{period: 2023, value: 12.6e6, source: meals-2023}]
  organic-share:
    preferred: {en: share of organic food, zh: 有机食材占比}
    measure: {kind: share, unit: percent, of: stock, base: food-spending}
    observations: [{period: 2023, value: 18.5, source: audit-2023}]
targets:
  half-waste: {preferred: {en: halve plate waste by 2030, zh: 到2030年剩饭减半}}
reports:
  kitchen-letter:
    preferred: {en: kitchen letter, zh: 厨房通讯}
    sections:
      - {id: brief, heading: {en: [In short, At a glance], zh: [概要]}, required: true, holds: summary}
      - {id: work, heading: {en: [Work on the menu, Kitchen work], zh: [供餐工作]}, required: true, holds: tasks}
      - {id: guests, heading: {en: [Guests], zh: [来访]}, required: false}
      - {id: figures, heading: {en: [The year in figures], zh: [年度数据]}, required: true, holds: metrics}
      - {id: aims, heading: {en: [Aims], zh: [目标]}, required: false, holds: targets}
      - {id: read, heading: {en: [Further reading], zh: [延伸阅读]}, required: true, holds: sources}
    tasks: plan-2024
    metrics: [meals-served, food-spending]
    targets: [half-waste]
  menu-note:
    preferred: {en: menu note, zh: 菜单札记}
    sections: [{id: menu, heading: {en: [Menu], zh: [菜单]}, required: true}]
`;

/** Street trees of a city: written in Chinese first. */
const trees = `
name: street-trees
languages: [zh, en]
region: CN
sources:
  survey: {title: {zh: 2023年行道树普查公报, en: Survey of Street Trees 2023}, publisher: {zh: 市园林局, en: City Gardens Bureau}, date: 2024-01-15}
tasks:
  replant: {preferred: {zh: 补植缺株, en: replant gaps}}
  prune: {preferred: {zh: 修剪枯枝, en: prune dead branches}}
  pits: {preferred: {zh: 扩大树池, en: enlarge tree pits}}
taskLists:
  spring: {preferred: {zh: 春季清单, en: spring list}, tasks: [replant, prune, pits]}
metrics:
  trees: {preferred: {zh: 行道树数量, en: street trees}, measure: {kind: count, of: stock, noun: {zh: [株], en: [trees]}}, observations: [{period: 2023, value: 862000, source: survey}]}
  survival: {preferred: {zh: 新植成活率, en: survival rate of new trees}, measure: {kind: share, unit: percent, of: stock, base: trees}, observations: [{period: 2023, value: 96.2, source: survey}]}
reports:
  monthly:
    preferred: {zh: 月报, en: monthly letter}
    sections:
      - {id: todo, heading: {zh: [本月工作], en: [Work of the month]}, required: true, holds: tasks}
      - {id: data, heading: {zh: [数据], en: [Data]}, required: true, holds: metrics}
    tasks: spring
    metrics: [trees, survival]
`;

const of = (text: string): Vocabulary => mergePacks([readPackFrom({ 'pack.yaml': text })]).vocabulary;

export const schoolMeals = of(meals);
export const streetTrees = of(trees);
