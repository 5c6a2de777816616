import { dictionary } from '../text/dictionary.js';
import type {
  Basis,
  Comparator,
  Entry,
  EntryBase,
  EntryKind,
  EntryOf,
  Example,
  Form,
  Language,
  Localized,
  Member,
  Milestone,
  Observation,
  PackLocation,
  ReportSection,
  Role,
  Run,
  Status,
} from './model.js';
import { plainNumber } from './plain-number.js';
import { addForms, none, perLanguage, readForms, readText, readTexts } from './read-forms.js';
import { hasNoValue, type ObservationFields, readObservation } from './read-observation.js';
import type { YamlFile } from './yaml-file.js';
import type { YamlPath } from './yaml-tree.js';

/** Where an entry stands and what its plain values mean. */
export interface EntryContext {
  readonly pack: string;
  readonly kind: EntryKind;
  readonly id: string;
  readonly fullName: string;
  /** The entry's place in its file. */
  readonly path: YamlPath;
  readonly language: Language;
  readonly yaml: YamlFile;
  /** The full text of a file of the pack. */
  readonly file: (path: string) => string | undefined;
}

/** What of an entry is read already. */
export interface ReadyParts {
  readonly forms?: readonly Form[];
  /** The observations of a metric that keeps them in a file of their own. */
  readonly series?: readonly Observation[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Turns an entry that its schema has passed into the model. */
export function readEntry(fields: Fields, context: EntryContext, ready: ReadyParts): Entry {
  const { kind, language } = context;
  // With its kind, so that V8 makes a term whole: what is added to an object later takes half as much again.
  const common: EntryBase & { readonly kind: EntryKind } = {
    kind,
    id: context.id,
    pack: context.pack,
    fullName: context.fullName,
    forms: ready.forms ?? formsOf(fields, context),
    definition: readText(fields.definition, language),
    note: readText(fields.note, language),
    basis: readBasis(fields.basis),
    status: (fields.status as Status | undefined) ?? 'verified',
    exceptions: readExceptions(fields.exceptions, language),
    examples: readExamples(fields.examples, context),
    location: context.yaml.placeOf(context.yaml.keySpan(context.path)),
  };
  const base: EntryBase = common;
  // V8 makes an object with a spread slowly, and five times as large where it begins with one: most entries have none
  // of these, and below the base comes last.
  const { validFrom, validTo, replacedBy, region, owner, level } = fields;
  if ((validFrom ?? validTo ?? replacedBy ?? region ?? owner) !== undefined) {
    Object.assign(base, optional(fields, 'validFrom', 'validTo', 'replacedBy', 'region', 'owner'));
  }
  if (fields.exempt === true) Object.assign(base, { exempt: true });
  if (level !== undefined) Object.assign(base, { level: level === false ? 'off' : level });
  switch (kind) {
    case 'sources': {
      const text = optional(fields, 'text').text;
      const full = text === undefined ? undefined : (context.file(text) ?? text);
      return {
        kind,
        title: readText(fields.title, language),
        ...(fields.publisher !== undefined && { publisher: readText(fields.publisher, language) }),
        ...optional(fields, 'date', 'url', 'accessed'),
        ...(fields.tier !== undefined && { tier: fields.tier as 'official' | 'news' | 'other' }),
        ...(full !== undefined && { text: full }),
        ...base,
      };
    }
    case 'terms':
      // Most entries of a large pack are terms: nothing is copied for them.
      return base as EntryOf<'terms'>;
    case 'tasks':
      return { kind, keys: readKeys(fields.keys), ...base };
    case 'taskLists':
      return {
        kind,
        closed: fields.closed === true,
        ordered: fields.ordered === true,
        tasks: (fields.tasks as (string | Fields)[]).map((item) =>
          typeof item === 'string'
            ? { task: item, wording: readText(undefined, language) }
            : { task: String(item.task), wording: readText(item.wording, language) },
        ),
        ...optional(fields, 'setBy', 'setAt'),
        ...base,
      };
    case 'metrics':
      return { kind, ...readMetric(fields, context, ready.series), ...base };
    case 'formulations': {
      const conflicts = (fields.conflicts as (string | Fields)[] | undefined) ?? [];
      return {
        kind,
        ordered: fields.ordered === true,
        closed: fields.closed !== false,
        members: (fields.members as unknown[]).map((member) => readMember(member, context)),
        conflicts: conflicts.filter((item) => typeof item === 'string'),
        attributedTo: idList(fields.attributedTo),
        foreignSets: conflicts.flatMap((item) =>
          typeof item === 'string' ? [] : [readForeignSet(item.members, context)],
        ),
        ...base,
      };
    }
    case 'reports':
      return {
        kind,
        sections: (fields.sections as Fields[]).map(
          (section): ReportSection => ({
            id: String(section.id),
            heading: readTexts(section.heading, language),
            required: section.required === true,
            ...(section.holds !== undefined && { holds: section.holds as NonNullable<ReportSection['holds']> }),
            ...(section.body !== undefined && { body: readBody(section.body, language) }),
          }),
        ),
        ...(fields.title !== undefined && { title: readText(fields.title, language) }),
        frontMatter: Object.entries((fields.frontMatter as Fields | undefined) ?? {}).map(([key, value]) => [
          key,
          String(value),
        ]),
        metrics: idList(fields.metrics),
        targets: idList(fields.targets),
        ...optional(fields, 'tasks'),
        ...base,
      };
    case 'snippets':
      return {
        ...base,
        kind,
        forms: none,
        prefix: idList(fields.prefix),
        description: readText(fields.description, language),
        body: readBody(fields.body, language),
        include: idList(fields.include),
        exclude: idList(fields.exclude),
        isFileTemplate: fields.isFileTemplate === true,
        report: idList(fields.report),
        ...optional(fields, 'section', 'scope'),
      };
    case 'statements':
      return {
        kind,
        keys: readKeys(fields.keys),
        attributedTo: idList(fields.attributedTo),
        ...optional(fields, 'holder'),
        ...(fields.direction !== undefined && { direction: fields.direction as 'up' | 'down' }),
        ...base,
      };
    case 'targets':
      return {
        kind,
        degree: readTexts(fields.degree, language),
        milestones: listOf(fields.milestones).map((milestone, index) => readMilestone(milestone, index, context)),
        attributedTo: idList(fields.attributedTo),
        ...optional(fields, 'goal', 'setBy'),
        ...base,
      };
    case 'people':
      return {
        kind,
        roles: listOf(fields.roles).map((role) => readRole(role, language)),
        ...(fields.nameOrder !== undefined && { nameOrder: fields.nameOrder as 'family-first' | 'given-first' }),
        ...base,
      };
    case 'organizations':
      return { kind, ...optional(fields, 'parent'), ...base };
    case 'events':
      return {
        kind,
        place: readTexts(fields.place, language),
        ...optional(fields, 'date', 'by'),
        ...base,
      };
    case 'programmes':
      return { kind, ...optional(fields, 'by'), ...base };
    case 'documents':
      return { kind, ...optional(fields, 'publisher', 'date'), ...base };
  }
}

/** The place of a value at a path inside the entry. */
function placeIn({ yaml, path }: EntryContext, inner: YamlPath): PackLocation {
  return yaml.placeOf(yaml.span([...path, ...inner]));
}

/** The digits of a number at a path inside the entry. */
function writtenIn({ yaml, path }: EntryContext, inner: YamlPath): string | undefined {
  return yaml.written([...path, ...inner]);
}

const isString = (value: unknown): value is string => typeof value === 'string';

function formsOf(fields: Fields, context: EntryContext): readonly Form[] {
  const { preferred, admitted, deprecated, hidden } = fields;
  if ((admitted ?? deprecated ?? hidden) === undefined) return readForms(preferred, 'preferred', context);
  const forms: Form[] = [];
  addForms(forms, preferred, 'preferred', context);
  addForms(forms, admitted, 'admitted', context);
  addForms(forms, deprecated, 'deprecated', context);
  addForms(forms, hidden, 'hidden', context);
  return forms.slice();
}

/** Fields as text, under their own names, those that are there. */
function optional<K extends string>(fields: Fields, ...keys: readonly K[]): { readonly [P in K]?: string } {
  const texts: { [P in K]?: string } = {};
  for (const key of keys) {
    const value = fields[key];
    if (value !== undefined && value !== null) texts[key] = String(value);
  }
  return texts;
}

function listOf(value: unknown): readonly Fields[] {
  return (value as readonly Fields[] | undefined) ?? [];
}

function idList(value: unknown): readonly string[] {
  return value === undefined ? [] : [value].flat().map(String);
}

function readBasis(value: unknown): readonly Basis[] {
  if (value === undefined) return none;
  return [value].flat().map((item): Basis => {
    if (typeof item === 'string') return { source: item };
    const fields = item as Fields;
    return { source: String(fields.source), ...optional(fields, 'at', 'checked') };
  });
}

function readExceptions(value: unknown, language: Language): Entry['exceptions'] {
  if (value === undefined) return none;
  const found: Entry['exceptions'][number][] = [];
  perLanguage(value, language, isString, (of, text) => found.push({ text, language: of }));
  return found;
}

const noExamples: Entry['examples'] = Object.freeze({ flag: none, allow: none });

function readExamples(value: unknown, context: EntryContext): Entry['examples'] {
  if (value === undefined || value === null) return noExamples;
  const fields = value as Fields;
  const read = (key: 'flag' | 'allow'): readonly Example[] => {
    const list = fields[key];
    if (list === undefined) return [];
    return [list].flat().map((item, index): Example => {
      const location = placeIn(context, ['examples', key, ...(Array.isArray(list) ? [index] : [])]);
      if (typeof item === 'string') return { text: item, location };
      const example = item as Fields;
      return {
        text: String(example.text),
        location,
        ...optional(example, 'date', 'region', 'report', 'language'),
      };
    });
  };
  return { flag: read('flag'), allow: read('allow') };
}

/** A body per language; a list is of its lines. */
function readBody(value: unknown, language: Language): Localized<string> {
  return dictionary(
    Object.fromEntries(Object.entries(readTexts(value, language)).map(([of, lines]) => [of, lines.join('\n')])),
  );
}

/** A group of one word may be written without its brackets. */
function readKeys(value: unknown): Readonly<Record<Language, readonly (readonly string[])[]>> {
  return dictionary(
    Object.fromEntries(
      Object.entries((value ?? {}) as Record<string, unknown[]>).map(([language, groups]) => [
        language,
        groups.map((group) => [group].flat().map(String)),
      ]),
    ),
  );
}

function readMember(value: unknown, context: EntryContext): Member {
  const plain = isString(value) || (typeof value === 'object' && value !== null && 'form' in value);
  return { forms: plain ? readForms(value, 'preferred', context) : formsOf(value as Fields, context) };
}

/** `[a, b]` or `{en: [a, b], zh: [甲, 乙]}`: in the second shape the members of the languages are parted. */
function readForeignSet(value: unknown, context: EntryContext): readonly Member[] {
  if (Array.isArray(value)) return value.map((item) => readMember(item, context));
  return readForms(value, 'preferred', context).map((form) => ({ forms: [form] }));
}

function readMilestone(fields: Fields, index: number, context: EntryContext): Milestone {
  return {
    due: String(fields.due),
    ...(fields.value !== undefined && {
      value: Number(fields.value),
      written: writtenIn(context, ['milestones', index, 'value']) ?? String(fields.value),
    }),
    ...(fields.range !== undefined && { range: fields.range as [number, number] }),
    ...(fields.comparator !== undefined && { comparator: fields.comparator as Comparator }),
    ...optional(fields, 'unit', 'baseline'),
  };
}

function readRole(fields: Fields, language: Language): Role {
  return {
    title: readTexts(fields.title, language),
    seen: idList(fields.seen),
    source: idList(fields.source),
    status: (fields.status as Status | undefined) ?? 'verified',
    ...optional(fields, 'organization', 'from', 'to'),
  };
}

function readMetric(fields: Fields, context: EntryContext, series: readonly Observation[] | undefined) {
  const measure = fields.measure as Fields;
  return {
    measure: {
      kind: measure.kind as 'amount' | 'share' | 'growth' | 'count' | 'rank',
      ...optional(measure, 'unit'),
      ...(measure.of !== undefined && { of: measure.of as 'flow' | 'stock' }),
      ...optional(measure, 'base'),
      ...(measure.noun !== undefined && { noun: readTexts(measure.noun, context.language) }),
      ...optional(measure, 'scope'),
      ...(measure.priceBase !== undefined && { priceBase: Number(measure.priceBase) }),
    },
    distinctFrom: idList(fields.distinctFrom),
    observations:
      series ??
      listOf(fields.observations).flatMap((observation, index) => {
        if (hasNoValue(observation)) return [];
        const written = writtenIn(context, ['observations', index, 'value']) ?? String(observation.value);
        const digits = plainNumber(written) ?? written;
        return [readObservation(observation as unknown as ObservationFields, digits, context)];
      }),
    runs: listOf(fields.runs).map(
      (run): Run => ({
        rank: Number(run.rank),
        status: (run.status as Status | undefined) ?? 'verified',
        source: idList(run.source),
        ...optional(run, 'since', 'until'),
      }),
    ),
    parts: dictionary((fields.parts as Readonly<Record<string, number>> | undefined) ?? {}),
    partForms: dictionary(
      Object.fromEntries(
        Object.entries((fields.partForms as Fields | undefined) ?? {}).map(([part, forms]) => [
          part,
          readForms(forms, 'preferred', context),
        ]),
      ),
    ),
  };
}
