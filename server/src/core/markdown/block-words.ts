import { tokenize } from '../language/tokens.js';
import { onceABlock } from './blocks.js';

/** The words of a block's text, cut once for all that look for words in it. */
export const tokensIn = onceABlock(({ text }) => tokenize(text));
