/** What the system said, without the code and the call that Node puts around it: `permission denied`. */
export function systemReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z0-9_]+: (.*?)(?:, \w+(?: .*)?)?$/s.exec(message)?.[1] ?? message;
}
