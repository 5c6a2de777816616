import type { Locale } from '../../core/index.js';
import { firstManifest } from '../../workspace/first-manifest.js';

/** The text of a first pack.yaml: one entry of each kind that most packs begin with. */
export function firstPack(name: string, locale: Locale): string {
  return locale === 'zh' ? chinese(name) : english(name);
}

const english = (
  name: string,
) => `# A pack: the vocabulary that reports are held to. Everything here is yours to change.
# Entries may stand in this file or in any .yaml beside it, under their kind.
#   plumbline pack check <this folder>   what is wrong with it
#   plumbline pack test <this folder>    whether its examples hold
${firstManifest(name, 'en')}# For others, when it is shared: the versions of Plumbline that read it, and the licence under which they may use it.
engine: '>=0.1'
# license: CC0-1.0

# Where the words and facts come from: every finding cites its source.
sources:
  house-style:
    title: {en: House style, zh: 用语规范}
    publisher: {en: Our office, zh: 本办公室}
    date: 2024-01-15
  accounts:
    title: {en: Accounts for 2023, zh: 2023年决算}
    publisher: {en: Finance Office, zh: 财务处}
    date: 2024-02-20

# Words: “preferred” is the form to write, “admitted” is right too, “deprecated” is found and replaced.
terms:
  key-project:
    preferred: {en: key project, zh: 重点项目}
    deprecated:
      en: [focal project]
      # Found only where one of the words of “near” stands in the same sentence.
      zh: [{form: 重头戏, near: [项目], reason: 口语}]
    basis: house-style
    # Lines in which it must be found, and lines in which it must not.
    examples:
      flag: [Two focal projects began in May., 这个项目是今年的重头戏。]
      allow: [Two key projects began in May., 晚会的重头戏是合唱。]

# Figures: a value for each period, with its source. “4.1e6” is 4.1 million, and its digits are its precision.
# A long series may stand in a CSV file beside this one: observations: series/investment.csv
metrics:
  investment:
    preferred: {en: project investment, zh: 项目投资额}
    # “kind” is amount, count, share, growth or rank; “of: flow” is over the period, “of: stock” at its end.
    measure: {kind: amount, unit: GBP, of: flow}
    observations:
      - {period: 2022, value: 3.4e6, source: accounts}
      - {period: 2023, value: 4.1e6, source: accounts}
    examples:
      flag: [In 2023 project investment was £4.7 million., 2023年项目投资额为470万英镑。]
      allow: ["In 2023 project investment was £4.1 million (Finance Office, 2024).", 据财务处统计，2023年项目投资额为410万英镑。]

# Targets: the value or the goal, and the year in which it is due.
targets:
  investment-2030:
    preferred: {en: £9 million of project investment by 2030, zh: 到2030年项目投资额达到900万英镑}
    milestones: [{due: 2030, value: 9e6, unit: GBP}]
    basis: house-style
    examples:
      flag: [The target is £9 million of project investment by 2035., 目标是到2035年项目投资额达到900万英镑。]
      allow: [The target is £9 million of project investment by 2030., 目标是到2030年项目投资额达到900万英镑。]

# Bodies, and people with their posts: “from” and “to”; or “seen”, the days on which a source shows them in the post.
organizations:
  project-office:
    preferred: {en: Project Office, zh: 项目办公室}

people:
  lin-yue:
    preferred: {en: Lin Yue, zh: 林越}
    nameOrder: family-first
    roles:
      - {title: {en: [director], zh: [主任]}, organization: project-office, from: 2021-03-01, source: house-style}
      - {title: {en: [deputy director], zh: [副主任]}, organization: project-office, from: 2018-01, to: 2021-02, source: house-style}
    examples:
      flag:
        - {text: "Lin Yue, deputy director of the Project Office, spoke.", date: 2024-05-01}
        - {text: 项目办公室副主任林越讲话。, date: 2024-05-01}
      allow:
        - {text: "Lin Yue, director of the Project Office, spoke.", date: 2024-05-01}
        - {text: 项目办公室主任林越讲话。, date: 2024-05-01}

# Tasks that reports must cover. “keys” are groups of words; a paraphrase has words of most groups.
tasks:
  safe-supply:
    preferred: {en: keep supply chains safe, zh: 保障供应链安全}
    keys: {en: [[safe*, secur*], [supply], [chain*]], zh: [[安全], [供应链]]}
  green-works:
    preferred: {en: build green factories, zh: 建设绿色工厂}

taskLists:
  year-plan:
    preferred: {en: the tasks of the year, zh: 年度任务}
    tasks: [safe-supply, green-works]
    basis: house-style

# Types of report: a report says “report: bulletin” in its front matter, or plumbline.yaml says so for all.
reports:
  bulletin:
    preferred: {en: bulletin, zh: 通报}
    tasks: year-plan
    sections:
      - {id: summary, heading: {en: [Summary], zh: [概要]}, required: true, holds: summary}
      - {id: tasks, heading: {en: [Key tasks], zh: [重点任务]}, required: true, holds: tasks}
`;

