import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.js';
import { helpLocale } from './help/help-locale.js';
import { buildProgram } from './program.js';
import { systemReason } from './system-reason.js';
import { forTerminal } from './terminal/own-colours.js';
import { UsageError } from './usage-error.js';

/**
 * A reader that closes the pipe (`| head`) has seen enough: the run ends with the exit code that it has reached. Where
 * nothing more can be written, as on a full disk, the run has failed.
 */
function endWithTheReader(stream: NodeJS.WriteStream) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === process.stdout) console.error(`plumbline: ${systemReason(error, helpLocale(args))}`);
    process.exit(exitCodes.failed);
  });
}

endWithTheReader(process.stdout);
endWithTheReader(process.stderr);
const [first, ...rest] = process.argv.slice(2);
// "plumbline help check", as others have it; a command that needs another one says which there are.
const asksForHelp = first === undefined || first === 'help' || (first === 'pack' && rest.length === 0);
const args = asksForHelp ? [...(first === 'help' ? rest : process.argv.slice(2)), '--help'] : process.argv.slice(2);
try {
  await buildProgram(args).parseAsync(args, { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander counts every usage error as 1, which here means findings.
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  } else if (error instanceof UsageError) {
    process.exitCode = exitCodes.failed;
    console.error(forTerminal(`plumbline: ${error.message}`));
  } else {
    process.exitCode = exitCodes.failed;
    console.error(
      forTerminal(
        `plumbline: this is a fault of plumbline itself, please report it: ${(error as Error).stack ?? error}`,
      ),
    );
  }
}
