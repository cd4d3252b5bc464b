import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Contexts, condition, interpolate } from './expressions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where a step runs. */
export interface StepPlace {
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Stands for an action of others; `name` is `owner/repository`. */
export type StandIn = (inputs: Readonly<Record<string, string>>, place: StepPlace) => Promise<void>;

export interface RunOptions {
  /** The workflow file, as users copy it. */
  readonly file: string;
  /** Where jobs and artifacts get folders; whoever made it removes it. */
  readonly scratch: string;
  readonly github: Readonly<Record<string, unknown>> & { readonly sha: string; readonly run_id: string };
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The event that started the run, as the runner gives it to actions; without it there is none. */
  readonly event?: object;
  /** What the machine has: PATH, registries. */
  readonly env: Readonly<Record<string, string>>;
  /** Only what a job with `id-token: write` gets. */
  readonly idTokenEnv?: Readonly<Record<string, string>>;
  readonly standIns: Readonly<Record<string, StandIn>>;
  /** Told of every process before it ends; to kill it means that the runner died. */
  readonly onSpawn?: (kill: () => void, step: string) => void;
  /** A step is cut off before it begins. */
  readonly crashBefore?: (job: string, step: string) => boolean;
  /** An attempt before this one: its artifacts are there, and its successful jobs are not run again, unless they need one that is. */
  readonly rerunFailedOf?: TemplateRun;
}

export interface JobRun {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

export interface TemplateRun {
  readonly jobs: Readonly<Record<string, JobRun>>;
  /** The steps that ran, as `job: step`. */
  readonly steps: readonly string[];
  readonly log: string;
  readonly summary: string;
  readonly artifacts: string;
}

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/**
 * Runs a workflow's own steps as the runner does: job after job by `needs` and `if`, each with a workspace of its own; our
 * actions from dist/, `run` by bash, actions of others by stand-ins.
 */
export async function runTemplate(options: RunOptions): Promise<TemplateRun> {
  const workflow = parse(await readFile(options.file, 'utf8')) as Workflow;
  const artifacts = options.rerunFailedOf?.artifacts ?? (await mkdtemp(join(options.scratch, 'artifacts-')));
  const run = { jobs: {} as Record<string, JobRun>, steps: [] as string[], log: '', summary: '', artifacts };
  const rerun = new Set<string>();
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const before = options.rerunFailedOf?.jobs[id];
    // As GitHub has it: the failed jobs, and all jobs that depend on them.
    const again = before?.result !== 'success' || [job.needs ?? []].flat().some((need) => rerun.has(need));
    if (again) rerun.add(id);
    run.jobs[id] = before && !again ? before : await runJob({ id, job, workflow, options, run });
  }
  return run;
}

interface JobContext {
  readonly id: string;
  readonly job: Job;
  readonly workflow: Workflow;
  readonly options: RunOptions;
  readonly run: { jobs: Record<string, JobRun>; steps: string[]; log: string; summary: string; artifacts: string };
}

async function runJob(context: JobContext): Promise<JobRun> {
  const { job, options, run, workflow } = context;
  const needs = [job.needs ?? []].flat();
  const needed = Object.fromEntries(needs.map((name) => [name, run.jobs[name] ?? { result: 'skipped', outputs: {} }]));
  const failed = Object.values(needed).some(({ result }) => result === 'failure');
  // A job behind a skipped one is skipped, unless its condition has a status function.
  const stopped = Object.values(needed).some(({ result }) => result === 'skipped');
  const shared = { github: { ...options.github, token: 'secret' }, inputs: options.inputs ?? {}, needs: needed };
  const explicit = /\b(success|failure|cancelled|always)\s*\(/.test(job.if ?? '');
  if (!condition(job.if, shared, { failed }) || (stopped && !explicit)) return { result: 'skipped', outputs: {} };

  const temporary = await mkdtemp(join(options.scratch, 'job-'));
  try {
    const workspace = join(temporary, 'workspace');
    await mkdir(workspace);
    if (options.event) await writeFile(join(temporary, 'event.json'), JSON.stringify(options.event));
    const env = Object.fromEntries(
      Object.entries(workflow.env ?? {}).map(([name, value]) => [name, interpolate(String(value), shared)]),
    );
    const contexts = { ...shared, env, runner: { temp: temporary }, steps: {} as Record<string, unknown> };
    const result = await runSteps(context, contexts, { workspace, temporary });
    const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, interpolate(text, contexts)]);
    return { result, outputs: Object.fromEntries(outputs) };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Place {
  readonly workspace: string;
  readonly temporary: string;
}

async function runSteps(
  { id, job, options, run }: JobContext,
  contexts: Contexts & { env: Record<string, string>; steps: Record<string, unknown> },
  place: Place,
): Promise<'success' | 'failure'> {
  let failed = false;
  for (const step of job.steps) {
    if (!condition(step.if, contexts, { failed })) continue;
    const name = step.name ?? step.id ?? step.uses?.split('@')[0] ?? '';
    if (options.crashBefore?.(id, name)) return 'failure';
    run.steps.push(`${id}: ${name}`);
    const outcome = await runStep({ step, name, job, options, contexts, place, artifacts: run.artifacts });
    run.log += `\n[${id}: ${name}]\n${outcome.log}`;
    run.summary += outcome.summary;
    if (step.id) contexts.steps[step.id] = { outputs: outcome.outputs };
    if (!outcome.ok) failed = true;
  }
  return failed ? 'failure' : 'success';
}

interface StepContext {
  readonly step: Step;
  readonly name: string;
  readonly job: Job;
  readonly options: RunOptions;
  readonly contexts: Contexts & { readonly env: Readonly<Record<string, string>> };
  readonly place: Place;
  readonly artifacts: string;
}

interface StepOutcome {
  readonly ok: boolean;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

async function runStep(context: StepContext): Promise<StepOutcome> {
  const { step, contexts, place } = context;
  const texts = (values: Step['with']) =>
    Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, interpolate(String(value), contexts)]));
  const env = { ...runnerEnv(context), ...contexts.env, ...texts(step.env) };
  if (step.uses?.startsWith('org/release-actions')) return runOurs(context, texts(step.with), env);
  if (step.uses === undefined) return spawned(context, ['bash', '-e', '-c', step.run ?? ''], env);
  try {
    await standIn(context)(texts(step.with), { workspace: place.workspace, env });
    return { ok: true, log: '', summary: '', outputs: {} };
  } catch (error) {
    return { ok: false, log: String(error), summary: '', outputs: {} };
  }
}

