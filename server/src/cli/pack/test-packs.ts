import { type ExitCode, exitCodes } from '../exit-codes.js';
export async function testPacks(..._: unknown[]): Promise<ExitCode> {
  return exitCodes.failed;
}
