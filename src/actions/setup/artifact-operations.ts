import { resolve } from 'node:path';
import { type FetchOptions, fetchArtifact } from '../../operations/artifacts/fetch-artifact.ts';
import { entryKey } from '../../operations/artifacts/index-entry.ts';
import { openLocal } from '../../operations/artifacts/local-blob.ts';
import { type ArtifactPlace, type Pointer, parsePointer, printPointer } from '../../operations/artifacts/pointer.ts';
import { digestsNamed, type Pruned, prune } from '../../operations/artifacts/prune.ts';
import { downloadUpload, pointToUpload } from '../../operations/artifacts/run-artifact.ts';
import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository, runContext } from '../../platform/runner/context.ts';
import { type ArtifactInputs, endpointOf, openBlobStore, prefixOf, serverHost } from './artifact-inputs.ts';
import { connectTo } from './connect-github.ts';
import { connectHome } from './own-repository.ts';
import { openStore } from './state-input.ts';

export interface Shared {
  readonly pointer: Pointer;
  /** Where it is now, as the outputs say it. */
  readonly path?: string;
  readonly said: string;
}

/** Stores a file or folder, or points to what a step before uploaded to GitHub. */
export async function storeArtifact(given: ArtifactInputs, runner: Runner): Promise<Shared> {
  const { name = '', kind, path = '' } = given;
  const { workspace, env, signal } = runner;
  if (given.store === 'github') {
    const repository = connectHome(given, runner);
    const runId = Number(runContext(env).runId);
    const pointer = await pointToUpload({ host: serverHost(runner), repository, runId, name, kind }, signal);
    return { pointer, said: `${name} is in run ${runId} of ${repository}` };
  }
  const store = await openBlobStore(given, runner);
  const temporary = env.RUNNER_TEMP || workspace;
  const local = await openLocal(resolve(workspace, path), { shownAs: path, temporary, signal });
  try {
    const { blob, form } = local;
    const { sha256, bytes } = blob;
    const pointer: Pointer = { place: placeOf(given), name, kind, form, sha256, bytes };
    if (given.dryRun)
      return { pointer, said: `Dry run: ${name} would be stored in ${store.place}. Nothing was written` };
    const outcome = await store.put(blob);
    const { component, environment } = given;
    await store.note(entryKey({ component, environment, name, sha256 }), printPointer(pointer));
    const said = outcome === 'stored' ? 'is stored in' : 'is stored already, the very same, in';
    return { pointer, said: `${name} ${said} ${store.place}` };
  } finally {
    await local.close();
  }
}

function placeOf(given: ArtifactInputs): ArtifactPlace {
  if (given.store === 'file') return { store: 'file' };
  const endpoint = endpointOf(given);
  const bucket = { store: 's3', bucket: given.bucket ?? '', prefix: prefixOf(given) } as const;
  return { ...bucket, ...(endpoint !== undefined && { endpoint }) };
}

/**
 * Fetches what the pointer names, from the store of the inputs and from no other. Throws a UserError where the pointer names
 * another.
 */
export async function fetchPointed(given: ArtifactInputs, runner: Runner): Promise<Shared> {
  const pointer = parsePointer(given.pointer ?? '');
  verifyPlace(pointer.place, given, runner);
  const { path = '', dryRun } = given;
  if (dryRun) return { pointer, said: `Dry run: ${pointer.name} would be fetched. Nothing was written` };
  const get = await source(pointer, given, runner);
  const { workspace, signal } = runner;
  const target = await fetchArtifact({ pointer, get, path: resolve(workspace, path), shownAs: path, signal });
  return { pointer, path: target, said: `${pointer.name} is what the pointer says` };
}

async function source(pointer: Pointer, given: ArtifactInputs, runner: Runner): Promise<FetchOptions['get']> {
  const { place, sha256 } = pointer;
  if (place.store === 'github') {
    const repository = connectTo(place.repository, given, runner);
    const limits = { timeoutMs: given.timeout, signal: runner.signal };
    return (sink) => downloadUpload(repository, { ...pointer, place }, { sink, ...limits });
  }
  const store = await openBlobStore(given, runner);
  return (sink) => store.get(sha256, sink);
}

/** A pointer is text from elsewhere: where it leads is decided here. */
function verifyPlace(place: ArtifactPlace, given: ArtifactInputs, runner: Runner): void {
  const only = (what: string, named: string, mayRead: string) => {
    if (named !== mayRead)
      throw new UserError(`The pointer names the ${what} ${named}; this step may read ${mayRead} only.`);
  };
  only('store', place.store, given.store);
  if (place.store === 's3') {
    only('bucket', place.bucket, given.bucket ?? '');
    only('prefix', `/${place.prefix}`, `/${prefixOf(given)}`);
    only('endpoint', place.endpoint ?? 'of AWS', endpointOf(given) ?? 'of AWS');
  }
  if (place.store === 'github') {
    only('server', place.host, serverHost(runner));
    only('repository', place.repository, given.repository ?? ownRepository(runner.env));
  }
}

/** Removes what no good version and no young entry names. */
export async function pruneArtifacts(given: ArtifactInputs, runner: Runner): Promise<Pruned> {
  const store = await openBlobStore(given, runner);
  const trains = openStore(given.state, () => connectHome(given, runner), runner);
  const needed = digestsNamed(await trains.lastGood());
  const { component, environment, keep, keepFor: keepForMs, dryRun } = given;
  const now = runner.clock.now();
  return prune(store, { component, environment, keep, keepForMs, needed, now }, dryRun);
}
