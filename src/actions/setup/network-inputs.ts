import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { createNetwork, type Network } from '../../platform/net/network.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { flag, optional, text } from '../../platform/runner/inputs.ts';
import { whyUnreadable } from '../../platform/text/why-unreadable.ts';

/** How every action that asks services is told what it may reach. */
export const networkInputs = {
  'allow-private-network': optional(flag, false),
  'ca-file': optional(text),
} as const;

/**
 * What may be reached, and the authorities that are trusted: the usual ones, and that of `ca-file`. Throws a UserError where
 * that is no file of certificates.
 */
export async function openNetwork(
  { allowPrivateNetwork, caFile }: { readonly allowPrivateNetwork: boolean; readonly caFile: string | undefined },
  { env, workspace }: Pick<Runner, 'env' | 'workspace'>,
): Promise<Network> {
  if (caFile === undefined) return createNetwork({ allowPrivateNetwork, env });
  try {
    return createNetwork({ allowPrivateNetwork, env, ca: await readFile(resolve(workspace, caFile), 'utf8') });
  } catch (error) {
    throw new UserError(`Input ca-file: ${caFile} cannot be used: ${whyUnreadable(error)}. Expected a PEM file.`);
  }
}
