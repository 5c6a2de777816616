import { type ExitCode, exitCodes } from '../exit-codes.js';
export async function checkPacks(..._: unknown[]): Promise<ExitCode> {
  return exitCodes.failed;
}
