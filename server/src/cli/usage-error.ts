/** What ends a run before it starts; the message is for the user. */
export class UsageError extends Error {}
