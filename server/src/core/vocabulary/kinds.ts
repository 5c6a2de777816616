import type { Locale } from '../messages/message.js';
import type { EntryKind } from './model.js';

/** The fields that name entries, as a pack or the model has them (`*`: each of a list), and of what kinds. */
export type ReferenceFields = readonly (readonly [fields: string, ...kinds: EntryKind[]])[];

/** What a variable of snippets names: `${metric:gdp.value}`. */
export interface KindVariable {
  readonly name: string;
  /** What may stand behind the id; the first without one. */
  readonly parts: readonly string[];
  /** It may stand without an id: a choice of the entries that fit. */
  readonly mayStandAlone: boolean;
}

/** What tells entries of one kind from those of another, beside their own fields. */
export interface KindTraits {
  /** What hover and completion call one. */
  readonly name: Readonly<Record<Locale, string>>;
  /** Beside `basis` and `replacedBy`, which every kind has. */
  readonly references: ReferenceFields;
  /** The fields that hold a unit, in the same notation. */
  readonly units: readonly string[];
  /** What an entry that only changes another may leave out. */
  readonly blank: Readonly<Record<string, unknown>>;
  /** The list of its records whose `value` may have its thousands apart. */
  readonly figures: 'observations' | 'milestones' | undefined;
  /** Whether it has forms, which are found in reports. */
  readonly hasForms: boolean;
  /** Whether its forms keep their capitals. */
  readonly hasCapitals: boolean;
  /** Proper names: they never change without a click. */
  readonly isName: boolean;
  /** Whoever writes them writes them so: they are no words of whoever wrote them first. */
  readonly isFixed: boolean;
  /** Two accepted forms of one in a report are rivals. */
  readonly hasRivals: boolean;
  /** Where a near-miss of a form is a slip: in Chinese more kinds are names, as no word is inflected or put before another. */
  readonly isMisspelt: 'in-any' | 'in-han' | 'never';
  /** Words that are found in a report may become a form of one. */
  readonly takesForms: boolean;
  /** Completion offers its forms. */
  readonly isOffered: boolean;
  /** It can have said something. */
  readonly isSpeaker: boolean;
  /** What a report of today should follow: unlike a body or a post, it has no use once it has ended. */
  readonly expires: boolean;
  readonly variable: KindVariable | undefined;
  /** The sign that a list has for it. */
  readonly icon: 'text' | 'event' | 'enum' | 'value' | 'module' | 'reference' | 'snippet';
}

const speakers = ['people', 'organizations', 'events', 'documents'] as const;
const attributed: ReferenceFields = [['attributedTo attributedTo.*', ...speakers]];

