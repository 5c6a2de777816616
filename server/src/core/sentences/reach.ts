import type { Period } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { isPlaceHeading, type LeadingPlace } from './place-roles.js';
import { regionsIn } from './regions.js';
import { lastLeadOf, quantitiesOf, sentencesOf } from './sentence.js';
import { surroundingsOf } from './surroundings.js';

/**
 * For each sentence of a block the place that what stands before it is about: the sentences before, else what introduces
 * the block's list, or a place that stands alone above the block.
 */
export function placesBefore(report: Report, index: number): readonly (LeadingPlace | undefined)[] {
  const block = report.prose.blocks[index];
  if (block === undefined) return [];
  let about = placeAbove(report, index);
  return sentencesOf(report, block).map(({ lead }) => {
    const before = about;
    about = lead ?? about;
    return before;
  });
}

function placeAbove(report: Report, index: number): LeadingPlace | undefined {
  const around = surroundingsOf(report, index);
  const above = around.before();
  if (above === undefined) return undefined;
  const introducer = around.introducer();
  if (introducer !== undefined) return lastLeadOf(report, introducer);
  // A line in bold that is a place and nothing else.
  if (above.kind !== 'paragraph' || above.text.length > 30) return undefined;
  const words = above.text.replace(/(?<![\s:：])[\s:：]+$/, '');
  const [place, ...more] = regionsIn(words, report.vocabulary);
  if (more.length === 0 && place?.at.start === 0 && /^[省市]?$|^ [A-Z][a-z]+$/.test(words.slice(place.at.end)))
    return place;
  return above.titles.length > 0 && isPlaceHeading(words) ? { code: undefined } : undefined;
}

/** The periods of what introduces a block's list, or else of the nearest heading over it that has one. */
export function periodsAbove(report: Report, index: number): readonly Period[] {
  const around = surroundingsOf(report, index);
  const introducer = around.introducer();
  const introduced = introducer === undefined ? [] : (sentencesOf(report, introducer).at(-1)?.periods ?? []);
  if (introduced.length > 0) return introduced;
  for (const { block } of around.headings()) {
    const { periods } = quantitiesOf(report, block);
    if (periods.length > 0) return periods;
  }
  return [];
}

/** Whether they are of the title of the whole report alone, which says when it was made, and of which time it tells only as a rule. */
export function isDatedByTitle(report: Report, index: number): boolean {
  const around = surroundingsOf(report, index);
  const dated = around.headings().find(({ block }) => quantitiesOf(report, block).periods.length > 0);
  return dated !== undefined && dated.block.depth === 1 && around.introducer() === undefined;
}
