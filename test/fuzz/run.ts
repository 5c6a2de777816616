/**
 * Throws random inputs at core and hosts; ends with 1 where one fails. `--again` runs one input that failed.
 * Usage: npm run fuzz -- [--runs 2000] [--seed 7] [--only <family>]
 *        npm run fuzz -- --again <family> --seed <seed> --path <path>
 */
import { parseArgs } from 'node:util';
import { families } from './families.js';
import { fuzzAgain, fuzzFamily, Runner, shown } from './fuzz.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '7' },
    only: { type: 'string' },
    again: { type: 'string' },
    path: { type: 'string', default: '0' },
  },
});
const seed = Number(values.seed);
const named = values.again ?? values.only;
if (named !== undefined && families[named] === undefined) {
  console.error(`No family is called ${named}. There are: ${Object.keys(families).join(', ')}`);
  process.exit(2);
}

const runner = new Runner();
if (values.again !== undefined) {
  const { failure } = await fuzzAgain(runner, values.again, seed, values.path);
  console.log(failure === undefined ? 'It holds.' : shown({ family: values.again, seed, ...failure }));
  process.exit(failure === undefined ? 0 : 1);
}

let [all, failing] = [0, 0];
for (const [name, family] of Object.entries(families)) {
  if (values.only !== undefined && name !== values.only) continue;
  const began = process.cpuUsage();
  const asked = values.only === undefined ? family : { ...family, share: 100 };
  const { inputs, failed } = await fuzzFamily(runner, name, asked, { runs: Number(values.runs), seed }, console.error);
  const { user, system } = process.cpuUsage(began);
  all += inputs;
  failing += failed;
  console.log(`${name}: ${inputs} inputs, ${failed} failed, ${((user + system) / 1e6).toFixed(1)} s of processor time`);
}
console.log(`${all} inputs, ${failing} failed`);
process.exit(failing === 0 ? 0 : 1);
