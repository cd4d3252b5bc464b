/**
 * The doctor in a terminal: what the action does, with its progress while it looks. Tokens come from the environment:
 * GITHUB_TOKEN, and what the manifest names.
 *
 *   npm run doctor -- discover --owners ORG[,ORG]   drafts a manifest; or --repositories OWNER/NAME,… or --clones FOLDER
 *   npm run doctor -- --manifest FILE               checks everything that a train will need
 *   npm run doctor -- install [--update] [--write]  brings repositories their templates; without --write it only shows them
 *   npm run doctor -- self-test --component ID      really goes every way once, with a dry run of that component
 *
 * --repository OWNER/NAME is where the train will run (default: the remote called origin).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Examination } from '../src/operations/doctor/examination.ts';
import { fileFromHere, folderFromHere, mistake, readArguments } from './arguments.ts';
import { startStep } from './demo/step.ts';
import { findingsText } from './terminal/findings.ts';
import { leaveInterruptTo } from './terminal/interrupt.ts';
import { type TerminalJob, terminalJob } from './terminal/job.ts';
import { readableLine } from './terminal/log-line.ts';
import { progress } from './terminal/progress.ts';
import { withGitHubReached } from './terminal/reach.ts';

const { values, words } = readArguments(
  {
    manifest: { type: 'text' },
    'hub-file': { type: 'text' },
    'services-file': { type: 'text' },
    profile: { type: 'text' },
    owners: { type: 'text' },
    repositories: { type: 'text' },
    clones: { type: 'text' },
    draft: { type: 'text' },
    repository: { type: 'text' },
    component: { type: 'text' },
    update: { type: 'flag' },
    write: { type: 'flag' },
    'no-probes': { type: 'flag' },
  },
  { most: 1 },
);
/** What is said before GitHub has answered anything. */
const OPENING: Readonly<Record<string, string>> = {
  check: 'Looking at what a train needs.',
  discover: 'Looking for packages.',
  install: 'Looking at what each repository has.',
  'self-test': 'Going every way once.',
};
const operation = words[0] ?? 'check';
if (OPENING[operation] === undefined) mistake(`${operation}: expected one of ${Object.keys(OPENING).join(', ')}`);
process.exitCode = await main();

async function main(): Promise<number> {
  const { manifest = '.github/release-train.yml' } = values;
  for (const name of ['manifest', 'hub-file'] as const)
    if (values[name] !== undefined) fileFromHere(`--${name}`, values[name]);
  if (values.clones !== undefined) folderFromHere('--clones', values.clones);
  const job = await terminalJob({
    repository: values.repository,
    manifest: operation === 'discover' ? undefined : manifest,
  });
  const dryRun = operation === 'install' ? !values.write : values['no-probes'];
  const names = [
    'manifest',
    'hub-file',
    'services-file',
    'owners',
    'repositories',
    'clones',
    'draft',
    'component',
  ] as const;
  const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  const profile = values.profile ?? profileElsewhere(job);
  if (profile !== undefined) given.push(['profile', profile]);
  const shown = progress();
  shown.begin(OPENING[operation]);
  const said: string[] = [];
  const startedAt = Date.now();
  // GitHub may be slow, or asked several times without effect: nobody has to guess whether anything happens.
  const waiting = setInterval(
    () => shown.show(`Still looking, for ${Math.round((Date.now() - startedAt) / 1_000)} s; Ctrl-C ends it.`),
    8_000,
  );
  const step = startStep('doctor', {
    workspace: job.workspace,
    env: job.env,
    inputs: {
      ...{ operation, token: job.token, 'dry-run': String(dryRun), update: String(values.update) },
      ...Object.fromEntries(given),
    },
    isQuiet: true,
    onLine: (line) => {
      if (/^Looked (at|into) \d+ of \d+/.test(line)) shown.show(line);
      else said.push(line);
    },
  });
  leaveInterruptTo(step.child);
  const { exitCode, outputs, summary } = await withGitHubReached(step, job, shown.tell);
  clearInterval(waiting);
  shown.end();
  if (operation === 'check' && outputs.report !== undefined)
    console.log(findingsText(readExamination(resolve(job.workspace, outputs.report))));
  else for (const text of inBrief(said.flatMap((one) => readableLine(one)?.text ?? []))) console.log(text);
  if (operation === 'install' && !values.write && summary !== '') console.log(differences(summary));
  if (outputs.draft !== undefined) console.log(nextStep(outputs.draft));
  return exitCode ?? 1;
}

/**
 * What is looked at where this folder is no clone of the repository that is meant: what was named, not what happens to lie here, such as
 * the changesets of release-actions itself.
 */
function profileElsewhere({ isOwn }: TerminalJob): string | undefined {
  if (isOwn || operation === 'discover') return undefined;
  const named = [
    ['train', values.manifest],
    ['hub', values['hub-file']],
    ['service', values['services-file']],
  ].flatMap(([profile, file]) => (file === undefined ? [] : (profile ?? [])));
  return named.length === 0 ? undefined : named.join(',');
}

/** Many repositories with nothing to do are one line, and that nothing was written is said below. */
function inBrief(lines: readonly string[]): string[] {
  const isIdle = (line: string) => line.endsWith(': nothing to do.');
  const idle = lines.filter(isIdle);
  const shown = lines.filter((line) => !line.includes('Dry run:') && (idle.length < 4 || !isIdle(line)));
  return idle.length < 4 ? shown : [`${idle.length} repositories: nothing to do, they have theirs.`, ...shown];
}

function readExamination(path: string): Examination {
  return JSON.parse(readFileSync(path, 'utf8')) as Examination;
}

/** What would be written, and how to have it written. */
function differences(summary: string): string {
  const diffs = [...summary.matchAll(/^(`{3,})diff\n([\s\S]*?)\n\1$/gm)].map(([, , diff = '']) => diff);
  return [...diffs, '', 'Nothing was written. With --write the pull requests are opened.'].join('\n');
}

function nextStep(draft: string): string {
  return `\nNext: read ${draft}, then check it; OWNER/NAME is the repository that will run the trains:\n  npm run doctor -- --manifest ${draft} --repository OWNER/NAME`;
}
