import type { Language, Level } from './model.js';

/** What a host knows of a report. The report's own front matter goes before it. */
export interface ReportSettings {
  /** The day as of which names and facts are judged: `2023-10-10`. */
  readonly date?: string;
  /** Somebody dates the report so; else `date` is the day on which it is read. */
  readonly isDateTold?: boolean;
  readonly language?: Language;
  /** The language of a report that has no letter yet, where nobody says which: that of the messages. */
  readonly likelyLanguage?: Language;
  readonly region?: string;
  /** A report type's id. */
  readonly report?: string;
  /** A task list's id. */
  readonly tasks?: string;
  /** Severities by rule id; `off` silences. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** A longer text is left unread; in UTF-16 units, a million without it. */
  readonly maxLength?: number;
}
