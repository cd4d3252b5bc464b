import { JOB_CONCLUSIONS } from '../run-script.ts';
import type { JobScript, RunScript } from '../types.ts';
import type { Attempt, Job } from './run.ts';
import type { World } from './world.ts';

/** The jobs of an attempt that starts now, one after the other, without those that were carried over. */
export function planJobs(world: World, attempt: Attempt, start: number): Job[] {
  const { script } = attempt;
  const carried = new Set(attempt.jobs.map((job) => job.script.name));
  const scripts = jobScripts(script).filter(({ name }) => !carried.has(name));
  let at = start;
  return scripts.map((job, index) => {
    const startsAt = at;
    const never = script.conclusion === 'never' && index === scripts.length - 1;
    at += never ? Number.POSITIVE_INFINITY : (job.ms ?? sum(job.steps?.map((step) => step.ms ?? 1_000)) ?? 1_000);
    return {
      id: 48_000_000_000 + world.nextId(),
      script: job,
      startsAt,
      endsAt: at,
      conclusion: job.conclusion ?? 'success',
    };
  });
}

/** A run that could not even start has no jobs. */
function jobScripts(script: RunScript): readonly JobScript[] {
  return script.jobs ?? (script.conclusion === 'startup_failure' ? [] : [defaultJob(script)]);
}

function sum(numbers: readonly number[] | undefined): number | undefined {
  return numbers?.reduce((one, other) => one + other, 0);
}

function defaultJob(script: RunScript): JobScript {
  const conclusion = JOB_CONCLUSIONS.find((one) => one === script.conclusion) ?? 'failure';
  const steps = [{ name: 'Set up job' }, { name: 'Release', conclusion }, { name: 'Complete job' }];
  return { name: 'release', steps, ms: script.ms ?? 10_000, conclusion };
}
