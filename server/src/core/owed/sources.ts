import { shownPeriod } from '../language/shown-period.js';
import { toSource } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { dictionary } from '../text/dictionary.js';
import { visible } from '../text/visible.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { EntryOf } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import { footnoteOf } from '../wording/footnote.js';
import { filterTextOf, type Offer, type Owed } from './offer.js';
import { type Place, readingWith } from './place.js';

/** Words behind which a source is named, with its letters so far: 据 at the head of a clause, and none in 数据 or 证据. */
const naming: Readonly<Record<string, RegExp>> = dictionary({
  en: /\b(?:according[ \t]{1,4}to|sources?:)[ \t]{1,4}((?:the[ \t]{1,4})?)([^,;:.!?()[\]]{0,80})$/i,
  zh: /(?:根据|(?:^|[\s，。；：、！？（“「>*_|-])[据依按](?:照|据)?|(?:资料|数据)?来源[：:])(\s{0,4})([^，。；：、！？（）“”[\]\s]{0,40})$/u,
});

/**
 * Behind "according to" and 据 the sources that were out on the report's day, each with its footnote: first those that have
 * a record of a metric of the same paragraph, then the newest.
 */
export function sourcesOwed(place: Place): Owed | undefined {
  const { report, before, offset, language } = place;
  if (language === undefined) return undefined;
  const match = Object.values(naming)
    .map((pattern) => pattern.exec(before))
    .find((each) => each !== null);
  const [, article = '', typed = ''] = match ?? [];
  if (match === undefined) return undefined;
  const span = { start: offset - typed.length - article.length, end: offset };
  const reading = readingWith(place, span);
  if (reading === undefined || reading.block.kind === 'heading') return undefined;
  const raw = report.text.slice(span.start, offset);
  const key = formKey(typed);
  const cited = citedBy(reading.report, reading.index);
  const isOut = ({ date }: EntryOf<'sources'>) =>
    date === undefined || report.date === undefined || date <= report.date.day;
  const rank = (source: EntryOf<'sources'>) => `${cited.has(source) ? 1 : 0} ${source.date ?? ''}`;
  const sources = report.vocabulary
    .ofKind('sources')
    .filter(isOut)
    .sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
  const offers = sources.flatMap((source): Offer[] => {
    const title = inLanguage(source.title, language) ?? source.id;
    const publisher = source.publisher && inLanguage(source.publisher, language);
    const names = [
      publisher,
      title,
      ...Object.values(source.title),
      ...Object.values(source.publisher ?? {}),
      source.id,
    ];
    const name = names.find((each) => each !== undefined && formKey(each).startsWith(key));
    const footnote = footnoteOf(report, source.id, source.pack);
    if (name === undefined || footnote === undefined) return [];
    const words = publisher === undefined ? titled(title, language) : withArticle(publisher, article, language);
    return [
      {
        need: cited.has(source) ? 'owed' : 'fits',
        of: 'source',
        label: visible([publisher, title].filter((part) => part !== undefined).join(language === 'zh' ? '：' : ': ')),
        note: source.date && shownPeriod(source.date, language),
        entry: source,
        span,
        text: `${words}[^${footnote.label}]`,
        stops: [],
        filterText: filterTextOf(raw, typed, name),
        edits: footnote.edits,
      },
    ];
  });
  return { offers, unasked: report.type !== undefined };
}

/** A title in the marks of titles; a name in marks keeps its own. */
function titled(title: string, language: string): string {
  if (language !== 'zh') return `*${escapeProse(title)}*`;
  return title.startsWith('《') ? escapeProse(title) : `《${escapeProse(title)}》`;
}

/** "the Bank of England": a name with a complement takes the article, and keeps the one that was written. */
function withArticle(name: string, article: string, language: string): string {
  const bare = escapeProse(article === '' ? name : name.replace(/^the\s+/i, ''));
  if (article !== '') return article + bare;
  return language === 'en' && /\S\s+of\s/.test(name) && !/^the\s/i.test(name) ? `the ${bare}` : bare;
}

/** The sources of the records of the metrics that a paragraph or row names. */
function citedBy(report: Place['report'], index: number): ReadonlySet<EntryOf<'sources'>> {
  const block = report.prose.blocks[index];
  const around = block === undefined ? undefined : toSource(block, { start: 0, end: block.text.length });
  const metrics = report.mentions.flatMap(({ entry, span }) =>
    entry.kind === 'metrics' && around !== undefined && around.start <= span.start && span.end <= around.end
      ? [entry]
      : [],
  );
  return new Set(
    metrics.flatMap(({ observations, pack }) =>
      observations.flatMap(({ source }) =>
        source === undefined ? [] : (report.vocabulary.find('sources', source, pack) ?? []),
      ),
    ),
  );
}
