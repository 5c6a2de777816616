import type { Locale } from '../../core/index.js';

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
schema: 1
name: ${name}
version: 0.1.0
title: {en: Our words}
# The first is the language of plain strings.
languages: [en, zh]

# Where the words and facts come from: every finding cites its source.
sources:
  house-style:
    title: {en: House style, zh: 用语规范}
    publisher: {en: Our office, zh: 本办公室}
    date: 2024-01-15

# Words: "preferred" is written, "admitted" is right too, "deprecated" is found and replaced.
terms:
  key-project:
    preferred: {en: key project, zh: 重点项目}
    deprecated:
      en: [focal project]
      # Found only where one of the words of "near" stands in the same sentence.
      zh: [{form: 重头戏, near: [项目], reason: 口语}]
    basis: house-style
    # Lines in which it must be found, and lines in which it must not.
    examples:
      flag: [Two focal projects began in May., 这个项目是今年的重头戏。]
      allow: [Two key projects began in May., 晚会的重头戏是合唱。]

# Tasks that reports must treat. "keys": groups of words, of which a paraphrase has most.
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

# Types of report: a report says "report: bulletin" in its front matter, or plumbline.yaml says so for all.
reports:
  bulletin:
    preferred: {en: bulletin, zh: 通报}
    tasks: year-plan
    sections:
      - {id: summary, heading: {en: [Summary], zh: [概要]}, required: true, holds: summary}
      - {id: tasks, heading: {en: [Key tasks], zh: [重点任务]}, required: true, holds: tasks}
`;

const chinese = (name: string) => `# 词库：核对报告所依据的词汇。以下内容均可改动。
# 词条可写在本文件或同一文件夹的其他 .yaml 中，各归其类。
#   plumbline pack check <本文件夹>   词库有何问题
#   plumbline pack test <本文件夹>    例句是否相符
schema: 1
name: ${name}
version: 0.1.0
title: {zh: 本单位用语, en: Our words}
# 未注明语言的文字属第一种语言。
languages: [zh, en]

# 词语和事实的出处：每处问题都会注明。
sources:
  house-style:
    title: {zh: 用语规范, en: House style}
    publisher: {zh: 本办公室, en: Our office}
    date: 2024-01-15

# 用语：preferred 是应有的写法，admitted 也可以用，deprecated 会被查出并替换。
terms:
  key-project:
    preferred: {zh: 重点项目, en: key project}
    deprecated:
      # 同一句中有 near 所列的词时才查出。
      zh: [{form: 重头戏, near: [项目], reason: 口语}]
      en: [focal project]
    basis: house-style
    # 应当查出的句子和不应查出的句子。
    examples:
      flag: [这个项目是今年的重头戏。, Two focal projects began in May.]
      allow: [晚会的重头戏是合唱。, Two key projects began in May.]

# 报告须写到的任务。keys 是几组词，换了说法的任务含有其中大半。
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

# 报告类型：报告在文首元数据中写 report: bulletin，或由 plumbline.yaml 统一规定。
reports:
  bulletin:
    preferred: {zh: 通报, en: bulletin}
    tasks: year-plan
    sections:
      - {id: summary, heading: {zh: [概要], en: [Summary]}, required: true, holds: summary}
      - {id: tasks, heading: {zh: [重点任务], en: [Key tasks]}, required: true, holds: tasks}
`;
