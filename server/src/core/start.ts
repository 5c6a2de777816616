/**
 * The part of the façade that a command needs to begin and to print. Apart, so that a host whose reading is another
 * thread's does not load the rest, which takes a tenth of a second.
 */

export { nearest } from './language/edit-distance.js';
export { visible } from './text/visible.js';
export { version } from './vocabulary/version.js';
