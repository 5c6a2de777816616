import { publicRecords } from '../claims/public-records.js';
import { isSamePeriod } from '../claims/same-period.js';
import { shownPeriod, shownWhen } from '../language/shown-period.js';
import { readMissingTasks, taskListOf, tasksOf } from '../lists/missing-tasks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { postInWords } from '../people/post-in-words.js';
import { type DatedRole, datedRoles, hasEnded, hasNotBegun, mayHold } from '../people/roles.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/text-edit.js';
import { linesWithoutUnseen } from '../text/visible.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { Entry, EntryKind, EntryOf, Language, Observation } from '../vocabulary/model.js';
import { inLanguage, nameOf, preferredForm } from '../vocabulary/preferred-form.js';
import { isValidOn } from '../vocabulary/validity.js';
import { type Footnote, footnoteOf } from '../wording/footnote.js';
import { shownRecord, unitWords } from '../wording/shown-value.js';
import { literal } from '../wording/written-record.js';
import {
  blockVariables,
  dateVariables,
  isEditorVariable,
  kindOfVariable,
  plainDefault,
  readEntryName,
} from './entry-variable.js';
import { sectionBlock } from './section-block.js';
import type { SnippetPart } from './snippet-body.js';
import { numberStops } from './write-snippet.js';

/** Where a snippet goes in. */
export interface SnippetPlace {
  readonly report: Report;
  /** Of the snippet. */
  readonly language: Language;
  /** The pack that it is from, whose entries its bare ids name first. */
  readonly pack: string;
}

/** A name in a body that leads to nothing. */
export interface UnknownName {
  readonly messageId:
    | 'snippet.variable-unknown'
    | 'snippet.entry-text'
    | 'snippet.entry-unknown'
    | 'snippet.part-unknown'
    | 'snippet.no-form'
    | 'snippet.no-record'
    | 'snippet.no-source'
    | 'snippet.no-post'
    | 'snippet.no-date';
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly part: SnippetPart;
}

export interface FilledSnippet {
  /** With text in place of every entry, and a place to fill where there is none. Stops are numbered from 1. */
  readonly parts: readonly SnippetPart[];
  /** The definitions of footnotes, at the end of the report. */
  readonly edits: readonly TextEdit[];
  readonly unknown: readonly UnknownName[];
}

type Variable = Extract<SnippetPart, { kind: 'variable' }>;

/** Values offered at one place at most. */
const limit = 8;

/** Puts words for the entries that a body names, and for the days and the title of the report. */
export function fillSnippet(parts: readonly SnippetPart[], place: SnippetPlace): FilledSnippet {
  const filling = new Filling(place);
  const filled = parts.flatMap((part) => filling.fill(part));
  return { parts: numberStops(filling.withSources(filled)), edits: filling.edits(), unknown: filling.unknown };
}

class Filling {
  readonly unknown: UnknownName[] = [];
  readonly #footnotes = new Map<string, Footnote>();
  readonly #place: SnippetPlace;
  /** What was looked up for one entry or kind, which a body may name again and again. */
  readonly #lookedUp = new Map<unknown, unknown>();
  /** Counts down: a stop that is to have a number yet. */
  #stops = 0;
  /** The place of `${sources}`, which takes the definitions. */
  #sources: SnippetPart | undefined;

  constructor(place: SnippetPlace) {
    this.#place = place;
  }

  fill(part: SnippetPart): readonly SnippetPart[] {
    switch (part.kind) {
      case 'text':
        return [{ ...part, text: linesWithoutUnseen(part.text) }];
      case 'choice':
        return [{ ...part, options: part.options.map(linesWithoutUnseen) }];
      case 'stop':
        return [{ ...part, inner: part.inner.flatMap((each) => this.fill(each)) }];
      case 'variable':
        return this.#fillVariable(part);
    }
  }

  edits(): readonly TextEdit[] {
    return this.#sources === undefined ? this.#definitions() : [];
  }

  #definitions(): readonly TextEdit[] {
    return [...this.#footnotes.values()].flatMap((footnote) => footnote.edits);
  }

