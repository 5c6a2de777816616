import { dictionary } from '../text/dictionary.js';
import type { Entry, Extension, Form, Observation } from './model.js';
import { PackPlace } from './pack-place.js';
import type { Problem } from './problem.js';
import { startOfPeriod } from './start-of-period.js';
import type { YamlPath } from './yaml-tree.js';

type Addition = NonNullable<Extension['added']>;

/** Tells records of a metric apart: a bound beside a value, and a record with a name of its own, are other records. */
export function recordKey({ period, comparator, vintage, label }: Observation): string {
  return [period, comparator ?? 'exactly', vintage ?? '', ...label.map(({ text }) => text)].join('\u0000');
}

/**
 * An entry with what another pack appends to its lists. What is there already is there once; a form that is added in
 * another role than it had has the new one; a record that contradicts one that is there is a problem, and left out.
 * `sourceNamed`: how the other pack’s source is called in the entry, whose own pack may have another of its id.
 */
export function addTo(
  target: Entry,
  { entry: added, named }: Addition,
  sourceNamed: (id: string) => string,
): { entry: Entry; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (path: YamlPath, messageId: string, values: Problem['values']) => {
    const { location } = added;
    const at = [added.kind, added.id, 'add', ...path];
    const range = location instanceof PackPlace ? location.rangeOf(at) : location.range;
    problems.push({ severity: 'warning', messageId, values, path: location.path, range });
  };
  const lists = named
    .filter((field) => field in added)
    .map((field) => {
      const there = target[field as keyof Entry];
      const list = withSources(added[field as keyof Entry], sourceNamed);
      if (field !== 'observations') return [field, appended(there, list)];
      return [field, withRecords(there as never, list as never, report)];
    });
  const entry = { ...target, forms: withForms(target, added, report), ...Object.fromEntries(lists) } as Entry;
  return { entry, problems };
}

type Report = (path: YamlPath, messageId: string, values: Problem['values']) => void;

function withForms(target: Entry, added: Entry, report: Report): readonly Form[] {
  const keyOf = ({ text, language }: Form) => `${language}\u0000${text}`;
  // Of the same words in several roles the preferred form comes first, and stays.
  const there = new Map(target.forms.toReversed().map((form) => [keyOf(form), form]));
  const replaced = new Set<string>();
  const fresh = new Map<string, Form>();
  for (const form of added.forms) {
    const key = keyOf(form);
    const role = (fresh.get(key) ?? there.get(key))?.role;
    if (role === 'preferred' && form.role !== 'preferred') {
      report([form.role], 'pack.duplicate-form', { form: form.text, entry: target.fullName });
    } else if (role !== form.role) {
      replaced.add(key);
      fresh.set(key, form);
    }
  }
  return [...target.forms.filter((form) => !replaced.has(keyOf(form))), ...fresh.values()];
}

function withRecords(
  there: readonly Observation[],
  added: readonly Observation[],
  report: Report,
): readonly Observation[] {
  const fresh: Observation[] = [];
  const byKey = new Map(there.map((record) => [recordKey(record), record]));
  for (const [index, record] of added.entries()) {
    const key = recordKey(record);
    const other = byKey.get(key);
    if (other === undefined) {
      byKey.set(key, record);
      fresh.push(record);
    } else if (other.value !== record.value) {
      const values = [other.written, record.written];
      report(['observations', index], 'pack.series-twice', { period: record.period, values });
    }
  }
  const all = [...there, ...fresh];
  const start = ({ period }: Observation) => startOfPeriod(period);
  const isRising = there.every((record, i) => i === 0 || start(there[i - 1] as Observation) <= start(record));
  return isRising ? all.sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0)) : all;
}

/** Two lists, or the lists of two maps by their keys, without what stands in the first already. */
function appended(there: unknown, added: unknown): unknown {
  if (Array.isArray(there) && Array.isArray(added)) {
    const seen = new Set(there.map(textOf));
    return [...there, ...added.filter((each) => !seen.has(textOf(each)))];
  }
  const keys = Object.keys(added as object);
  return Object.fromEntries(
    keys.map((key) => [
      key,
      appended((there as Record<string, unknown>)[key], (added as Record<string, unknown>)[key]),
    ]),
  );
}

/** What an item says, wherever it stands. */
function textOf(item: unknown): string {
  return JSON.stringify(item, (key, value) => (key === 'location' ? undefined : value));
}

/** A value whose sources, at any depth, are called otherwise. */
function withSources(value: unknown, sourceNamed: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withSources(each, sourceNamed));
  if (typeof value !== 'object' || value === null || value instanceof PackPlace) return value;
  const renamed = Object.entries(value).map(([key, inner]) => {
    if (key !== 'source') return [key, withSources(inner, sourceNamed)];
    return [key, Array.isArray(inner) ? inner.map(String).map(sourceNamed) : sourceNamed(String(inner))];
  });
  return dictionary(Object.fromEntries(renamed));
}
