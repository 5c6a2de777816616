import { list } from './tables/list.js';

const noPlurals = new Set(
  list(
    'is|was|has|this|its|as|us|does|less|across|thus|plus|years|his|always|whereas|towards|versus|' +
      'perhaps|besides|including|needs|makes|remains|shows|rises|falls|says',
  ),
);
const irregularPlurals = new Set(
  list(
    'people|men|women|children|staff|cattle|sheep|aircraft|species|series|personnel|head|poor|' +
      'unemployed|data|criteria|feet|fish|pigs|police',
  ),
);

/** Whether an English word, in lower case, looks like a plural noun. */
export function isPluralNoun(word: string): boolean {
  if (irregularPlurals.has(word)) return true;
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !word.endsWith('ss') &&
    !word.endsWith('ous') &&
    !word.endsWith("'s") &&
    !noPlurals.has(word)
  );
}
