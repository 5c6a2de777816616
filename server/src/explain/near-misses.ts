import {
  datedLike,
  type Entry,
  type Form,
  type Mention,
  mergePacks,
  type Pack,
  type Report,
  readReport,
  type Span,
} from '../core/index.js';
import { blocksIn, entryName, type Reading, touches } from './line-reading.js';
import type { ExplainWording } from './wording.js';

/** One thing that keeps a form from being read: how packs are without it, and what to say of a form that is read then. */
interface Hindrance {
  readonly without: (entry: Entry, form: Form) => Form | undefined;
  readonly keepsExceptions: boolean;
  /** Undefined where nothing is lost: the longer form is one of the same entry. */
  readonly say: (mention: Mention, shields: readonly Mention[]) => string | undefined;
}

/** Forms in a span of a report that would be read but for one condition, with that condition. */
export function nearMissesIn(report: Report, scope: Span, wording: ExplainWording): readonly Reading[] {
  return blocksIn(report, scope).flatMap((index) => {
    const block = report.prose.blocks[index];
    return block === undefined
      ? []
      : nearMissesInBlock(report, block.span, wording).filter(({ span }) => touches(span, scope));
  });
}

function nearMissesInBlock(report: Report, block: Span, wording: ExplainWording): readonly Reading[] {
  const read = report.mentions.filter(({ span }) => touches(span, block));
  const seen = new Set(read.map(keyOf));
  const misses: Reading[] = [];
  for (const { without, keepsExceptions, say } of hindrances(read, report, wording)) {
    const packs = report.vocabulary.packs.map((pack) => relaxed(pack, without, keepsExceptions));
    for (const mention of mentionsIn(report, block, packs)) {
      const why = say(mention, read);
      if (seen.has(keyOf(mention)) || why === undefined) continue;
      seen.add(keyOf(mention));
      misses.push({
        span: mention.span,
        as: wording.join([entryName(mention.entry.fullName, report), wording.roles[mention.form.role], why]),
      });
    }
  }
  return misses;
}

function hindrances(read: readonly Mention[], report: Report, wording: ExplainWording): readonly Hindrance[] {
  /** The form as it is in force. */
  const original = (entry: Entry, { text, role, language }: Form) =>
    report.vocabulary
      .entry(entry.fullName)
      ?.forms.find((form) => form.text === text && form.role === role && form.language === language);
  const readForms = new Set(read.map(({ entry, form }) => `${entry.fullName}\u0000${form.text}`));
  return [
    {
      without: (_, form) => ({ ...form, near: [] }),
      keepsExceptions: true,
      say: ({ entry, form }) => wording.notNear(original(entry, form)?.near ?? []),
    },
    {
      without: (_, form) => ({ ...form, caseSensitive: false }),
      keepsExceptions: true,
      say: () => wording.otherCapitals,
    },
    {
      without: (_, { validFrom: _from, validTo: _to, ...form }) => form,
      keepsExceptions: true,
      say: ({ entry, form }) => {
        const { validFrom, validTo } = original(entry, form) ?? {};
        return wording.notInForce(validFrom, validTo);
      },
    },
    {
      without: (entry, form) => (readForms.has(`${entry.fullName}\u0000${form.text}`) ? undefined : form),
      keepsExceptions: true,
      say: ({ span, entry }, shields) => {
        const shield = shields.find((each) => touches(each.span, span));
        if (shield === undefined || shield.entry.fullName === entry.fullName) return undefined;
        return wording.shieldedBy(shield.form.text, entryName(shield.entry.fullName, report));
      },
    },
    {
      without: (_, form) => form,
      keepsExceptions: false,
      say: ({ span }) => wording.shieldedByException(exceptionsAt(report, span).join(', ') || undefined),
    },
  ];
}

function relaxed(pack: Pack, without: Hindrance['without'], keepsExceptions: boolean): Pack {
  const entries = pack.entries.map((entry): Entry => {
    const forms = entry.forms.flatMap((form) => without(entry, form) ?? []);
    return { ...entry, forms, ...(!keepsExceptions && { exceptions: [] }) };
  });
  return { ...pack, entries };
}

/** The mentions of one block as it would be read alone, with their places in the report. */
function mentionsIn(report: Report, block: Span, packs: readonly Pack[]): readonly Mention[] {
  const { vocabulary } = mergePacks(packs);
  const alone = readReport(report.text.slice(block.start, block.end), vocabulary, {
    language: report.language,
    ...datedLike(report),
  });
  return alone.mentions.map((mention) => ({
    ...mention,
    span: { start: mention.span.start + block.start, end: mention.span.end + block.start },
  }));
}

function keyOf({ span, entry, form }: Mention): string {
  return [span.start, span.end, entry.fullName, form.role].join(' ');
}

/** The exceptions that stand over a form, as packs write them: read as if they were the forms. */
function exceptionsAt(report: Report, span: Span): readonly string[] {
  const block = report.prose.blocks.find((each) => touches(span, each.span));
  if (block === undefined) return [];
  const plain = { role: 'hidden', class: 'rival', status: 'verified', near: [], caseSensitive: false } as const;
  const packs = report.vocabulary.packs.map((pack) => ({
    ...pack,
    entries: pack.entries.map((entry) => ({
      ...entry,
      exceptions: [],
      forms: entry.exceptions.map((exception): Form => ({ ...plain, ...exception })),
    })),
  }));
  const over = mentionsIn(report, block.span, packs).filter((each) => touches(each.span, span));
  return [...new Set(over.map(({ form }) => form.text))];
}