function standIn({ step, options, artifacts }: StepContext): StandIn {
  const name = (step.uses ?? '').split('@')[0] ?? '';
  if (name === 'actions/upload-artifact') {
    return ({ name: artifact = '', path = '' }) =>
      cp(path, join(artifacts, artifact), { recursive: true, force: true });
  }
  if (name === 'actions/download-artifact') {
    return async ({ name: artifact = '', path = '' }, { workspace }) =>
      cp(join(artifacts, artifact), path.startsWith('/') ? path : join(workspace, path), { recursive: true });
  }
  const found = options.standIns[name];
  if (!found) throw new Error(`There is no stand-in for ${step.uses}.`);
  return found;
}

function runnerEnv({ options, job, place }: StepContext): Record<string, string> {
  const { github } = options;
  const named = Object.entries(github).map(([key, value]) => [`GITHUB_${key.toUpperCase()}`, String(value)]);
  return {
    ...options.env,
    ...Object.fromEntries(named),
    ...(job.permissions?.['id-token'] === 'write' ? options.idTokenEnv : {}),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: place.workspace,
    RUNNER_TEMP: place.temporary,
    ...(options.event && { GITHUB_EVENT_PATH: join(place.temporary, 'event.json') }),
  };
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string };
}

async function runOurs(
  context: StepContext,
  given: Readonly<Record<string, string>>,
  env: Record<string, string>,
): Promise<StepOutcome> {
  const folder = /^org\/release-actions\/(.+)@v1$/.exec(context.step.uses ?? '')?.[1] ?? '.';
  const action = parse(await readFile(join(root, folder, 'action.yml'), 'utf8')) as ActionFile;
  for (const input of Object.keys(given)) {
    if (!(input in (action.inputs ?? {}))) throw new Error(`${folder} has no input ${input}.`);
  }
  const inputs = Object.entries(action.inputs ?? {}).map(([name, { default: fallback = '' }]) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? interpolate(fallback, context.contexts),
  ]);
  const script = join(root, folder, action.runs.main);
  return spawned(context, [process.execPath, script], { ...env, ...Object.fromEntries(inputs) });
}

async function spawned(
  { place, options, name }: StepContext,
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
): Promise<StepOutcome> {
  const files = {
    GITHUB_OUTPUT: join(place.temporary, 'output'),
    GITHUB_STEP_SUMMARY: join(place.temporary, 'summary'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  const { exitCode, log } = await new Promise<{ exitCode: number | null; log: string }>((resolve, reject) => {
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    // A group of its own: the runner's death takes all that a step has started.
    const child = spawn(program, args, { cwd: place.workspace, env: { ...env, ...files }, stdio, detached: true });
    const { pid } = child;
    if (pid !== undefined) options.onSpawn?.(() => process.kill(-pid, 'SIGKILL'), name);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code, log: output }));
  });
  const outputs = parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'));
  return { ok: exitCode === 0, log, outputs, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

/** The runner's file format: `name<<delimiter`, the value's lines, the delimiter; the last one of a name counts. */
function parseOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(?<name>[^\r\n]+?)<<(?<end>[^\r\n]+)\r?\n(?<value>.*?)\r?\n\k<end>$/gms);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']));
}
