import type { Merge } from '../vocabulary/merge-packs.js';
import type { Entry, Language } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { CheckContext } from './check-context.js';
import { readForms, readStatements, type StatementReading, settingsOfPack } from './read-statements.js';

/** When so many sentences have been read, no more than these of an entry that none is read of. */
const budget = { sentences: 3000, ofEach: 4 };

/**
 * What a pack has on record is stated as plainly as can be, and read: what is not read so is read in no report. An entry
 * of which no sentence is read is dead; in one of several languages that is a warning. The forms that are not read are
 * told where they are asked for.
 */
export function checkStatements(context: CheckContext): void {
  const { pack, merge, surroundings } = context;
  const { vocabulary } = merge;
  const settings = settingsOfPack(pack);
  let count = 0;
  const tryForms = (entry: Entry, language: Language) => [...readForms(entry, language, vocabulary, settings)];
  const tryUntilRead = (entry: Entry, language: Language) => {
    const tried: StatementReading[] = [];
    for (const reading of readStatements(entry, language, vocabulary, settings)) {
      tried.push(reading);
      count++;
      if (reading.isRead || (count > budget.sentences && tried.length >= budget.ofEach)) break;
    }
    return tried;
  };
  for (const entry of vocabulary.entries) {
    if (entry.pack !== pack.name) continue;
    const stated = pack.languages.map((language) => {
      const readings = tryUntilRead(entry, language);
      return { language, readings, isRead: readings.some(({ isRead }) => isRead) };
    });
    const read = stated.filter(({ isRead }) => isRead);
    const unread = stated.filter(({ readings, isRead }) => readings.length > 0 && !isRead);
    if (!isHeld(entry, merge) && !context.hasTold(entry, saidOtherwise)) {
      for (const { language, readings } of read.length > 0 ? unread : unread.slice(0, 1))
        tell(context, entry, language, readings, read.length > 0 ? 'warning' : 'error', 'pack.never-read');
    }
    for (const { language } of surroundings.forms === true ? read : [])
      tell(context, entry, language, tryForms(entry, language), 'information', 'pack.forms-unread');
  }
}

/** What says by itself that no report is held to an entry. */
const saidOtherwise = ['pack.record-undated', 'pack.unit-missing.share'];

/** Whether the merge has told that its form is another's. */
function isHeld({ location }: Entry, { problems }: Merge): boolean {
  return problems.some(
    ({ messageId, path, range }) =>
      messageId === 'pack.duplicate-form' && path === location.path && range.start.line === location.range.start.line,
  );
}

function tell(
  context: CheckContext,
  entry: Entry,
  language: Language,
  readings: readonly StatementReading[],
  severity: 'error' | 'warning' | 'information',
  messageId: string,
): void {
  const unread = readings.filter(({ isRead }) => !isRead);
  const [first] = unread;
  if (first?.why === undefined) return;
  context.add(entry, [], severity, messageId, {
    ...first.why.values,
    name: preferredForm(entry, language)?.text ?? entry.id,
    sentence: first.sentence.text,
    unread: unread.length,
    stated: readings.length,
    why: first.why.messageId,
  });
}
