/**
 * The whole of Plumbline's core. Hosts (language server, command line, remark) import nothing else.
 *
 * Every function here is pure and total: bad input gives a value and problems, never a throw.
 * All offsets are UTF-16 units from 0; lines and characters of positions count from 0.
 */

export type { Completion, Hover } from './assist/answers.js';
export { completionsAt, completionTriggers } from './assist/completion.js';
export { definitionAt } from './assist/definition.js';
export { describeEntry } from './assist/describe-entry.js';
export { hoverAt } from './assist/hover.js';
export {
  fileTemplates,
  languagesOfType,
  type NewReport,
  type NewReportSettings,
  newReport,
  reportFromTemplate,
} from './assist/new-report.js';
export { type SuppressionComment, suppressionComment } from './assist/suppression-comment.js';
export { recordChoices, termChoice, type VocabularyChoice, wordChoices } from './assist/vocabulary-choices.js';
export { type Days, daysOfPeriod } from './events/written-dates.js';
export { countHanScripts, type HanScript } from './language/han-scripts.js';
export { shownDays, shownPeriod } from './language/shown-period.js';
export { type LintOptions, unreadToTell } from './lint/being-typed.js';
export { type Change, type FixedText, fixText } from './lint/fix-text.js';
export { lintReport } from './lint/lint.js';
export { toSource } from './markdown/blocks.js';
export { type Suppression, scopeFor } from './markdown/suppressions.js';
export type { Locale, PlainValue, Value, Values } from './messages/message.js';
export { valuesIn } from './messages/render.js';
export { type Offer, type Owed, owedAt } from './owed/owed-at.js';
export { type Progress, progressOf, progressText } from './owed/progress.js';
export { checkConfig, checkName } from './packs/check-config.js';
export type { PackSurroundings } from './packs/check-context.js';
export { checkNamesInForce, checkPack } from './packs/check-pack.js';
export { type ChangedEntry, diffPacks, type FieldChange, type PackDiff } from './packs/diff-packs.js';
export { exportSnippets } from './packs/export-snippets.js';
export { type EntryRecall, recallOf } from './packs/read-statements.js';
export { type ExampleResult, testPack } from './packs/test-pack.js';
export { citationIn } from './report/citations.js';
export type { CitableSource, Citation, Finding, Fix } from './report/finding.js';
export {
  citationText,
  findingBasis,
  findingDetails,
  findingMessage,
  findingNotes,
  findingReason,
  findingVerdict,
  fixTitle,
  shortCitation,
  unreadMessage,
  unreadReason,
} from './report/finding-message.js';
export {
  blockOf,
  datedLike,
  isCitation,
  isQuoted,
  isReport,
  type Mention,
  type Report,
  type ReportDate,
  readReport,
  type Unread,
} from './report/report.js';
export { allRules } from './rules/all-rules.js';
export type { Rule } from './rules/rule.js';
export { quantitiesIn } from './sentences/quantities-in-block.js';
export { regionName } from './sentences/regions.js';
export { type FilledSnippet, fillSnippet, type SnippetPlace, type UnknownName } from './snippets/fill-snippet.js';
export { readSnippetBody, type SnippetBody, type SnippetPart, type SnippetProblem } from './snippets/snippet-body.js';
export { escapeSnippet, joinBodies, plainSnippetText, snippetText } from './snippets/write-snippet.js';
export { nearest, version, visible } from './start.js';
export { dictionary } from './text/dictionary.js';
export { matchesGlob, parseGlob } from './text/glob.js';
export { LineMap, type Position, type Range } from './text/line-map.js';
export type { Span } from './text/span.js';
export { applyEdits, editsBetween, type TextEdit } from './text/text-edit.js';
export {
  addToPack,
  isPackAddition,
  type PackAddition,
  type PackWriting,
  placeOfAddition,
} from './vocabulary/add-to-pack.js';
export {
  type Base,
  type Config,
  type Dependency,
  emptyConfig,
  extendConfig,
  type Override,
  readConfig,
  settingsFor,
  withoutPaths,
} from './vocabulary/config.js';
export { type KindTraits, kindTraits } from './vocabulary/kinds.js';
export { type Lock, type LockedPack, lockText, readLock } from './vocabulary/lock.js';
export { mergePacks, type Vocabulary } from './vocabulary/merge-packs.js';
export {
  type Entry,
  type EntryKind,
  type EntryOf,
  entryKinds,
  type Form,
  type Language,
  type Level,
  type Pack,
  type PackLocation,
  type Severity,
} from './vocabulary/model.js';
export { type Origin, packName, parseOrigin } from './vocabulary/origin.js';
export { inLanguage, nameOf } from './vocabulary/preferred-form.js';
export type { Problem } from './vocabulary/problem.js';
export { problemMessage } from './vocabulary/problem-message.js';
export { type PackReading, readPack } from './vocabulary/read-pack.js';
export { removeYaml } from './vocabulary/remove-yaml.js';
export type { ReportSettings } from './vocabulary/report-settings.js';
export { type SeriesRow, type SeriesWriting, writeSeries } from './vocabulary/write-series.js';
export {
  writeYaml,
  type YamlChange,
  type YamlRefusal,
  type YamlValue,
  type YamlWriting,
} from './vocabulary/write-yaml.js';
export type { AlteredSentence, CanonicalSentence } from './wording/canonical-sentence.js';
export { canonicalSentences } from './wording/canonical-sentences.js';
export { claimsOf, type ListedClaim } from './wording/listed-claims.js';
export { type ListedStatement, statementsOf } from './wording/listed-statements.js';
export { shownInterval } from './wording/shown-value.js';
export {
  notTaken,
  type UnboundNumber,
  unboundNumbers,
  unboundOf,
  unboundReason,
} from './wording/unbound-numbers.js';
