// @ts-check
// Mocha's own listing, and its counts in the file that PLUMBLINE_RESULTS names, where test/run.mjs reads them.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class CountReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      const file = process.env.PLUMBLINE_RESULTS;
      if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending }));
    });
  }
}
