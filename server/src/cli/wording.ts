import type { Entry, ExampleResult, Locale, Severity } from '../core/index.js';

/** How many findings a run had, and in what. */
export interface Tally {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly filesLeftAlone: number;
  /** Parts of the other files, in their findings' places. */
  readonly unreadParts: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  /** Errors of paths, packs and configs, said before. */
  readonly problems: number;
}

/** What the command line itself says; findings and problems are worded by the core. */
export interface Wording {
  readonly severity: Readonly<Record<Severity, string>>;
  summary(tally: Tally): string;
  fixed(changes: number, files: number): string;
  wouldFix(changes: number, files: number): string;
  readonly nothingToFix: string;
  /** At the end of a summary; empty for none. */
  filesNotRead(files: number): string;
  /** Safe fixes that were made and taken back. */
  takenBack(fixes: number): string;
  readonly note: string;
  readonly missing: string;
  readonly noMarkdown: string;
  /** In a folder without a report, where no path was given. */
  readonly nothingHere: string;
  slashes(meant: string): string;
  stdinUnread(command: string): string;
  readonly nothingMatches: string;
  readonly nothingListed: string;
  readonly allIgnored: string;
  readonly stdinAlone: string;
  readonly stdinPathWithout: string;
  /** Before the reason, for a whole text and for lines of one. */
  readonly notRead: string;
  linesNotRead(first: number, last: number): string;
  fault(reason: string): string;
  unwritable(reason: string): string;
  readonly readOnly: string;
  readonly changedMeanwhile: string;
  readonly notWrittenToPipe: string;
  readonly noPlainFile: string;
  /** At the end of a summary; empty for none. */
  filesNotWritten(files: number): string;
  timeout(seconds: number): string;
  /** `config`: the name of a config that names no packs; undefined where there is none. */
  packServes(pack: string, others: readonly string[], config: string | undefined): string;
  noRule(meant: string | undefined): string;
  readonly noRulePage: string;
  noSubject(meant: string | undefined): string;
  standsAt(place: string): string;
  readonly wrongExample: string;
  readonly rightExample: string;
  readonly packOfExamples: string;
  readonly noPack: string;
  unusablePack(folder: string): string;
  packsChecked(packs: number, errors: number, warnings: number): string;
  packsTested(examples: number, failed: number): string;
  /** Of the plain sentences that state what an entry has on record. */
  statementsRead(read: number, stated: number): string;
  /** Of the mistakes that are made in them. */
  slipsFound(found: number, altered: number): string;
  entriesWithout(entries: number): string;
  /** What is wrong with an example that does not hold. */
  readonly should: Readonly<Record<ExampleResult['expected'], string>>;
  readonly nothingToList: string;
  readonly kindWithEntries: string;
  noKind(kind: string, meant: string | undefined, known: readonly string[]): string;
  readonly off: string;
  byConfig(level: string): string;
  readonly status: Readonly<Record<Entry['status'], string>>;
  inBrackets(text: string): string;
  required(section: string): string;
  readonly sections: string;
  readonly tasks: string;
  readonly metrics: string;
  readonly targets: string;
  readonly comma: string;
  readonly colon: string;
  readonly thereAlready: string;
  configWritten(path: string, packs: readonly string[]): string;
  noSuchPack(meant: string | undefined): string;
  readonly whichPacks: string;
  readonly nothingWritten: string;
  /** A prompt; `numbers`: those that an empty answer means. */
  byNumber(numbers: string): string;
  readonly noPackName: string;
  readonly folderHoldsSomething: string;
  readonly exportWhat: string;
  readonly exportKept: string;
  packWritten(path: string, folder: string): string;
  noReportType(meant: string | undefined, known: readonly string[]): string;
  notInLanguage(known: readonly string[]): string;
  reportWritten(path: string): string;
  progress(done: number, all: number): string;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const english: Wording = {
  severity: { error: 'error', warning: 'warning', information: 'information' },
  summary({ files, filesWithFindings, filesLeftAlone, unreadParts, severities, fixable, problems }) {
    const found = severities.error + severities.warning + severities.information;
    const left = [
      english.filesNotRead(filesLeftAlone),
      unreadParts > 0 ? `; ${plural(unreadParts, 'part')} not read` : '',
      problems > 0 ? `; ${plural(problems, 'error')} in paths, packs or configs` : '',
    ].join('');
    if (files === filesLeftAlone) return `Nothing was checked${left}`;
    if (found === 0) return `No findings in ${plural(files - filesLeftAlone, 'file')}${left}`;
    const parts = [
      severities.error > 0 ? plural(severities.error, 'error') : '',
      severities.warning > 0 ? plural(severities.warning, 'warning') : '',
      severities.information > 0 ? `${severities.information} information` : '',
    ].filter((part) => part !== '');
    const where =
      filesWithFindings === files ? plural(files, 'file') : `${filesWithFindings} of ${plural(files, 'file')}`;
    const fix = fixable > 0 ? `, ${fixable} fixable with “plumbline fix”` : '';
    return `${plural(found, 'finding')} (${parts.join(', ')}) in ${where}${fix}${left}`;
  },
  fixed: (changes, files) => `${plural(changes, 'change')} made in ${plural(files, 'file')}`,
  wouldFix: (changes, files) => `${plural(changes, 'change')} in ${plural(files, 'file')}, nothing written`,
  nothingToFix: 'Nothing to fix',
  filesNotRead: (files) => (files > 0 ? `; ${plural(files, 'file')} not read` : ''),
  takenBack: (fixes) =>
    `${plural(fixes, 'safe fix', 'safe fixes')} taken back: ${fixes === 1 ? 'it' : 'they'} would have brought a new finding`,
  note: 'note',
  missing: 'No such file or folder.',
  noMarkdown:
    'It holds no Markdown file (.md, .markdown, .qmd, .Rmd, .mdx). To have another file checked as a report, name it under “files” in plumbline.yaml.',
  nothingHere:
    'There is no report here yet (.md, .markdown, .qmd, .Rmd, .mdx). To begin, run “plumbline init”; for a pack of your own, “plumbline pack new packs/ours”; to check one file, “plumbline check <file>”.',
  slashes: (meant) => `No such file: write / between folders (Did you mean ${meant}?)`,
  stdinUnread: (command) => `Standard input was not read. To read it: plumbline ${command} -`,
  nothingMatches: 'No file matches this pattern.',
  nothingListed:
    'No file here is one that “files” in plumbline.yaml names. Put a report where it says, or change “files”.',
  allIgnored:
    'Everything here is left out by git or by “exclude” in the config. To check a file all the same, name it.',
  stdinAlone: '- (standard input) cannot be combined with other paths',
  stdinPathWithout: '--stdin-path goes with - (standard input) only',
  fault: (reason) => `Not checked because of an error in plumbline itself, please report it: ${reason}`,
  notRead: 'not read: ',
  linesNotRead: (first, last) => `${first === last ? `line ${first}` : `lines ${first}–${last}`} not read: `,
  unwritable: (reason) => `Cannot be written: ${reason}.`,
  readOnly: 'Not written: the file is read-only.',
  changedMeanwhile: 'Not written: the file was changed meanwhile. Run “plumbline fix” again.',
  notWrittenToPipe: 'Not written: it is a pipe or a device, not a file. Give the text to “plumbline fix -”.',
  noPlainFile: 'It is a folder, a pipe or a device. Name a file.',
  filesNotWritten: (files) => (files > 0 ? `; ${plural(files, 'file')} not written` : ''),
  timeout: (seconds) => `Not read: it took longer than ${plural(seconds, 'second')} (--timeout).`,
  packServes: (pack, others, config) =>
    [
      config === undefined ? 'No plumbline.yaml here or above: ' : `${config} names no packs: `,
      `reports are held to ${pack}, which comes with Plumbline.`,
      others.length > 0 ? ` It also brings ${others.join(', ')}.` : '',
      config === undefined ? ' To choose packs: plumbline init' : ' To choose packs, write “packs: […]” in it.',
    ].join(''),
  noRule: (meant) =>
    `No such rule${meant === undefined ? '; see “plumbline list rules”' : ` (Did you mean ${meant}?)`}`,
  progress: (done, all) => `${done} of ${all}`,
  thereAlready: 'It exists already and was left as it is.',
  configWritten: (path, packs) =>
    `Wrote ${path} (packs: ${packs.length > 0 ? packs.join(', ') : 'none'}). Its comments say what can be set.\nNext: put a report into reports/, and run “plumbline check”`,
  noSuchPack: (meant) =>
    `No such pack${meant === undefined ? '; give the name of a pack that ships or of a folder in packs/, or the path of a folder that holds pack.yaml' : ` (Did you mean ${meant}?)`}`,
  whichPacks: 'Which packs should reports be checked against?',
  nothingWritten: 'Nothing was written.',
  byNumber: (numbers) => `Their numbers, the first in rank first [${numbers}]: `,
  noPackName:
    'The folder’s name becomes the name of the pack: use small letters, digits and hyphens, as in packs/ours.',
  exportWhat: 'Say what to export: --code-snippets.',
  exportKept: 'The file is somebody’s own and was left as it is. Name another folder with --out.',
  folderHoldsSomething: 'The folder is not empty and was left as it is. Name a new one.',
  noReportType: (meant, known) => {
    if (meant !== undefined) return `No pack in force has this report type. Did you mean “${meant}”?`;
    return known.length === 0
      ? 'No pack in force has a report type.'
      : `No pack in force has this report type; there are ${known.join(', ')}.`;
  },
  notInLanguage: (known) => `The pack of this report type does not speak it; it speaks ${known.join(', ')}.`,
  reportWritten: (path) => `Wrote ${path}; the places to fill are in brackets.`,
  packWritten: (path, folder) =>
    [
      `Wrote ${path}. Its comments say how to go on.`,
      `Next: plumbline pack test ${folder}`,
      `      plumbline check --pack ${folder} <reports>, or name the pack in plumbline.yaml (plumbline init)`,
    ].join('\n'),
  nothingToList: 'Nothing to list.',
  kindWithEntries: '--kind goes with entries: plumbline list entries --kind <kind>',
  noKind: (kind, meant, known) =>
    `--kind ${kind}: no such kind${meant === undefined ? `. There are: ${known.join(', ')}.` : ` (Did you mean ${meant}?)`}`,
  off: 'off',
  byConfig: (level) => `${level} (config)`,
  status: { verified: 'verified', provisional: 'provisional', unverified: 'unverified' },
  inBrackets: (text) => ` (${text})`,
  required: (section) => `${section} (required)`,
  sections: 'sections',
  tasks: 'tasks',
  metrics: 'metrics',
  targets: 'targets',
  comma: ', ',
  colon: ': ',
  noRulePage: 'The rule has no page yet.',
  noSubject: (meant) =>
    `No such rule, entry or file${meant === undefined ? '; see “plumbline list rules” and “plumbline list entries”' : ` (Did you mean ${meant}?)`}`,
  standsAt: (place) => `at ${place}`,
  wrongExample: 'wrong',
  rightExample: 'right',
  packOfExamples: 'the pack of the examples',
  unusablePack: (folder) => `The pack cannot be used; see “plumbline pack check ${folder}”.`,
  noPack: 'No pack here. A pack is a folder with a pack.yaml; begin one with “plumbline pack new”.',
  packsChecked(packs, errors, warnings) {
    if (errors + warnings === 0) return `No problems in ${plural(packs, 'pack')}`;
    const parts = [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''];
    const found = parts.filter((part) => part !== '').join(', ');
    return `${plural(errors + warnings, 'problem')} (${found}) in ${plural(packs, 'pack')}`;
  },
  statementsRead: (read, stated) => `${read} of ${stated} plain sentences read`,
  slipsFound: (found, altered) => `${found} of ${altered} slips found`,
  packsTested(examples, failed) {
    if (examples === 0) return 'No entry has examples';
    return failed === 0
      ? `${plural(examples, 'example')}, all hold`
      : `${failed} of ${plural(examples, 'example')} fail`;
  },
  entriesWithout: (entries) =>
    entries === 0
      ? ''
      : `; ${entries} ${entries === 1 ? 'entry has deprecated forms but' : 'entries have deprecated forms but'} no examples`,
  should: {
    flag: 'nothing of this entry was found in a line to flag:',
    allow: 'found in a line to allow:',
    untouched: 'found in it as it goes in, beside what is to be filled:',
    filled: 'found in it with its places filled:',
  },
};

const chinese: Wording = {
  severity: { error: '错误', warning: '警告', information: '提示' },
  summary({ files, filesWithFindings, filesLeftAlone, unreadParts, severities, fixable, problems }) {
    const found = severities.error + severities.warning + severities.information;
    const left = [
      chinese.filesNotRead(filesLeftAlone),
      unreadParts > 0 ? `；${unreadParts}处未读取` : '',
      problems > 0 ? `；路径、词库或配置有${problems}个错误` : '',
    ].join('');
    if (files === filesLeftAlone) return `没有核对任何文件${left}`;
    if (found === 0) return `${files - filesLeftAlone}个文件未发现问题${left}`;
    const parts = (['error', 'warning', 'information'] as const)
      .filter((severity) => severities[severity] > 0)
      .map((severity) => `${severities[severity]}个${chinese.severity[severity]}`);
    const where = filesWithFindings === files ? `${files}个文件` : `${files}个文件中的${filesWithFindings}个`;
    const fix = fixable > 0 ? `，${fixable}处可用“plumbline fix”修正` : '';
    return `${where}有${found}处问题（${parts.join('，')}）${fix}${left}`;
  },
  fixed: (changes, files) => `已修改${files}个文件，共${changes}处`,
  wouldFix: (changes, files) => `可修改${files}个文件，共${changes}处，未写入`,
  nothingToFix: '没有可修正之处',
  filesNotRead: (files) => (files > 0 ? `；${files}个文件未读取` : ''),
  takenBack: (fixes) => `另有${fixes}处修正已撤回：修正后会出现新的问题`,
  note: '说明',
  missing: '没有这个文件或文件夹。',
  noMarkdown:
    '其中没有Markdown文件（.md、.markdown、.qmd、.Rmd、.mdx）。如需将其他文件作为报告检查，请列入plumbline.yaml的“files”。',
  nothingHere:
    '此处还没有报告（.md、.markdown、.qmd、.Rmd、.mdx）。可运行“plumbline init”新建配置，运行“plumbline pack new packs/ours”新建词库，或用“plumbline check <文件>”检查一个文件。',
  slashes: (meant) => `没有这个文件：文件夹之间应写“/”（是否指“${meant}”？）`,
  stdinUnread: (command) => `标准输入未读取。如需读取：plumbline ${command} -`,
  nothingMatches: '没有与此通配符相符的文件。',
  nothingListed: '此处没有plumbline.yaml的“files”所列的文件。请将报告放在所列之处，或修改“files”。',
  allIgnored: '此处的文件均由git或配置的“exclude”排除。仍需检查的，请直接写出文件名。',
  stdinAlone: '“-”（标准输入）不能与其他路径同用',
  stdinPathWithout: '“--stdin-path”只与“-”（标准输入）同用',
  fault: (reason) => `未检查：plumbline自身出错，请反馈：${reason}`,
  notRead: '未读取：',
  linesNotRead: (first, last) => `第${first === last ? first : `${first}–${last}`}行未读取：`,
  unwritable: (reason) => `无法写入：${reason}。`,
  readOnly: '未写入：文件为只读。',
  changedMeanwhile: '文件在此期间已被改动，未写入。请再次运行“plumbline fix”。',
  notWrittenToPipe: '未写入：这是管道或设备，不是文件。请将文本交给“plumbline fix -”。',
  noPlainFile: '这是文件夹、管道或设备。请指定文件。',
  filesNotWritten: (files) => (files > 0 ? `；${files}个文件未写入` : ''),
  timeout: (seconds) => `未读取：读取超过${seconds}秒（--timeout）。`,
  packServes: (pack, others, config) =>
    [
      config === undefined ? '此处及上级文件夹没有plumbline.yaml，' : `${config}没有写明词库，`,
      `暂按随附的词库“${pack}”核对。`,
      others.length > 0 ? `另附有${others.join('、')}。` : '',
      config === undefined ? '选定词库：plumbline init' : '如需选定词库，请在其中写明“packs: […]”。',
    ].join(''),
  noRule: (meant) =>
    `没有这条规则${meant === undefined ? '；全部规则见“plumbline list rules”' : `（是否指“${meant}”？）`}`,
  progress: (done, all) => `${done}/${all}`,
  thereAlready: '已有此文件，未作改动。',
  configWritten: (path, packs) =>
    `已写入${path}（词库：${packs.length > 0 ? packs.join('、') : '无'}）。可用的设置见其中注释。\n下一步：将报告放入reports/，再运行“plumbline check”`,
  noSuchPack: (meant) =>
    `没有这个词库${meant === undefined ? '：请写随附词库的名称、packs/中文件夹的名称，或含有pack.yaml的文件夹的路径' : `（是否指“${meant}”？）`}`,
  whichPacks: '报告按哪些词库核对？',
  nothingWritten: '没有写入任何文件。',
  byNumber: (numbers) => `请输入编号，在前者优先（默认${numbers}）：`,
  noPackName: '文件夹名即词库名，请用小写拉丁字母、数字和连字符，如packs/ours。',
  exportWhat: '须指明导出什么：--code-snippets。',
  exportKept: '该文件并非由本命令写成，未作改动。请用--out另选一个文件夹。',
  folderHoldsSomething: '文件夹不为空，未作改动。请另选一个文件夹。',
  noReportType: (meant, known) => {
    if (meant !== undefined) return `现用词库没有此报告类型，是否为“${meant}”？`;
    return known.length === 0 ? '现用词库没有报告类型。' : `现用词库没有此报告类型，已有：${known.join('、')}。`;
  },
  notInLanguage: (known) => `此报告类型所在词库没有这种语言，可用：${known.join('、')}。`,
  reportWritten: (path) => `已写入${path}，待填之处在括号中。`,
  packWritten: (path, folder) =>
    [
      `已写入${path}，如何继续见其中注释。`,
      `下一步：plumbline pack test ${folder}`,
      `        plumbline check --pack ${folder} <报告>，或在plumbline.yaml中写上此词库（plumbline init）`,
    ].join('\n'),
  nothingToList: '没有可列的内容。',
  kindWithEntries: '“--kind”只与“entries”同用：plumbline list entries --kind <类别>',
  noKind: (kind, meant, known) =>
    `--kind ${kind}：没有这一类${meant === undefined ? `。已有：${known.join('、')}。` : `（是否指“${meant}”？）`}`,
  off: '关闭',
  byConfig: (level) => `${level}（配置）`,
  status: { verified: '已核实', provisional: '发布者自报', unverified: '未核实' },
  inBrackets: (text) => `（${text}）`,
  required: (section) => `${section}（必有）`,
  sections: '章节',
  tasks: '任务',
  metrics: '指标',
  targets: '目标',
  comma: '、',
  colon: '：',
  noRulePage: '这条规则还没有说明页。',
  noSubject: (meant) =>
    `没有这条规则、这个词条或文件${meant === undefined ? '；全部规则和词条见“plumbline list rules”和“plumbline list entries”' : `（是否指“${meant}”？）`}`,
  standsAt: (place) => `位置：${place}`,
  wrongExample: '错误',
  rightExample: '正确',
  packOfExamples: '示例所用的词库',
  unusablePack: (folder) => `词库无法使用，详见“plumbline pack check ${folder}”。`,
  noPack: '此处没有词库：词库是含有pack.yaml的文件夹。可用“plumbline pack new”新建。',
  packsChecked(packs, errors, warnings) {
    if (errors + warnings === 0) return `${packs}个词库未发现问题`;
    const parts = [errors > 0 ? `${errors}个错误` : '', warnings > 0 ? `${warnings}个警告` : ''];
    return `${packs}个词库有${errors + warnings}处问题（${parts.filter((part) => part !== '').join('，')}）`;
  },
  statementsRead: (read, stated) => `${stated}个直接陈述读到${read}个`,
  slipsFound: (found, altered) => `${altered}处改动查出${found}处`,
  packsTested(examples, failed) {
    if (examples === 0) return '词条都没有例句';
    return failed === 0 ? `${examples}个例句全部相符` : `${examples}个例句中${failed}个不符`;
  },
  entriesWithout: (entries) => (entries === 0 ? '' : `；${entries}个词条有不宜写法而没有例句`),
  should: {
    flag: '应查出而未查出该词条的问题：',
    allow: '不应查出而查出：',
    untouched: '放入报告后，除待填之处外还查出：',
    filled: '放入报告并填写后仍查出：',
  },
};

export function wordingFor(locale: Locale): Wording {
  return locale === 'zh' ? chinese : english;
}
