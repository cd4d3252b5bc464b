/**
 * Runs a train from a terminal, as its action does in a job: for practice, and where no Actions are. Its state is kept in files.
 *
 *   npm run train -- --manifest FILE [--release-type minor] [--packages IDS] [--environment NAME] [--train-id ID] [--dry-run]
 *
 * Tokens come from the environment: GITHUB_TOKEN, and what the manifest names.
 */
import { fileFromHere, readArguments } from './arguments.ts';
import { startStep } from './demo/step.ts';
import { terminalJob } from './terminal/job.ts';

const { values } = readArguments({
  manifest: { type: 'text', default: '.github/release-train.yml' },
  'release-type': { type: 'text' },
  packages: { type: 'text' },
  versions: { type: 'text' },
  environment: { type: 'text' },
  'train-id': { type: 'text' },
  repository: { type: 'text' },
  state: { type: 'text', default: 'file:.release-actions/state' },
  'dry-run': { type: 'flag' },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const { manifest, repository, 'dry-run': dryRun, ...given } = values;
  fileFromHere('--manifest', manifest);
  const job = await terminalJob({ repository, manifest });
  const inputs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  // Each start is a train of its own; one that stopped is named to go on with.
  const trainId = values['train-id'] ?? `terminal-${Date.now().toString(36)}`;
  const { ended } = startStep('train', {
    workspace: job.workspace,
    env: job.env,
    inputs: {
      ...Object.fromEntries(inputs),
      ...{ manifest, token: job.token, 'dry-run': String(dryRun), 'train-id': trainId },
    },
  });
  const { exitCode, summary, outputs } = await ended;
  if (summary !== '') console.log(`\n${summary.trim()}`);
  const hasBegun = outputs.status !== undefined;
  if (exitCode !== 0 && hasBegun)
    console.log(`\nTo go on where it stopped: npm run train -- --manifest ${manifest} --train-id ${trainId}`);
  return exitCode ?? 1;
}
