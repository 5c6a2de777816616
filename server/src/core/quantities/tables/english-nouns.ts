import type { LatinNouns } from './latin-grammar.js';
import { setOf } from './list.js';

const noPlurals = setOf(
  'is|was|has|this|its|as|us|does|less|across|thus|plus|years|his|always|whereas|towards|versus|' +
    'perhaps|besides|including|needs|makes|remains|shows|rises|falls|says',
);
const irregularPlurals = setOf(
  'people|men|women|children|staff|cattle|sheep|aircraft|species|series|personnel|head|poor|' +
    'unemployed|data|criteria|feet|fish|pigs|police',
);

function isPlural(word: string): boolean {
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

const adjectives = setOf(
  'new|old|small|large|big|other|more|additional|further|young|poor|rich|public|private|local|major|minor|main|' +
    'full|part|low|high|long|short|heavy|light|key|core|good|bad|such|different|separate|single',
);

function isAdjective(word: string): boolean {
  return adjectives.has(word) || /(?:[ai]l|ic|ous|ive|ful|less|able|ible|[^e]ed|ing|ant|ent|ary)$/.test(word);
}

export const englishNouns: LatinNouns = {
  isPlural,
  isAdjective,
  breaks: setOf(
    'of|in|on|at|to|by|for|from|with|and|or|but|than|as|is|are|was|were|be|have|has|had|will|would|can|could|' +
      'the|a|an|that|which|who|per|its|their|this|these|those|not|more|less',
  ),
  lengths: setOf('long|high|wide|deep|tall|thick|above|below|of|away|in|by|x|apart'),
};
