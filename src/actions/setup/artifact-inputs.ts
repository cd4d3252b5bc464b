import { resolve } from 'node:path';
import type { BlobStore } from '../../operations/artifacts/blob-store.ts';
import { ARTIFACT_KINDS, isBucket, isFileName, isPrefix } from '../../operations/artifacts/pointer.ts';
import { type Fault, UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import {
  duration,
  flag,
  type InputsOf,
  oneOf,
  optional,
  repository,
  required,
  secret,
  text,
  url,
  wholeNumber,
} from '../../platform/runner/inputs.ts';
import { DAY_MS, parseDays } from '../../platform/time/duration.ts';
import { connectionInputs } from './connect-github.ts';
import { networkInputs, openNetwork } from './network-inputs.ts';
import { stateInputs } from './state-input.ts';

const daysOrDuration = (value: string) => parseDays(value) ?? duration(value);

const artifactName = (value: string) => {
  if (!isFileName(value)) throw new Error('expected at most 100 characters without any of "\':<>|*?\\/');
  return value;
};

export const artifactInputs = {
  ...connectionInputs,
  ...networkInputs,
  operation: required(oneOf('store', 'fetch', 'prune')),
  name: optional(artifactName),
  kind: optional(oneOf(...ARTIFACT_KINDS), 'other'),
  path: optional(text),
  store: required(oneOf('github', 's3', 'file')),
  pointer: optional(text),
  bucket: optional(text),
  prefix: optional(text, ''),
  region: optional(text),
  endpoint: optional(url),
  'access-key-id': optional(text),
  'secret-access-key': secret(optional(text)),
  'session-token': secret(optional(text)),
  directory: optional(text),
  repository: optional(repository),
  component: optional(text),
  environment: optional(text),
  keep: optional(wholeNumber(0, 1_000), 5),
  'keep-for': optional(daysOrDuration, 90 * DAY_MS),
  state: stateInputs.state,
  timeout: optional(duration, 30 * 60_000),
  'dry-run': optional(flag, false),
} as const;

export type ArtifactInputs = InputsOf<typeof artifactInputs>;

const OWN: Readonly<Record<string, readonly (keyof ArtifactInputs)[]>> = {
  s3: ['bucket', 'prefix', 'region', 'endpoint', 'accessKeyId', 'secretAccessKey', 'sessionToken'],
  file: ['directory'],
  github: ['repository'],
};

/** Throws a UserError with everything that does not fit together, before anything is asked of anybody. */
export function verifyArtifactInputs(given: ArtifactInputs): void {
  const { operation, store } = given;
  const wanted: Record<string, readonly (keyof ArtifactInputs)[]> = {
    store: store === 'github' ? ['name'] : ['name', 'path'],
    fetch: ['pointer', 'path'],
    prune: [],
  };
  const missing = (wanted[operation] ?? []).filter((name) => given[name] === undefined);
  const places: readonly (keyof ArtifactInputs)[] = store === 's3' ? ['bucket'] : store === 'file' ? ['directory'] : [];
  const faults: Fault[] = [...missing, ...places.filter((name) => given[name] === undefined)].map((name) => ({
    message: `Input ${kebab(name)} is missing: operation ${operation} with store ${store} needs it.`,
  }));
  const strangers = Object.entries(OWN).flatMap(([other, names]) => (other === store ? [] : names));
  for (const name of strangers.filter((one) => Boolean(given[one])))
    faults.push({
      message: `Input ${kebab(name)} does not belong to store ${store}. Leave it out, or choose another store.`,
    });
  if (operation === 'prune' && store === 'github')
    faults.push({
      message:
        'Input store: what is on GitHub ends by itself (retention-days of upload-artifact); prune is for s3 and file.',
    });
  if (given.bucket !== undefined && !isBucket(given.bucket))
    faults.push({ message: `Input bucket: ${JSON.stringify(given.bucket)} is not the name of a bucket.` });
  if (!isPrefix(prefixOf(given)))
    faults.push({
      message: `Input prefix: ${JSON.stringify(given.prefix)} is not valid; expected folders such as team/artifacts.`,
    });
  if (given.endpoint !== undefined && new URL(given.endpoint).pathname !== '/')
    faults.push({
      message: 'Input endpoint: expected the address of the server without a path; the bucket goes into bucket.',
    });
  if (given.endpoint?.startsWith('http:') && !given.allowPrivateNetwork)
    faults.push({
      message:
        'Input endpoint: everybody on the way could read what goes over http. Give an https address; http is for a private network, with allow-private-network: true.',
    });
  if (faults.length > 0) throw new UserError(faults);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** With a slash at its end, where it is not empty. */
export function prefixOf({ prefix }: Pick<ArtifactInputs, 'prefix'>): string {
  const plain = prefix.replace(/^\/+|\/+$/g, '');
  return plain === '' ? '' : `${plain}/`;
}

/** The endpoint's host as pointers name it; undefined for AWS itself. */
export function endpointOf({ endpoint }: Pick<ArtifactInputs, 'endpoint'>): string | undefined {
  return endpoint === undefined ? undefined : new URL(endpoint).host;
}

/** The store of the inputs. Nothing is asked of it yet; credentials that are missing are a UserError. */
export async function openBlobStore(given: ArtifactInputs, runner: Runner): Promise<BlobStore> {
  const { workspace, signal, env, clock, secrets } = runner;
  if (given.store === 'file') {
    const { folderStore } = await import('../../operations/artifacts/blob-folder.ts');
    const shownAs = `file:${given.directory}`;
    return folderStore(resolve(workspace, given.directory ?? ''), { signal, shownAs });
  }
  const { bucketStore } = await import('../../operations/artifacts/blob-bucket.ts');
  const region = given.region ?? (env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1');
  // What configure-aws-credentials leaves; a pair is never mixed of two sources.
  const own = given.accessKeyId !== undefined || given.secretAccessKey !== undefined;
  const accessKeyId = own ? given.accessKeyId : env.AWS_ACCESS_KEY_ID;
  const secretAccessKey = own ? given.secretAccessKey : env.AWS_SECRET_ACCESS_KEY;
  const sessionToken = own ? given.sessionToken : env.AWS_SESSION_TOKEN || undefined;
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      'Inputs access-key-id and secret-access-key are missing: give both, or run aws-actions/configure-aws-credentials in a step before.',
    );
  secrets.add(secretAccessKey, 'The secret access key');
  if (sessionToken !== undefined) secrets.add(sessionToken, 'The session token');
  return bucketStore({
    endpoint: given.endpoint ?? `https://s3.${region}.amazonaws.com`,
    bucket: given.bucket ?? '',
    prefix: prefixOf(given),
    region,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    network: await openNetwork(given, runner),
    clock,
    signal,
    timeoutMs: given.timeout,
  });
}

/** GitHub as pointers name it. */
export function serverHost({ env }: Pick<Runner, 'env'>): string {
  return new URL(runContext(env).serverUrl ?? 'https://github.com').host;
}
