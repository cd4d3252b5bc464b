import { relative, sep } from 'node:path';
import { printPointer } from '../operations/artifacts/pointer.ts';
import type { Pruned } from '../operations/artifacts/prune.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { code, table } from '../platform/text/markdown.ts';
import { type ArtifactInputs, artifactInputs, verifyArtifactInputs } from './setup/artifact-inputs.ts';
import { fetchPointed, pruneArtifacts, type Shared, storeArtifact } from './setup/artifact-operations.ts';
import { verifyApp } from './setup/connect-github.ts';
import { openNetwork } from './setup/network-inputs.ts';

/** Hands a file or folder to another repository: a pointer to it, and what a pointer leads to, verified. */
export default defineAction({
  inputs: artifactInputs,
  checks: [verifyArtifactInputs, verifyApp, openNetwork],
  async run(given, runner) {
    if (given.operation === 'prune') return tellPruned(await pruneArtifacts(given, runner), given, runner);
    const shared = await (given.operation === 'store' ? storeArtifact : fetchPointed)(given, runner);
    await tellShared(shared, runner);
  },
});

async function tellShared({ pointer, path, said }: Shared, { log, outputs, workspace }: Runner): Promise<void> {
  const { name, kind, sha256, bytes, expiresAt } = pointer;
  const text = printPointer(pointer);
  const expires = expiresAt === undefined ? undefined : new Date(expiresAt).toISOString();
  log.info(`${said}: ${bytes} bytes, sha256:${sha256}.`);
  await outputs.set('pointer', text);
  await outputs.set('digest', `sha256:${sha256}`);
  await outputs.set('bytes', bytes);
  await outputs.set('expires-at', expires);
  await outputs.set('path', path && relative(workspace, path).split(sep).join('/'));
  const row = [code(name), kind, `${bytes}`, code(`sha256:${sha256}`), expires ?? '', code(text)];
  await outputs.summarise(table(['Artifact', 'Kind', 'Bytes', 'Digest', 'Kept until', 'Pointer'], [row]));
}

async function tellPruned(
  { removed, bytes, kept }: Pruned,
  { dryRun }: ArtifactInputs,
  { log, outputs }: Runner,
): Promise<void> {
  for (const key of removed) log.info(`${dryRun ? 'would remove' : 'removed'} ${key}`);
  const said = dryRun ? 'Dry run: nothing was removed. It would be' : 'Removed:';
  log.info(`${said} ${removed.length} keys, ${bytes} bytes; ${kept} artifacts stay.`);
  await outputs.set('removed', removed);
  await outputs.set('bytes', bytes);
}
