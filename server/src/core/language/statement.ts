/** Verbs without which few sentences are; references to literature have none outside their titles. */
const verbs: readonly RegExp[] = [
  /\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should|says?|said|shows?|showed)\b/i,
  /[了已将仍曾被不]|(?<![国标])是|为(?!止)/,
];

/** Whether words say something, as "The series was revised in 2023." does and "Port Office, Yearbook, 2023." does not. */
export function isStatement(words: string): boolean {
  return verbs.some((verb) => verb.test(words));
}
