import type { Runner } from '../../platform/runner/action.ts';
import { map, optional, secret, text, url } from '../../platform/runner/inputs.ts';
import { networkCall } from '../../services/registries/http-call.ts';
import { type OpenRegistry, openRegistry } from '../../services/registries/open-registry.ts';
import { readPaths } from '../../services/registries/rest-paths.ts';
import { readFields } from '../../services/registries/rest-record.ts';
import { networkInputs, openNetwork } from './network-inputs.ts';

/** How every action is told to reach a service registry. */
export const registryInputs = {
  paths: optional(map, {}),
  fields: optional(map, {}),
  'discovery-url': optional(url),
  'discovery-token': secret(optional(text)),
  'refresh-token': secret(optional(text)),
  'origin-tokens': secret(optional(map, {})),
  ...networkInputs,
} as const;

/** What of it can be wrong, each alone: what is wrong with one does not hide what is wrong with the next. */
export const registryChecks = [
  openNetwork,
  ({ paths }: RegistryReach) => readPaths(paths),
  ({ fields }: RegistryReach) => readFields(fields),
];

export interface RegistryReach {
  readonly registryUrl: string;
  readonly paths: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly discoveryUrl: string | undefined;
  readonly discoveryToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly originTokens: Readonly<Record<string, string>>;
  readonly allowPrivateNetwork: boolean;
  readonly caFile: string | undefined;
}

/** Opens a registry as the inputs say; nothing is sent yet. */
export async function openServiceRegistry(
  inputs: RegistryReach,
  { kind, token }: { readonly kind: 'rest' | 'consul'; readonly token: string | undefined },
  runner: Pick<Runner, 'clock' | 'env' | 'workspace' | 'secrets' | 'signal'>,
): Promise<OpenRegistry> {
  for (const one of Object.values(inputs.originTokens)) runner.secrets.add(one);
  const { registryUrl: at, paths, fields, discoveryUrl, discoveryToken, refreshToken, originTokens } = inputs;
  const tokens = { token, byUse: { discovery: discoveryToken, refresh: refreshToken }, byOrigin: originTokens };
  const http = networkCall(await openNetwork(inputs, runner));
  const { clock, signal } = runner;
  return openRegistry({ kind, url: at, tokens, paths, fields, discoveryUrl, http, clock, signal });
}
