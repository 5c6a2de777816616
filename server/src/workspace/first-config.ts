import type { Locale } from '../core/index.js';

/** The text of a first plumbline.yaml; `packs` as it writes them, by name or path. */
export function firstConfig(packs: readonly string[], locale: Locale): string {
  const list = packs.map((pack) => `  - ${/^[a-z0-9.][\w./-]*$/i.test(pack) ? pack : JSON.stringify(pack)}`).join('\n');
  return locale === 'zh' ? chinese(list) : english(list);
}

const english = (packs: string) => `# What Plumbline holds the reports of this folder, and those below it, to.

# The packs in force, in order of precedence: by name (a folder in packs/ here, a package in node_modules,
# or one that ships with Plumbline) or by path (./packs/ours, ../shared/terms). Without this list, a pack that ships is used.
# See what they hold: plumbline list entries. Begin one: plumbline pack new packs/ours
packs:
${packs}

# The reports, whatever their extension: the editor checks these files, and so does “plumbline check” without a path.
# A Markdown file whose front matter says “report: …” is a report wherever it is.
files:
  - 'reports/**/*.md'
exclude:
  - '**/README.md'

# For reports that do not say so themselves. See the types: plumbline list reports
# report: briefing
# language: en
# region: CN

# The level of a rule: off, information, warning or error. See the rules: plumbline list rules
rules: {}
#  task-missing: error
#  acronym-undefined: off

# Other settings for some files; later ones win.
# overrides:
#   - files: ['drafts/**']
#     rules: {placeholder-unfilled: off}
`;

const chinese = (packs: string) => `# Plumbline核对本文件夹及其下报告所依据的设置。

# 现用词库，在前者优先：可写名称（此处packs/中的文件夹、node_modules中的包、随附的词库）或路径（./packs/ours、../shared/terms）。
# 不写则用随附的一个词库。查看其内容：plumbline list entries。新建词库：plumbline pack new packs/ours
packs:
${packs}

# 哪些文件是报告（扩展名不限）：编辑器检查这些文件，不写路径的“plumbline check”也是。
# 文首元数据写有“report: …”的Markdown文件，无论在何处都是报告。
files:
  - 'reports/**/*.md'
exclude:
  - '**/README.md'

# 用于自身未注明的报告。查看报告类型：plumbline list reports
# report: briefing
# language: zh
# region: CN

# 规则的级别：off（关闭）、information（提示）、warning（警告）、error（错误）。查看规则：plumbline list rules
rules: {}
#  task-missing: error
#  acronym-undefined: off

# 部分文件的其他设置；在后者优先。
# overrides:
#   - files: ['drafts/**']
#     rules: {placeholder-unfilled: off}
`;
