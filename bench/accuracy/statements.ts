import { areHeld, claimsText } from './canonical.js';
import { alarmsIn, foundText, type PackAlone, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';
import { fill, type Templates } from './templates.js';

/** Sentences whose number is the metric's, with each metric of each pack: read, silent, and found with a wrong value. */
export function measureStatements(statements: Templates, packs: readonly PackAlone[]): Measured {
  const tally = new Tally('statements');
  for (const { name: set, vocabulary, settings } of packs) {
    for (const { language, group, metric, recorded, strange, settings: own } of fill(statements, {
      name: set,
      vocabulary,
      settings,
    })) {
      const id = `${language} ${group}`;
      const reading = readLine(recorded, vocabulary, own);
      const read = areHeld(undefined, metric.fullName, reading);
      for (const row of ['read', `read: ${group}`]) tally.add(set, row, language, read);
      if (!read) tally.miss({ set, id, text: recorded, expected: 'a claim that holds', found: claimsText(reading) });
      const alarms = alarmsIn(reading);
      tally.add(set, 'alarms', language, alarms.length > 0);
      if (alarms.length > 0)
        tally.miss({ set, id, text: recorded, expected: 'nothing', found: foundText({ findings: alarms }) });
      // Of whatever severity: what rests on a provisional record is information.
      const { findings } = readLine(strange, vocabulary, own);
      const isFound = findings.some(({ rule }) => rule === 'metric-value');
      tally.add(set, 'wrong value found', language, isFound);
      if (!isFound && read)
        tally.miss({ set, id, text: strange, expected: 'metric-value', found: foundText({ findings }) });
    }
  }
  return tally.measured;
}
