import { foldedTokens } from '../language/tokens.js';
import type { CheckContext } from './check-context.js';

/** Sections of one report type that a reader, or Plumbline, could not tell apart. */
export function checkReports(context: CheckContext): void {
  for (const entry of context.pack.entries) {
    if (entry.kind !== 'reports') continue;
    const headings = new Map<string, string>();
    const ids = new Set<string>();
    for (const [index, { id, heading }] of entry.sections.entries()) {
      const path = ['sections', index];
      if (ids.has(id)) context.add(entry, [...path, 'id'], 'error', 'pack.section-twice', { section: id });
      ids.add(id);
      for (const text of Object.values(heading).flat()) {
        const key = foldedTokens(text).join(' ');
        const other = headings.get(key);
        if (other === undefined) headings.set(key, id);
        else if (other !== id) {
          const values = { heading: text, sections: [other, id] };
          context.add(entry, [...path, 'heading'], 'error', 'pack.heading-twice', values);
        }
      }
    }
  }
}