/** The traits of every kind. A new kind does not compile until it has them all. */
export const kindTraits: Readonly<Record<EntryKind, KindTraits>> = {
  sources: {
    name: { en: 'source', zh: '来源' },
    references: [],
    units: [],
    blank: { title: {} },
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: false,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: false,
    isSpeaker: false,
    expires: false,
    variable: { name: 'source', parts: ['name', 'date'], mayStandAlone: true },
    icon: 'reference',
  },
  terms: {
    name: { en: 'term', zh: '术语' },
    references: [],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: false,
    hasRivals: true,
    isMisspelt: 'in-any',
    takesForms: true,
    isOffered: true,
    isSpeaker: false,
    expires: true,
    variable: { name: 'term', parts: ['name'], mayStandAlone: false },
    icon: 'text',
  },
  tasks: {
    name: { en: 'key task', zh: '重点任务' },
    references: [],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'in-han',
    takesForms: true,
    isOffered: true,
    isSpeaker: false,
    expires: true,
    variable: { name: 'task', parts: ['name'], mayStandAlone: true },
    icon: 'event',
  },
  taskLists: {
    name: { en: 'task list', zh: '任务清单' },
    references: [
      ['tasks.* tasks.*.task', 'tasks'],
      ['setBy', 'organizations'],
      ['setAt', 'events', 'documents'],
    ],
    units: [],
    blank: { tasks: [] },
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: true,
    isSpeaker: false,
    expires: true,
    variable: { name: 'taskList', parts: ['name'], mayStandAlone: false },
    icon: 'enum',
  },
  metrics: {
    name: { en: 'metric', zh: '指标' },
    references: [
      ['measure.base distinctFrom distinctFrom.*', 'metrics'],
      ['observations.*.source runs.*.source runs.*.source.*', 'sources'],
    ],
    units: ['measure.unit'],
    blank: { measure: {} },
    figures: 'observations',
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: false,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: true,
    isSpeaker: false,
    expires: false,
    variable: { name: 'metric', parts: ['value', 'period', 'source', 'name'], mayStandAlone: true },
    icon: 'value',
  },
  statements: {
    name: { en: 'statement', zh: '论断' },
    // A bare holder is a region.
    references: [['holder'], ...attributed],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: true,
    isSpeaker: false,
    expires: false,
    variable: { name: 'statement', parts: ['name'], mayStandAlone: false },
    icon: 'text',
  },
  targets: {
    name: { en: 'target', zh: '目标' },
    references: [
      ['goal', 'terms', 'tasks', 'metrics'],
      ['setBy', 'organizations'],
      ['milestones.*.baseline', 'metrics'],
      ...attributed,
    ],
    units: ['milestones.*.unit'],
    blank: {},
    figures: 'milestones',
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'in-han',
    takesForms: false,
    isOffered: true,
    isSpeaker: false,
    expires: false,
    variable: { name: 'target', parts: ['name'], mayStandAlone: false },
    icon: 'value',
  },
  people: {
    name: { en: 'person', zh: '人物' },
    references: [
      ['roles.*.organization', 'organizations'],
      ['roles.*.source roles.*.source.*', 'sources'],
    ],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: true,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: true,
    isOffered: true,
    isSpeaker: true,
    expires: false,
    variable: { name: 'person', parts: ['name', 'title'], mayStandAlone: true },
    icon: 'reference',
  },
  organizations: {
    name: { en: 'organization', zh: '机构' },
    references: [['parent', 'organizations']],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: true,
    isName: true,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'in-any',
    takesForms: true,
    isOffered: true,
    isSpeaker: true,
    expires: false,
    variable: { name: 'organization', parts: ['name'], mayStandAlone: false },
    icon: 'module',
  },
  events: {
    name: { en: 'event', zh: '会议和活动' },
    references: [['by', 'organizations']],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: true,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'in-han',
    takesForms: false,
    isOffered: true,
    isSpeaker: true,
    expires: false,
    variable: { name: 'event', parts: ['name', 'date'], mayStandAlone: false },
    icon: 'text',
  },
  programmes: {
    name: { en: 'programme', zh: '项目和行动' },
    references: [['by', 'organizations']],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: true,
    isName: true,
    isFixed: true,
    hasRivals: true,
    isMisspelt: 'in-any',
    takesForms: true,
    isOffered: true,
    isSpeaker: false,
    expires: false,
    variable: { name: 'programme', parts: ['name'], mayStandAlone: false },
    icon: 'text',
  },
  documents: {
    name: { en: 'document', zh: '文件' },
    references: [['publisher', 'organizations']],
    units: [],
    blank: {},
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: true,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'in-any',
    takesForms: true,
    isOffered: true,
    isSpeaker: true,
    expires: false,
    variable: { name: 'document', parts: ['name', 'date'], mayStandAlone: false },
    icon: 'text',
  },
  formulations: {
    name: { en: 'formulation', zh: '固定提法' },
    references: [...attributed, ['conflicts.*', 'formulations', 'taskLists']],
    units: [],
    blank: { members: [] },
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: true,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: true,
    isOffered: true,
    isSpeaker: false,
    expires: true,
    variable: { name: 'formulation', parts: ['name'], mayStandAlone: false },
    icon: 'enum',
  },
  reports: {
    name: { en: 'report type', zh: '报告类型' },
    references: [
      ['tasks', 'taskLists'],
      ['metrics metrics.*', 'metrics'],
      ['targets targets.*', 'targets'],
    ],
    units: [],
    blank: { sections: [] },
    figures: undefined,
    hasForms: true,
    hasCapitals: false,
    isName: false,
    isFixed: false,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: false,
    isSpeaker: false,
    expires: true,
    variable: undefined,
    icon: 'snippet',
  },
  snippets: {
    name: { en: 'snippet', zh: '片段' },
    references: [['report report.*', 'reports']],
    units: [],
    blank: { body: {} },
    figures: undefined,
    hasForms: false,
    hasCapitals: false,
    isName: false,
    isFixed: false,
    hasRivals: false,
    isMisspelt: 'never',
    takesForms: false,
    isOffered: false,
    isSpeaker: false,
    expires: false,
    variable: undefined,
    icon: 'snippet',
  },
};
