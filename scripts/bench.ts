/**
 * What this costs, beside a bound or a peer:
 *
 *   npm run bench              everything
 *   npm run bench -- --smoke   fewer repetitions, for CI; what depends on how busy the machine is decides nothing then
 *
 * Ends with exit code 1 where a bound is not kept.
 */
import { readArguments } from './arguments.ts';
import { checks } from './bench/checks.ts';
import { children } from './bench/children.ts';
import { download } from './bench/download.ts';
import { examplePlan } from './bench/example-plan.ts';
import { plans } from './bench/plans.ts';
import { registry } from './bench/registry.ts';
import type { Row } from './bench/row.ts';
import { startUp } from './bench/start-up.ts';
import { trains } from './bench/trains.ts';

const { values } = readArguments({ smoke: { type: 'flag' } });
const rows: Row[] = [];
for (const measure of [download, startUp, children, plans, registry, examplePlan, checks, trains]) {
  for (const row of await measure({ smoke: values.smoke })) {
    rows.push(row);
    print(row);
  }
}
const missed = rows.filter(({ kept, timed }) => !kept && !(values.smoke && timed));
console.log(`\n${rows.length - missed.length} of ${rows.length} bounds are kept.`);
process.exitCode = missed.length === 0 ? 0 : 1;

function print({ what, measured, bound, kept }: Row): void {
  console.log(`${kept ? '✓' : '✗'} ${what.padEnd(66)} ${measured.padStart(22)}   ${bound}`);
}
