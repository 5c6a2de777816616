import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Language } from '../vocabulary/model.js';

/** The day as of which a report is judged. */
export interface ReportDate {
  /** `2023-10-10`, `2023-10`, `2023`. */
  readonly day: string;
  /** Its front matter or whoever has it read says so; else it is the day on which it is read, which says little of it. */
  readonly isTold: boolean;
}

/**
 * What a report is read with beside its text. What is read of a block depends on the block and on this object: it is
 * remembered by the block for as long as the object is the same, so an edit that changes nothing here keeps the object.
 */
export interface Facts {
  readonly vocabulary: Vocabulary;
  /** Of the text: `en`, `zh`, or `und` for one that no rule speaks, or in a script that no pack in force has. */
  readonly language: Language;
  readonly region: string | undefined;
  readonly date: ReportDate | undefined;
}
