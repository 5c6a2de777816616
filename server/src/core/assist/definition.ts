import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { PackLocation } from '../vocabulary/model.js';
import { mentionAt } from './mention-at.js';

export interface Definition {
  /** The mention in the report. */
  readonly origin: Span;
  /** The pack that holds the entry, by name. */
  readonly pack: string;
  /** The entry's id in that pack's YAML. */
  readonly location: PackLocation;
}

/** Where the entries that a place of a report names stand in their packs; empty where it names none. */
export function definitionAt(report: Report, offset: number): readonly Definition[] {
  const mention = mentionAt(report, offset);
  if (mention === undefined) return [];
  return report.mentions
    .filter(({ span }) => span.start === mention.span.start && span.end === mention.span.end)
    .map(({ entry }) => ({ origin: mention.span, pack: entry.pack, location: entry.location }));
}
