import { alarmsIn, foundText, type PackAlone, readLine } from './read-line.js';
import { type Measured, Tally } from './tally.js';
import { fill, type Templates } from './templates.js';

/** (b) Sentences whose number is not the metric's, with each metric of each pack: how many draw a finding. */
export function measureTraps(traps: Templates, packs: readonly PackAlone[]): Measured {
  const tally = new Tally('traps');
  for (const pack of packs) {
    for (const { language, group, strange: text, settings } of fill(traps, pack)) {
      const alarms = alarmsIn(readLine(text, pack.vocabulary, settings));
      for (const row of ['flagged', `flagged: ${group}`]) tally.add(pack.name, row, language, alarms.length > 0);
      if (alarms.length > 0) {
        const found = foundText({ findings: alarms });
        tally.miss({ set: pack.name, id: `${language} ${group}`, text, expected: 'nothing', found });
      }
    }
  }
  return tally.measured;
}
