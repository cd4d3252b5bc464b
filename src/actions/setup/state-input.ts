import { resolve } from 'node:path';
import { branchStore } from '../../engine/stores/branch-store.ts';
import { fileStore } from '../../engine/stores/file-store.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import { UserError } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { ownRepository } from '../../platform/runner/context.ts';
import { flag, optional, secret, text } from '../../platform/runner/inputs.ts';
import { type Connection, connect } from './connect-github.ts';

/** Where trains are kept: the state branch of this repository, or a folder. */
export type StateInput = { readonly kind: 'branch' } | { readonly kind: 'file'; readonly path: string };

/** Reads the input `state`: `branch` or `file:PATH`. */
function stateInput(value: string): StateInput {
  if (value === 'branch') return { kind: 'branch' };
  const path = /^file:(.+)$/.exec(value)?.[1];
  if (path === undefined) throw new Error('expected branch or file:PATH');
  return { kind: 'file', path };
}

/** Where state is kept, and by whom. */
export const stateInputs = {
  state: optional(stateInput, { kind: 'branch' } as const),
  'state-token': secret(optional(text)),
  'state-by-app': optional(flag, false),
} as const;

/** Who writes the state branch, where that is not whoever has the job's token. */
export interface StateWriter extends Pick<Connection, 'appId' | 'privateKey' | 'apiUrl'> {
  readonly stateToken?: string | undefined;
  readonly stateByApp?: boolean;
}

/** Throws a UserError where the App is to write the state branch and is not there, or is not the only one. */
export function verifyStateWriter({ stateByApp, stateToken, appId }: StateWriter): void {
  if (stateByApp && (stateToken !== undefined || appId === undefined))
    throw new UserError(
      'Input state-by-app wants app-id and private-key, and no state-token: the App writes the state branch then.',
    );
}

/** The repository of the job by a writer that only the state branch has; a ruleset may let nobody else write there. */
export function stateHome(
  { stateToken, stateByApp, appId, privateKey, apiUrl }: StateWriter,
  runner: Runner,
): Repository | undefined {
  if (stateToken === undefined && !stateByApp) return undefined;
  const own = ownRepository(runner.env);
  return stateToken === undefined
    ? connect({ token: undefined, appId, privateKey, apiUrl }, runner, { owners: [ownerOf(own)] })(own)
    : connect({ token: stateToken, apiUrl }, runner, { owners: [] })(own);
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
