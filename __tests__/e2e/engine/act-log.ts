import type { ExternalJob, JobConclusion } from '../../../simulator/types.ts';

/** A line of `act --json`. */
interface Entry {
  readonly msg?: string;
  readonly level?: string;
  readonly time?: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepResult?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly raw?: string;
  readonly content?: string;
}

export interface ActLog {
  /** Takes in a line; answers what a person should read of it. */
  read(line: string): string | undefined;
  jobs(): ExternalJob[];
  /** All step summaries, in order. */
  summary(): string;
}

interface JobSoFar {
  readonly name: string;
  readonly startedAt: number;
  endedAt: number | undefined;
  conclusion: JobConclusion | undefined;
  readonly steps: Map<string, JobConclusion | undefined>;
  readonly lines: string[];
}

/** What act tells of its own doings at every step, and nobody needs. */
const NOISE =
  /^(LocalRepositoryCache |unable to get git |Couldn't get a valid docker|Cleaning up container|evaluating |Non-terminating)/;

/** Follows the log of one run of a workflow: its jobs, their steps and what they printed. */
export function followActLog(workflow: string): ActLog {
  const jobs = new Map<string, JobSoFar>();
  const summaries: string[] = [];
  const jobOf = (entry: Entry): JobSoFar | undefined => {
    if (entry.job === undefined) return undefined;
    const name = entry.job.trim().replace(`${workflow}/`, '');
    const known = jobs.get(name);
    if (known) return known;
    const [startedAt, steps] = [Date.now(), new Map<string, JobConclusion | undefined>()];
    const job: JobSoFar = { name, startedAt, endedAt: undefined, conclusion: undefined, steps, lines: [] };
    jobs.set(name, job);
    return job;
  };
  return {
    read(line) {
      const entry = parseEntry(line);
      const message = (entry.raw ?? entry.msg ?? '').trimEnd();
      if (NOISE.test(message)) return undefined;
      const job = jobOf(entry);
      if (job) note(job, entry, message);
      if (entry.command === 'summary') summaries.push(entry.content ?? '');
      return job ? `[${job.name}] ${entry.raw_output ? '| ' : ''}${message}` : message;
    },
    jobs: () => [...jobs.values()].filter(({ steps }) => steps.size > 0).map(shown),
    summary: () => summaries.join('\n'),
  };
}

function note(job: JobSoFar, entry: Entry, message: string): void {
  const { step, stage = '', stepResult, jobResult, raw_output: raw, command, level } = entry;
  if (step !== undefined) {
    const name = stage === 'Post' || stage === 'Pre' ? `${stage} ${step}` : step;
    if (message.startsWith('⭐ Run') || stepResult !== undefined) job.steps.set(name, conclusionOf(stepResult));
  }
  if (raw || command === 'error' || command === 'warning' || command === 'notice') job.lines.push(message);
  else if (level === 'error') job.lines.push(`##[error]${message}`);
  if (jobResult !== undefined) {
    job.conclusion = conclusionOf(jobResult);
    job.endedAt = Date.now();
  }
}

function shown({ name, startedAt, endedAt, conclusion, steps, lines }: JobSoFar): ExternalJob {
  return {
    name,
    startedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(conclusion !== undefined && { conclusion }),
    steps: [...steps].map(([step, result]) => ({ name: step, ...(result !== undefined && { conclusion: result }) })),
    log: lines.join('\n'),
  };
}

function conclusionOf(result: string | undefined): JobConclusion | undefined {
  return result === 'success' || result === 'failure' || result === 'skipped' || result === 'cancelled'
    ? result
    : undefined;
}

function parseEntry(line: string): Entry {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : { msg: line };
  } catch {
    return { msg: line };
  }
}
