/**
 * Runs a train from a terminal, as its action does in a job: for practice, and where no Actions are. Its state is kept in files.
 *
 *   npm run train -- --manifest FILE [--release-type minor] [--packages IDS] [--environment NAME] [--train-id ID] [--dry-run]
 *
 * Tokens come from the environment: GITHUB_TOKEN, and what the manifest names.
 */
import { shellWord } from '../src/operations/doctor/shell-commands.ts';
import { fileFromHere, readArguments } from './arguments.ts';
import { startStep } from './demo/step.ts';
import { leaveInterruptTo } from './terminal/interrupt.ts';
import { terminalJob } from './terminal/job.ts';
import { withGitHubReached } from './terminal/reach.ts';
import { readableMarkdown } from './terminal/readable-markdown.ts';

const STATE = 'file:.release-actions/state';
const { values } = readArguments({
  manifest: { type: 'text', default: '.github/release-train.yml' },
  'release-type': { type: 'text' },
  packages: { type: 'text' },
  versions: { type: 'text' },
  environment: { type: 'text' },
  'train-id': { type: 'text' },
  repository: { type: 'text' },
  state: { type: 'text', default: STATE },
  'dry-run': { type: 'flag' },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const { manifest, repository, 'dry-run': dryRun, ...given } = values;
  fileFromHere('--manifest', manifest);
  // A mistake is answered in two lines; a person who waits sees that something happens.
  if (process.stdout.isTTY) console.log(`${dryRun ? 'Planning' : 'Running'} the train of ${manifest}.`);
  const job = await terminalJob({ repository, manifest });
  const inputs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  // Each start is a train of its own; one that stopped is named to go on with.
  const trainId = values['train-id'] ?? `terminal-${Date.now().toString(36)}`;
  const step = startStep('train', {
    workspace: job.workspace,
    env: job.env,
    inputs: {
      ...Object.fromEntries(inputs),
      ...{ manifest, token: job.token, 'dry-run': String(dryRun), 'train-id': trainId },
    },
  });
  leaveInterruptTo(step.child);
  const { exitCode, summary, outputs } = await withGitHubReached(step, job, (text) => console.error(text));
  if (summary !== '') console.log(`\n${readableMarkdown(summary)}`);
  const hasBegun = outputs.status !== undefined;
  if (exitCode !== 0 && hasBegun)
    console.log(`\nTo go on where it stopped:\n  ${goOn({ ...values, 'train-id': trainId })}`);
  return exitCode ?? 1;
}

/** The command that goes on with a train: the one that began it, with its id. */
function goOn(given: typeof values): string {
  const { 'dry-run': _, ...texts } = given;
  const words = Object.entries(texts).flatMap(([name, value]) =>
    value === undefined || (name === 'state' && value === STATE) ? [] : [`--${name}`, value],
  );
  return ['npm', 'run', 'train', '--', ...words].map(shellWord).join(' ');
}
