import { resolve } from 'node:path';
import { branchStore } from '../../engine/stores/branch-store.ts';
import { fileStore } from '../../engine/stores/file-store.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Runner } from '../../platform/runner/action.ts';

/** Where trains are kept: the state branch of this repository, or a folder. */
export type StateInput = { readonly kind: 'branch' } | { readonly kind: 'file'; readonly path: string };

/** Reads the input `state`: `branch` or `file:PATH`. */
export function stateInput(value: string): StateInput {
  if (value === 'branch') return { kind: 'branch' };
  const path = /^file:(.+)$/.exec(value)?.[1];
  if (path === undefined) throw new Error('expected branch or file:PATH');
  return { kind: 'file', path };
}

/** The store that the input names; the branch is the home repository's. */
export function openStore(
  state: StateInput,
  home: () => Repository,
  { workspace, clock, commitPrefix }: Pick<Runner, 'workspace' | 'clock'> & { commitPrefix?: string | undefined },
): StateStore {
  if (state.kind === 'file') return fileStore(resolve(workspace, state.path));
  return branchStore({ repository: home(), clock, commitPrefix });
}
