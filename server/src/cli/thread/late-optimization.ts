import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimize code later, in all threads: a run of a command line is over before what is compiled early has paid for
 * itself. Sixteen times the budget of Node 20, where it takes a quarter less of the processor’s time; eight times takes
 * some hundredths more, thirty-two too. Later versions of Node have no such budget and better steps; of a flag that is
 * not there V8 prints an error, so the version is asked. How expressions are compiled is left as it was when Node began:
 * while `--no-regexp-tier-up` was set here, one run in the tests ended with a segmentation fault.
 */
export function optimizeLate(): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  setFlagsFromString(`--interrupt-budget=${16 * 67_584}`);
}
