/**
 * The orchestrator dies at every point where it speaks with GitHub, and is started again: each component has to be released
 * exactly once all the same, after what it needs. Of a deployment that fails, too: it goes back once, and records and messages
 * are in the end what they are without a death.
 *
 *   npm run crash-points                         before and after every API call of the example's train, in virtual time
 *   npm run crash-points -- --bundle N [--from S]  the real bundle (releases, deployments, canaries, approvals, locks), killed (SIGKILL) at N points drawn from seeds
 */
import { type CrashMode, type CrashPoint, crashAt } from '../simulator/histories/crash-points.ts';
import { readArguments } from './arguments.ts';
import { examplePlan } from './crash-points/example.ts';

const { values } = readArguments({
  bundle: { type: 'number', min: 1 },
  from: { type: 'number', default: 1 },
  'at-once': { type: 'number', default: 4, min: 1, max: 64 },
});

process.exitCode = (values.bundle === undefined ? await everyCall() : await bundles(values.bundle)) ? 0 : 1;

async function everyCall(): Promise<boolean> {
  const plan = await examplePlan();
  let points = 0;
  let violated = 0;
  for (const mode of ['wait', 'advance'] as const satisfies readonly CrashMode[]) {
    const { calls, violations } = await crashAt(plan, mode);
    tell(`${mode}, no crash`, violations);
    if (violations.length > 0) violated += 1;
    console.log(`${mode}: ${plan.components.length} components, ${calls} API calls`);
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const satisfies readonly CrashPoint['when'][]) {
        const outcome = await crashAt(plan, mode, { call, when });
        tell(`${mode}, ${when} call ${call}`, outcome.violations);
        points += 1;
        if (outcome.violations.length > 0) violated += 1;
      }
    }
  }
  return verdict(points, violated);
}

/** Several at once: where an intent was kept and nothing sent, the next process waits until GitHub has settled. */
async function bundles(count: number): Promise<boolean> {
  const { killBundle } = await import('./crash-points/bundle.ts');
  const from = Number(values.from);
  let next = from;
  let violated = 0;
  let killed = 0;
  const line = async () => {
    while (killed < count && next < from + 3 * count) {
      const seed = next++;
      const outcome = await killBundle(seed);
      tell(`seed ${seed} (${outcome.what})`, outcome.violations);
      if (outcome.violations.length > 0) violated += 1;
      if (outcome.killed) killed += 1;
      if (killed % 20 === 0) console.error(`${killed} killed, ${violated} violated`);
    }
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, line));
  console.log(`Seeds ${from} to ${next - 1}; ${next - from - killed} trains had ended before they could be killed.`);
  return verdict(killed, violated);
}

function tell(what: string, violations: readonly string[]): void {
  for (const violation of violations) console.log(`VIOLATION ${what}: ${violation}`);
}

function verdict(points: number, violated: number): boolean {
  console.log(`${points} crash points, ${violated} violations`);
  return violated === 0;
}
