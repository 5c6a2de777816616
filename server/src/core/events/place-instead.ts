import { inLanguage } from '../vocabulary/preferred-form.js';
import type { EventInText } from './event-dates.js';
import { chineseCity } from './event-places.js';

/** The recorded place of an event, in the language of its mention, where the sentence has another one in its stead. */
export function placeInstead({ event, mention, place }: EventInText, sentence: string): string | undefined {
  const { language } = mention.form;
  if (place === undefined || event.place[language] === undefined) return undefined;
  const named = chineseCity(place.text) ?? place.text;
  const known = Object.values(event.place).flat();
  const isKnown = known.some((each) => each.includes(named) || named.includes(each) || sentence.includes(each));
  return isKnown ? undefined : inLanguage(event.place, language)?.[0];
}
