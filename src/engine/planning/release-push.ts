import { isRecord } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';

/** How a workflow puts its release commit on a branch, as far as its file shows it. */
export interface ReleasePush {
  /** Undefined: the branch that it runs on. */
  readonly branch: string | undefined;
  /** With whose token: GITHUB_TOKEN, which can bypass no ruleset, or one that cannot be known from the file. */
  readonly token: 'job' | 'unknown';
}

const RECORD = /\/actions\/record-release@/;
const PUSH = /^\s*git\s+(?:-\S+\s+\S+\s+)*push\b(?!.*(?:--tags|refs\/tags\/))/m;
const JOBS_OWN = /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i;

/**
 * Finds the step that pushes the release commit: our record-release, or a `git push` of a script. One that says that a refused
 * branch is no failure, and one that pushes with a token of its own, which may bypass the rules, are none.
 */
export function findReleasePush(workflow: Readonly<Record<string, unknown>>): ReleasePush | undefined {
  const jobs = Object.values(asMap(workflow.jobs)).map((job) => stepsOf(job));
  const recorded = jobs.flat().flatMap((step) => recordOf(step) ?? []);
  if (recorded[0]) return recorded[0];
  const pushes = jobs.some((steps) => steps.some(({ run }) => PUSH.test(scalarText(run))) && !hasOwnToken(steps));
  return pushes ? { branch: undefined, token: 'unknown' } : undefined;
}

function recordOf({ uses, with: inputs }: Readonly<Record<string, unknown>>): ReleasePush | undefined {
  if (!RECORD.test(scalarText(uses))) return undefined;
  const { branch = '', token, 'on-branch-failure': onFailure } = asMap(inputs);
  const isOwn = token !== undefined && !JOBS_OWN.test(scalarText(token).trim());
  if (branch === '' || onFailure === 'warn' || isOwn) return undefined;
  const isKnown = !scalarText(branch).includes('${{');
  return { branch: isKnown ? scalarText(branch) : undefined, token: 'job' };
}

/** The checkout leaves the token that it was given to every later `git push`. */
function hasOwnToken(steps: readonly Readonly<Record<string, unknown>>[]): boolean {
  return steps.some(({ with: inputs }) => {
    const { token } = asMap(inputs);
    return token !== undefined && !JOBS_OWN.test(scalarText(token).trim());
  });
}

function stepsOf(job: unknown): Readonly<Record<string, unknown>>[] {
  const { steps } = asMap(job);
  return Array.isArray(steps) ? steps.map(asMap) : [];
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
