import type { Mention, Report } from '../report/report.js';

/** The mention at an offset of the report; at the border of two, the one that begins there. */
export function mentionAt(report: Report, offset: number): Mention | undefined {
  const touching = report.mentions.filter(({ span }) => span.start <= offset && offset <= span.end);
  return touching.find(({ span }) => offset < span.end) ?? touching[0];
}
