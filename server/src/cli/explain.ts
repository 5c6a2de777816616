import { type ExitCode, exitCodes } from './exit-codes.js';
export async function explain(..._: unknown[]): Promise<ExitCode> {
  return exitCodes.failed;
}
