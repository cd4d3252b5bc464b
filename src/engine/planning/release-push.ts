import { listOf, mapOf } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';

/** What a workflow pushes of a release, as far as its file shows it: a commit, a tag, or both. */
export interface ReleasePush {
  /** The branch that gets the release commit, where it is named: else the one that it runs on. Undefined: none gets it, or need get it. */
  readonly commit: { readonly branch: string | undefined } | undefined;
  /** Whether it makes a tag, by git or with a GitHub release. */
  readonly tags: boolean;
  /** With whose token: GITHUB_TOKEN, which can bypass no ruleset, or one that cannot be known from the file. */
  readonly token: 'job' | 'unknown';
}

type Step = Readonly<Record<string, unknown>>;

const RECORD = /\/actions\/record-release@/;
const MAKES_RELEASE = /^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release)@/;
const RUNS_GH = /\bgh release create\b/;
/** `git push`, and what is pushed to `origin` by a function of the script; with what is pushed. */
const PUSH = /(?:^|[;&|]|\b(?:then|do|if))[ \t]*(?:git(?: +-\S+ +\S+)* +push\b|\w+ +push\b(?=.* origin\b))(.*)/gm;
const JOBS_OWN = /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i;

/**
 * Finds the step that pushes the release: our record-release, or a script or an action of others. What it says need not succeed,
 * and what is pushed with a token of its own, which may bypass the rules, does not count.
 */
export function findReleasePush(workflow: Readonly<Record<string, unknown>>): ReleasePush | undefined {
  const jobs = Object.values(mapOf(workflow.jobs)).map((job) => stepsOf(job));
  const recorded = jobs.flat().flatMap((step) => recordOf(step) ?? []);
  if (recorded[0]) return recorded[0];
  const pushed = jobs.filter((steps) => !steps.some(hasOwnToken)).flatMap((steps) => steps.flatMap(pushedBy));
  if (pushed.length === 0) return undefined;
  const commit = pushed.includes('commit') ? { branch: undefined } : undefined;
  return { commit, tags: pushed.includes('tag'), token: 'unknown' };
}

function recordOf({ uses, with: inputs }: Step): ReleasePush | undefined {
  if (!RECORD.test(scalarText(uses))) return undefined;
  const { branch = '', token, 'on-branch-failure': onFailure } = mapOf(inputs);
  if (isOwn(token)) return undefined;
  const isKnown = !scalarText(branch).includes('${{');
  const commit = { branch: isKnown ? scalarText(branch) : undefined };
  return { commit: branch === '' || onFailure === 'warn' ? undefined : commit, tags: true, token: 'job' };
}

function pushedBy({ uses, run, env }: Step): ('commit' | 'tag')[] {
  const script = scalarText(run);
  const pushes = [...script.matchAll(PUSH)].flatMap(([, what = '']): ('commit' | 'tag')[] => {
    if (/ --follow-tags\b/.test(what)) return ['commit', 'tag'];
    return [/ --tags\b|refs\/tags\//.test(what) ? 'tag' : 'commit'];
  });
  const { GH_TOKEN, GITHUB_TOKEN } = mapOf(env);
  const makesRelease =
    MAKES_RELEASE.test(scalarText(uses)) || (RUNS_GH.test(script) && !isOwn(GH_TOKEN ?? GITHUB_TOKEN));
  return makesRelease ? [...pushes, 'tag'] : pushes;
}

/** The checkout leaves the token, or the key, that it was given to every later `git push`. */
function hasOwnToken({ with: inputs }: Step): boolean {
  const { token, 'ssh-key': key } = mapOf(inputs);
  return isOwn(token ?? key);
}

function isOwn(token: unknown): boolean {
  return token !== undefined && !JOBS_OWN.test(scalarText(token).trim());
}

function stepsOf(job: unknown): Step[] {
  return listOf(mapOf(job).steps).map(mapOf);
}
