import type { ListedStatement, Locale } from '../../core/index.js';
import { visible } from '../../core/start.js';
import { columns } from '../../layout/columns.js';
import { displayWidth } from '../../layout/display-width.js';
import { wrapAfter } from '../../layout/wrap.js';
import type { ClaimsOptions } from '../options.js';
import type { Output } from '../output.js';
import { jsonText } from '../reporters/json-text.js';
import { wordingFor } from '../wording.js';
import type { PlacedClaim } from './placed-claim.js';
import { type ClaimsWording, claimsWording } from './wording.js';

interface ClaimsReporter {
  file(path: string, claims: readonly PlacedClaim[]): Promise<void>;
  /** `notRead`: how many files gave no text. */
  end(notRead: number): Promise<void>;
}

type Counts = Record<ListedStatement['verdict'], number>;

export function claimsReporter(out: Output, { format, locale, all = false }: ClaimsOptions): ClaimsReporter {
  switch (format) {
    case 'json':
      return jsonReporter(out, all);
    case 'csv':
      return csvReporter(out);
    case 'text':
      return textReporter(out, claimsWording(locale), locale, all);
  }
}

function jsonReporter(out: Output, all: boolean): ClaimsReporter {
  let before = '{"version":2,"files":[\n';
  const counts = noCounts();
  return {
    async file(path, claims) {
      count(counts, claims);
      const shown = claims.map((claim) => ({
        kind: claim.kind,
        entry: claim.entry ?? null,
        name: claim.name ?? null,
        found: claim.found,
        value: claim.value ?? null,
        unit: claim.unit ?? null,
        low: claim.low ?? null,
        high: claim.high ?? null,
        period: claim.period ?? null,
        region: claim.region ?? null,
        verdict: claim.verdict,
        ...(claim.tier !== undefined && { tier: claim.tier }),
        record: claim.record ?? null,
        source: claim.source ?? null,
        ...(claim.verdict === 'unbound' && { blocker: claim.blocker, item: claim.item ?? null, why: claim.why }),
        range: claim.range,
      }));
      await out.writeData(before + jsonText({ path, claims: shown }));
      before = ',\n';
    },
    async end() {
      const { unbound, ...judged } = counts;
      const summary = all ? counts : judged;
      await out.writeData(`${before === ',\n' ? '\n' : before}],"summary":${jsonText(summary)}}\n`);
    },
  };
}

const csvHeader =
  'path,line,column,kind,entry,name,found,value,unit,low,high,period,region,verdict,record,source,date,url,blocker,item';

/** RFC 4180, so that a spreadsheet opens it. */
function csvReporter(out: Output): ClaimsReporter {
  const cell = (value: string | number | undefined) => {
    const shown = visible(String(value ?? ''));
    // What a spreadsheet would take for a formula is text; "-0.3%" is a number.
    const text = /^\s*[=+\-@]/.test(shown) && !/^[+-]?[\d.,e+-]+ ?%?$/.test(shown) ? `'${shown}` : shown;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  let before = `${csvHeader}\r\n`;
  return {
    async file(path, claims) {
      const rows = claims.map(({ range: { start }, source, ...claim }) =>
        [
          path,
          start.line,
          start.column,
          claim.kind,
          claim.entry,
          claim.name,
          claim.found,
          claim.value,
          claim.unit,
          claim.low,
          claim.high,
          claim.period,
          claim.region,
          claim.verdict,
          claim.record,
          source?.publisher ?? source?.title,
          source?.date,
          source?.url,
          claim.blocker,
          claim.item,
        ].map(cell),
      );
      await out.writeData(before + rows.map((row) => `${row.join(',')}\r\n`).join(''));
      before = '';
    },
    async end() {
      await out.writeData(before);
    },
  };
}

function textReporter(out: Output, wording: ClaimsWording, locale: Locale, all: boolean): ClaimsReporter {
  const counts = noCounts();
  const colour: Record<ListedStatement['verdict'], (text: string) => string> = {
    holds: out.colours.green,
    wrong: out.colours.red,
    stale: out.colours.yellow,
    unknown: out.colours.dim,
    unbound: out.colours.dim,
  };
  const join = (parts: readonly (string | undefined)[]) =>
    visible(parts.filter((part) => part !== undefined).join(locale === 'zh' ? '，' : ', '));
  return {
    async file(path, claims) {
      count(counts, claims);
      if (claims.length === 0) return;
      const rows = claims.map(({ range: { start }, verdict, found, name, record, source, shown, why }) => ({
        lead: [
          out.colours.dim(`${start.line}:${start.column}`),
          colour[verdict](wording.verdicts[verdict]),
          visible(found),
        ],
        about:
          why === undefined
            ? [shown.value ?? '', join([name, shown.period ?? wording.undated, shown.region])]
            : [shown.value ?? '', visible(why)],
        record: record === undefined ? '' : join([record, source?.publisher ?? source?.title, source?.date]),
      }));
      const wide = columns(rows.map(({ lead, about, record }) => [...lead, ...about, record]));
      // Where the columns have no room beside one another, what each number is about goes under it.
      const lines =
        out.width === undefined || wide.every((line) => displayWidth(line) <= (out.width as number))
          ? wide
          : columns(rows.map(({ lead }) => lead)).flatMap((line, i) => {
              const { about, record } = rows[i] as (typeof rows)[number];
              return [
                line,
                ...[about.join('  '), record === '' ? '' : wording.record(record)].flatMap((text) =>
                  text === '' ? [] : wrapAfter('      ', text, out.width),
                ),
              ];
            });
      await out.write(`${out.colours.underline(visible(path))}\n${lines.join('\n')}\n\n`);
    },
    async end(notRead) {
      await out.write(`${wording.summary(counts, all)}${wordingFor(locale).filesNotRead(notRead)}\n`);
    },
  };
}

function noCounts(): Counts {
  return { holds: 0, wrong: 0, stale: 0, unknown: 0, unbound: 0 };
}

function count(counts: Counts, claims: readonly PlacedClaim[]): void {
  for (const { verdict } of claims) counts[verdict]++;
}