const chinese = (name: string) => `# 词库：核对报告所依据的词汇。以下内容均可改动。
# 词条可写在本文件或同一文件夹的其他.yaml文件中，各归其类。
#   plumbline pack check <本文件夹>   词库有何问题
#   plumbline pack test <本文件夹>    例句是否相符
${firstManifest(name, 'zh')}# 供共享时用：可读取本词库的Plumbline版本，以及他人使用本词库的许可。
engine: '>=0.1'
# license: CC0-1.0

# 词语和事实的来源：每处问题都会注明依据。
sources:
  house-style:
    title: {zh: 用语规范, en: House style}
    publisher: {zh: 本办公室, en: Our office}
    date: 2024-01-15
  accounts:
    title: {zh: 2023年决算, en: Accounts for 2023}
    publisher: {zh: 财务处, en: Finance Office}
    date: 2024-02-20

# 用语：“preferred”为应有的写法，“admitted”也可使用，“deprecated”会被查出并替换。
terms:
  key-project:
    preferred: {zh: 重点项目, en: key project}
    deprecated:
      # 同一句中有“near”所列的词时才查出。
      zh: [{form: 重头戏, near: [项目], reason: 口语}]
      en: [focal project]
    basis: house-style
    # 应当查出的句子和不应查出的句子。
    examples:
      flag: [这个项目是今年的重头戏。, Two focal projects began in May.]
      allow: [晚会的重头戏是合唱。, Two key projects began in May.]

# 数据：各时期的数值及其来源。“4.1e6”即410万，所写位数即精度。
# 较长的序列可另存为CSV文件，写作“observations: series/investment.csv”。
metrics:
  investment:
    preferred: {zh: 项目投资额, en: project investment}
    # “kind”有amount（数额）、count（计数）、share（占比）、growth（增速）、rank（位次）；
    # “of: flow”指整个时期，“of: stock”指期末。
    measure: {kind: amount, unit: CNY, of: flow}
    observations:
      - {period: 2022, value: 3.4e6, source: accounts}
      - {period: 2023, value: 4.1e6, source: accounts}
    examples:
      flag: [2023年项目投资额为470万元。, In 2023 project investment was 4.7 million yuan.]
      allow: [据财务处统计，2023年项目投资额为410万元。, "In 2023 project investment was 4.1 million yuan (Finance Office, 2024)."]

# 目标：数值或内容，及其期限。
targets:
  investment-2030:
    preferred: {zh: 到2030年项目投资额达到900万元, en: 9 million yuan of project investment by 2030}
    milestones: [{due: 2030, value: 9e6, unit: CNY}]
    basis: house-style
    examples:
      flag: [目标是到2035年项目投资额达到900万元。, The target is 9 million yuan of project investment by 2035.]
      allow: [目标是到2030年项目投资额达到900万元。, The target is 9 million yuan of project investment by 2030.]

# 机构，以及人物及其职务：写明“from”和“to”；或写“seen”，即来源载明其在任的日期。
organizations:
  project-office:
    preferred: {zh: 项目办公室, en: Project Office}

people:
  lin-yue:
    preferred: {zh: 林越, en: Lin Yue}
    nameOrder: family-first
    roles:
      - {title: {zh: [主任], en: [director]}, organization: project-office, from: 2021-03-01, source: house-style}
      - {title: {zh: [副主任], en: [deputy director]}, organization: project-office, from: 2018-01, to: 2021-02, source: house-style}
    examples:
      flag:
        - {text: 项目办公室副主任林越讲话。, date: 2024-05-01}
        - {text: "Lin Yue, deputy director of the Project Office, spoke.", date: 2024-05-01}
      allow:
        - {text: 项目办公室主任林越讲话。, date: 2024-05-01}
        - {text: "Lin Yue, director of the Project Office, spoke.", date: 2024-05-01}

# 报告须写到的任务。“keys”是几组词，换了说法的任务含有其中大半。
tasks:
  safe-supply:
    preferred: {zh: 保障供应链安全, en: keep supply chains safe}
    keys: {zh: [[安全], [供应链]], en: [[safe*, secur*], [supply], [chain*]]}
  green-works:
    preferred: {zh: 建设绿色工厂, en: build green factories}

taskLists:
  year-plan:
    preferred: {zh: 年度任务, en: the tasks of the year}
    tasks: [safe-supply, green-works]
    basis: house-style

# 报告类型：报告在文首元数据中写“report: bulletin”，或由plumbline.yaml统一规定。
reports:
  bulletin:
    preferred: {zh: 通报, en: bulletin}
    tasks: year-plan
    sections:
      - {id: summary, heading: {zh: [概要], en: [Summary]}, required: true, holds: summary}
      - {id: tasks, heading: {zh: [重点任务], en: [Key tasks]}, required: true, holds: tasks}
`;