  /** The definitions where the body has a place for them. */
  withSources(parts: readonly SnippetPart[]): readonly SnippetPart[] {
    const marker = this.#sources;
    if (marker === undefined) return parts;
    const words = this.#definitions().map(({ text }) => text.trim());
    if (words.length === 0) words.push(stubText('section', this.#place.language));
    return parts.flatMap((part) => (part === marker ? this.#withGaps(words.join('\n'), marker) : [part]));
  }

  #fillVariable(variable: Variable): readonly SnippetPart[] {
    const { name } = variable;
    const { report, language } = this.#place;
    const kind = kindOfVariable.get(name);
    const text = plainDefault(variable);
    if (kind !== undefined) {
      if (text === undefined || variable.transform !== undefined) {
        return this.#nothing(variable, 'snippet.entry-text', { name }, name);
      }
      if (text !== '') return this.#fillEntry(variable, kind, text);
      if (kindTraits[kind].variable?.mayStandAlone) {
        return this.#choice(
          variable,
          this.#once(name, () => this.#fitting(name)),
          name,
        );
      }
      return this.#nothing(variable, 'snippet.entry-text', { name }, name);
    }
    if (blockVariables.has(name)) {
      if (name === 'sources') {
        this.#sources ??= { kind: 'text', text: '', span: variable.span };
        return [this.#sources];
      }
      const block = sectionBlock(name as 'tasks' | 'metrics' | 'targets', report, language, (source, pack) =>
        this.#mark(source, pack),
      );
      return this.#withGaps(block ?? stubText('section', language), variable);
    }
    if (dateVariables.has(name)) {
      const day = name === 'today' ? report.today : report.date?.day;
      if (day === undefined) return this.#gap(variable, stubText('value', language, { name }));
      return [words(variable, text === 'long' ? shownPeriod(day, language) : day)];
    }
    if (name === 'title') {
      const title = titleOf(report);
      return title === undefined
        ? this.#gap(variable, stubText('title', language))
        : [words(variable, escapeProse(title))];
    }
    if (!isEditorVariable(name)) {
      return this.#nothing(variable, 'snippet.variable-unknown', { name }, name);
    }
    return [
      variable.inner === undefined
        ? variable
        : { ...variable, inner: variable.inner.flatMap((each) => this.fill(each)) },
    ];
  }

  #fillEntry(variable: Variable, kind: EntryKind, text: string): readonly SnippetPart[] {
    const { report, language, pack } = this.#place;
    const { entry, id, part, time } = readEntryName(text, kind, report.vocabulary, pack);
    if (entry === undefined) {
      return this.#nothing(variable, 'snippet.entry-unknown', { entry: `${kind}/${id}` }, id);
    }
    const name = nameOf(entry, language);
    const none = (messageId: UnknownName['messageId'], values: UnknownName['values'] = {}, stub?: string) =>
      this.#nothing(variable, messageId, { entry: `${kind}/${id}`, language, ...values }, name, stub);
    const allowed = kindTraits[kind].variable?.parts ?? ['name'];
    const isTimed = kind === 'metrics' || kind === 'people';
    if ((part !== undefined && !allowed.includes(part)) || (time !== undefined && !isTimed)) {
      return none('snippet.part-unknown', { part: part ?? `@${time}`, parts: allowed });
    }
    if (part === 'date') {
      const date = 'date' in entry ? entry.date : undefined;
      return date === undefined ? none('snippet.no-date') : [words(variable, shownPeriod(date, language))];
    }
    if (entry.kind === 'sources') {
      const title = inLanguage(entry.title, language) ?? entry.id;
      if (part !== undefined) return [words(variable, escapeProse(title))];
      return [words(variable, this.#mark(entry.id, entry.pack) ?? '')];
    }
    if (entry.kind === 'metrics' && part !== 'name') {
      return this.#fillMetric(variable, entry, part, time, none);
    }
    if (entry.kind === 'people' && part !== 'name') {
      const post = this.#post(entry, time);
      if (part === 'title') return post === undefined ? none('snippet.no-post') : [words(variable, escapeProse(post))];
      // Without a post on that day the name alone is right.
      if (post === undefined)
        this.unknown.push({ messageId: 'snippet.no-post', values: { entry: `${kind}/${id}` }, part: variable });
      return [words(variable, escapeProse(withPost(name, post, language)))];
    }
    if (entry.kind === 'tasks' && part === undefined) {
      const list = taskListOf(report);
      const own =
        list === undefined ? undefined : tasksOf(list, { ...report, language }).find(({ task }) => task === entry);
      if (own !== undefined) return [words(variable, escapeProse(own.wording))];
    }
    if (preferredForm(entry, language) === undefined) return none('snippet.no-form');
    return [words(variable, escapeProse(name))];
  }

  #fillMetric(
    variable: Variable,
    metric: EntryOf<'metrics'>,
    part: string | undefined,
    time: string | undefined,
    none: (
      messageId: UnknownName['messageId'],
      values?: UnknownName['values'],
      stub?: string,
    ) => readonly SnippetPart[],
  ): readonly SnippetPart[] {
    const { report, language } = this.#place;
    const records = this.#once(metric, () => publicRecords(report, metric)).filter(
      ({ period }) => time === undefined || isSamePeriod(period, time),
    );
    const [newest] = records;
    if (newest === undefined) return none('snippet.no-record', time === undefined ? {} : { period: time });
    switch (part) {
      case 'value':
        return [
          words(
            variable,
            literal(shownRecord(newest, metric.measure.unit, language, unitWords(metric, report.vocabulary))),
          ),
        ];
      case 'period':
        return [words(variable, shownPeriod(newest.period, language))];
      case 'source': {
        const source = sourceOf(newest, metric);
        const mark = source === undefined ? undefined : this.#mark(source, metric.pack);
        return mark === undefined
          ? none('snippet.no-source', {}, stubText('source', language))
          : [words(variable, mark)];
      }
      default:
        return this.#choice(
          variable,
          records.map((record) => literal(recordInWords(record, metric, this.#place))),
          nameOf(metric, language),
        );
    }
  }

  /** The post that a person holds on the report's day, or at a time; of several the first. */
  #post(person: EntryOf<'people'>, time: string | undefined): string | undefined {
    const { report, language } = this.#place;
    const day = time ?? report.date?.day;
    const roles = this.#once(person, () => datedRoles(report.vocabulary).filter((role) => role.person === person));
    // One that nobody has seen since, and that nothing has ended, is the newest that is known.
    const isOpen = (role: DatedRole) => day !== undefined && !hasEnded(role, day) && !hasNotBegun(role, day);
    const held =
      roles.find(({ term }) => day === undefined || mayHold(term, day)) ??
      roles.filter(isOpen).sort((a, b) => (a.term.last < b.term.last ? 1 : -1))[0];
    return held === undefined ? undefined : postInWords(report.vocabulary, held, language);
  }

  /** The mark of a source's footnote, whose definition is noted. */
  #mark(source: string, pack: string): string | undefined {
    const footnote = footnoteOf(this.#place.report, source, pack);
    if (footnote === undefined) return undefined;
    this.#footnotes.set(footnote.label, footnote);
    return `[^${footnote.label}]`;
  }

  /** What `${task}` and its like offer: what the report still owes, else what its type asks, else what there is. */
  #fitting(name: string): readonly string[] {
    const { report, language } = this.#place;
    const { vocabulary, type, date } = report;
    switch (name) {
      case 'task': {
        const list = taskListOf(report);
        const owed = readMissingTasks(report)?.tasks.map(({ task }) => task.fullName);
        const listed = list === undefined ? [] : tasksOf(list, { ...report, language });
        const open = owed === undefined ? listed : listed.filter(({ task }) => owed.includes(task.fullName));
        if (open.length > 0) return open.map(({ wording }) => escapeProse(wording));
        return this.#names(vocabulary.ofKind('tasks'));
      }
      case 'metric': {
        const asked = (type?.metrics ?? []).flatMap((id) => vocabulary.find('metrics', id, type?.pack) ?? []);
        const named = new Set(report.mentions.map(({ entry }) => entry));
        const owed = asked.filter((metric) => !named.has(metric));
        return this.#names([owed, asked, vocabulary.ofKind('metrics')].find((each) => each.length > 0) ?? []);
      }
      case 'person':
        return vocabulary
          .ofKind('people')
          .slice(0, limit)
          .map((person) => escapeProse(withPost(nameOf(person, language), this.#post(person, undefined), language)));
      default:
        return vocabulary
          .ofKind('sources')
          .filter((source) => date === undefined || source.date === undefined || source.date <= date.day)
          .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
          .slice(0, limit)
          .map((source) => literal(citedSource(source, language)));
    }
  }

  #once<T>(key: unknown, look: () => T): T {
    if (!this.#lookedUp.has(key)) this.#lookedUp.set(key, look());
    return this.#lookedUp.get(key) as T;
  }

  #names(entries: readonly Entry[]): readonly string[] {
    const { report, language } = this.#place;
    return entries
      .filter((entry) => isValidOn(entry, report.date?.day) && preferredForm(entry, language) !== undefined)
      .slice(0, limit)
      .map((entry) => escapeProse(nameOf(entry, language)));
  }

  #choice(variable: Variable, options: readonly string[], name: string): readonly SnippetPart[] {
    const distinct = [...new Set(options)].slice(0, limit);
    if (distinct.length === 0) return this.#gap(variable, stubText('value', this.#place.language, { name }));
    if (distinct.length === 1) return [words(variable, distinct[0] as string)];
    return [{ kind: 'choice', index: --this.#stops, options: distinct, span: variable.span }];
  }

  #nothing(
    variable: Variable,
    messageId: UnknownName['messageId'],
    values: UnknownName['values'],
    name: string,
    stub = stubText('value', this.#place.language, { name: escapeProse(name) }),
  ): readonly SnippetPart[] {
    this.unknown.push({ messageId, values, part: variable });
    return this.#gap(variable, stub);
  }

  #gap({ span }: SnippetPart, text: string): readonly SnippetPart[] {
    return [{ kind: 'stop', index: --this.#stops, inner: [{ kind: 'text', text, span }], span }];
  }

  /** Text with a stop at each of our own stubs in it. */
  #withGaps(text: string, part: SnippetPart): readonly SnippetPart[] {
    const pieces = text.split(/(?<!\\)(\[(?!\^)(?:[^\][\\]|\\.)*\]|【[^【】]*】)/);
    return pieces.flatMap((piece, i) =>
      i % 2 === 1 ? this.#gap(part, piece) : piece === '' ? [] : [{ kind: 'text', text: piece, span: part.span }],
    );
  }
}

function words({ span }: SnippetPart, text: string): SnippetPart {
  return { kind: 'text', text, span };
}

function sourceOf(record: Observation, metric: EntryOf<'metrics'>): string | undefined {
  return record.source ?? metric.basis[0]?.source;
}

/** "121.0207 trillion yuan in 2022 (National Bureau of Statistics, 2023)", 2022年为121.0207万亿元（国家统计局，2023年）. */
function recordInWords(record: Observation, metric: EntryOf<'metrics'>, { report, language }: SnippetPlace): string {
  const amount = shownRecord(record, metric.measure.unit, language, unitWords(metric, report.vocabulary));
  const id = sourceOf(record, metric);
  const source = id === undefined ? undefined : report.vocabulary.find('sources', id, metric.pack);
  const cited = source === undefined ? '' : citedSource(source, language);
  if (language === 'zh') {
    const link = record.comparator === undefined ? '为' : '';
    return `${shownPeriod(record.period, language)}${link}${amount}${cited && `（${cited}）`}`;
  }
  return `${amount} ${shownWhen(record.period, language)}${cited && ` (${cited})`}`;
}

/** "National Bureau of Statistics, 2023": the publisher, else the title, and the year. */
function citedSource({ publisher, title, date, accessed, id }: EntryOf<'sources'>, language: Language): string {
  const name = (publisher && inLanguage(publisher, language)) ?? inLanguage(title, language) ?? id;
  const year = (date ?? accessed)?.slice(0, 4);
  if (year === undefined) return name;
  return language === 'zh' ? `${name}，${year}年` : `${name}, ${year}`;
}

/** "Lin Wei, director of the institute"; in Chinese the post comes first. */
function withPost(name: string, post: string | undefined, language: Language): string {
  if (post === undefined) return name;
  return language === 'zh' ? `${post}${name}` : `${name}, ${post}`;
}

function titleOf({ frontMatter, prose }: Report): string | undefined {
  const heading = prose.blocks.find(({ kind }) => kind === 'heading')?.text.trim();
  return frontMatter.title ?? (heading === '' ? undefined : heading);
}
