import { type ExitCode, exitCodes } from './exit-codes.js';
export async function list(..._: unknown[]): Promise<ExitCode> {
  return exitCodes.failed;
}
