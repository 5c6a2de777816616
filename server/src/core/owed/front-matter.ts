import { countryForms } from '../language/countries.js';
import { writtenValue } from '../markdown/front-matter.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Report } from '../report/report.js';
import { regionName } from '../sentences/regions.js';
import { visible } from '../text/visible.js';
import type { Entry } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { filterTextOf, type Offer, type Owed } from './offer.js';
import type { Place } from './place.js';

/** The keys that are read, those that a report owes first. */
const keys = ['title', 'date', 'language', 'report', 'region', 'tasks'] as const;
type Key = (typeof keys)[number];
const owedKeys: ReadonlySet<Key> = new Set<Key>(['title', 'date', 'language', 'report']);

interface Front {
  readonly format: 'yaml' | 'toml';
  /** The lines between the fences, but for the cursor's own. */
  readonly others: readonly string[];
  /** Those of them that stand before the cursor. */
  readonly above: readonly string[];
}

/** In front matter the keys that it lacks, and behind a key what it may be: types, lists, regions, languages, dates. */
export function frontMatterOwed(place: Place, locale: Locale): Owed | undefined {
  const front = frontAround(place);
  if (front === undefined) return undefined;
  const nothing: Owed = { offers: [], unasked: false };
  // Below the head of a table of TOML a key is that table's.
  if (front.format === 'toml' && front.above.some((line) => /^\s*\[/.test(line))) return nothing;
  const sign = front.format === 'toml' ? '=' : ':';
  const { before, after, offset } = place;
  if (/^[\w-]*$/.test(before) && /^[ \t]*$/.test(after)) return keysOf(place, front, locale);
  const pair = /^([\w-]{1,40})[ \t]{0,8}([:=])([ \t]{0,8})((["']?)([^"'#]*))$/.exec(before);
  if (pair === null || pair[2] !== sign) return nothing;
  const [, key = '', , gap = '', raw = '', quote = '', typed = ''] = pair;
  const behind = after.trimEnd();
  if (behind !== '' && behind !== quote) return nothing;
  const end = offset + (quote !== '' && after.startsWith(quote) ? 1 : 0);
  const valueSpan = { start: offset - raw.length, end };
  const offers = valuesOf(key, place.report, typed, locale).flatMap(({ value, name, entry, need }): Offer[] => {
    const names = [value, name];
    const found = names.find((each) => each?.toLowerCase().startsWith(typed.trimStart().toLowerCase()));
    if (found === undefined || value === typed.trim()) return [];
    const written = key === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : writtenValue(value, front.format);
    return [
      {
        need,
        of: 'value',
        label: visible(value),
        note: name === value ? undefined : name,
        entry,
        span: valueSpan,
        text: (gap === '' ? ' ' : '') + written,
        stops: [],
        filterText: filterTextOf(raw, typed.trimStart(), found),
        edits: [],
      },
    ];
  });
  return { offers, unasked: offers.length > 0 };
}

/** The front matter that the cursor stands in, between its fences or behind an opening one that is not closed yet. */
function frontAround({ report, line, offset }: Place): Front | undefined {
  const { text, prose } = report;
  const front = prose.frontMatter;
  if (front !== undefined) {
    if (offset < front.span.start || offset > front.span.end) return undefined;
    const above = text.slice(front.span.start, line.start).split(/\r\n?|\n/);
    return {
      format: front.format,
      above,
      others: [...above, ...text.slice(line.end, front.span.end).split(/\r\n?|\n/)],
    };
  }
  const [, fence] = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(text.slice(0, 200)) ?? [];
  if (fence === undefined || line.start === 0 || line.start > 20_000) return undefined;
  const [, ...above] = text.slice(0, line.start).split(/\r\n?|\n/);
  // Front matter has keys, what belongs to them, and comments.
  if (!above.every((each) => /^(?:[\w-]+[ \t]*[:=]|[ \t]|#|$)/.test(each))) return undefined;
  if (above.slice(0, -1).some((each) => each === '')) return undefined;
  return { format: fence === '---' ? 'yaml' : 'toml', above, others: above };
}

function keysOf({ before, offset, report, line }: Place, { others, format }: Front, locale: Locale): Owed {
  const standing = new Set(others.flatMap((each) => /^["']?([\w-]+)["']?[ \t]*[:=]/.exec(each)?.[1] ?? []));
  const has = (kind: 'reports' | 'taskLists') => report.vocabulary.ofKind(kind).length > 0;
  const offers = keys.flatMap((key): Offer[] => {
    if (standing.has(key) || !key.startsWith(before.toLowerCase()) || key === before) return [];
    if ((key === 'report' && !has('reports')) || (key === 'tasks' && !has('taskLists'))) return [];
    return [
      {
        need: owedKeys.has(key) ? 'owed' : 'fits',
        of: 'key',
        label: key,
        note: render(`owed.key.${key}`, {}, locale),
        span: { start: line.start, end: offset },
        text: format === 'toml' ? `${key} = ` : `${key}: `,
        stops: [],
        filterText: filterTextOf(before, before, key),
        edits: [],
      },
    ];
  });
  const ordered = [...offers.filter(({ need }) => need === 'owed'), ...offers.filter(({ need }) => need === 'fits')];
  return { offers: ordered, unasked: before !== '' && ordered.length > 0 };
}

interface Value {
  readonly value: string;
  readonly name?: string | undefined;
  readonly entry?: Entry;
  readonly need: Offer['need'];
}

function valuesOf(key: string, report: Report, typed: string, locale: Locale): readonly Value[] {
  const { vocabulary, prose, sections, today, date, language } = report;
  switch (key) {
    case 'title': {
      const title = prose.blocks[sections.find(({ depth }) => depth === 1)?.heading ?? -1]?.text.trim();
      return title === undefined || title === '' ? [] : [{ value: title, need: 'owed' }];
    }
    case 'date': {
      const day = today ?? date?.day;
      return day === undefined ? [] : [{ value: day, need: 'owed' }];
    }
    case 'language':
      return [...vocabulary.languages]
        .map((value) => ({
          value,
          name: new Intl.DisplayNames(locale, { type: 'language' }).of(value),
          need: value === language ? ('owed' as const) : ('fits' as const),
        }))
        .sort((a, b) => Number(b.need === 'owed') - Number(a.need === 'owed'));
    case 'report':
    case 'tasks': {
      const kind = key === 'report' ? 'reports' : 'taskLists';
      const own = key === 'tasks' ? report.type?.tasks : undefined;
      return vocabulary
        .ofKind(kind)
        .filter((entry) => vocabulary.find(kind, entry.id) === entry)
        .map((entry) => ({
          value: entry.id,
          name: nameOf(entry, locale),
          entry,
          need: own === undefined || entry.id === own ? ('owed' as const) : ('fits' as const),
        }));
    }
    case 'region': {
      const own = vocabulary.packs.flatMap(({ region }) => region ?? []);
      const parts = Object.keys(vocabulary.regions);
      // There are two hundred and fifty countries.
      const countries = typed === '' ? [] : countryForms().map(({ code }) => code);
      return [...new Set([...own, ...parts, ...countries])].map((value) => ({
        value,
        name: regionName(value, vocabulary, locale),
        need: own.includes(value) ? ('owed' as const) : ('fits' as const),
      }));
    }
    default:
      return [];
  }
}
