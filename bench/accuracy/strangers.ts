import { claimAlarmsIn, foundText, type PackAlone, readLine, wordsIn } from './read-line.js';
import { type Measured, Tally } from './tally.js';

/** Texts that have nothing to do with a pack: each alarm in them is a false one. */
export function measureStrangers(
  texts: readonly { readonly path: string; readonly text: string }[],
  packs: readonly PackAlone[],
): Measured {
  const tally = new Tally('strangers');
  for (const { name: set, vocabulary, settings } of packs) {
    for (const { path, text } of texts) {
      const reading = readLine(text, vocabulary, settings);
      const alarms = claimAlarmsIn(reading);
      tally.count(set, 'alarms per million words', 'all', alarms.length, Math.round(wordsIn(reading)), 1_000_000);
      for (const alarm of alarms) {
        const { line } = reading.report.lines.positionAt(alarm.span.start);
        const found = foundText({ findings: [alarm] });
        tally.miss({ set, id: `${path}:${line + 1}`, text: '', expected: 'nothing', found });
      }
    }
  }
  return tally.measured;
}
