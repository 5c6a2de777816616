import { tokenize } from '../language/tokens.js';
import { once } from '../text/once.js';
import type { Block } from './blocks.js';

/** The words of a block's text, cut once for all that look for words in it. */
export const tokensIn = once((block: Block) => tokenize(block.text));
