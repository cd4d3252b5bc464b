import { isRecord, mapOf, parsedJson } from '../records.ts';
import { scalarText } from '../text/scalar-text.ts';
import type { CallOptions } from './client/client.ts';
import { ensure } from './ensure.ts';
import type { Repository } from './repository.ts';

/** A deployment as GitHub records it. */
export interface DeploymentRecord {
  readonly id: number;
  readonly sha: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface NewDeployment {
  /** The commit. */
  readonly ref: string;
  readonly environment: string;
  readonly task: string;
  readonly description: string;
  readonly isProduction: boolean;
  readonly payload: Readonly<Record<string, string | number>>;
}

interface RawDeployment {
  readonly id: number;
  readonly sha: string;
  readonly payload?: unknown;
}

/** Older ones are history, whatever they say. */
const MOST_RECORDS = 100;
/** GitHub takes no longer one. */
const LONGEST_DESCRIPTION = 140;

/** The deployments to an environment, the newest first. https://docs.github.com/rest/deployments/deployments */
export async function listDeployments(
  repository: Repository,
  environment: string,
  options: CallOptions = {},
): Promise<DeploymentRecord[]> {
  const rows = await repository.list<RawDeployment>(
    'GET /repos/{owner}/{repo}/deployments',
    { environment },
    {
      ...options,
      limit: MOST_RECORDS,
    },
  );
  return rows.map(({ id, sha, payload }) => ({ id, sha, payload: payloadOf(payload) }));
}

/** A payload may come back as the text that it was sent as. */
function payloadOf(payload: unknown): Readonly<Record<string, unknown>> {
  return isRecord(payload) ? payload : mapOf(parsedJson(scalarText(payload)));
}

/** Records a deployment, once: where the answer is lost it is looked for by its payload. */
export async function createDeployment(
  repository: Repository,
  { ref, environment, task, description, isProduction, payload }: NewDeployment,
  options: CallOptions = {},
): Promise<number> {
  const body = {
    ...{ ref, environment, task, payload, description: description.slice(0, LONGEST_DESCRIPTION) },
    // It has been decided: no merge, no checks, no reviewers are asked.
    ...{ auto_merge: false, required_contexts: [], transient_environment: false, production_environment: isProduction },
  };
  const create = async () => {
    return (await repository.write<RawDeployment>('POST /repos/{owner}/{repo}/deployments', { ...body }, options)).data
      .id;
  };
  const find = async () => {
    const records = await listDeployments(repository, environment, options);
    return records.find((one) => isSame(one, payload))?.id;
  };
  return ensure(create, find);
}

/** Whether a record carries this payload. */
export function isSame({ payload }: DeploymentRecord, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([key, value]) => payload[key] === value);
}

interface NewDeploymentStatus {
  readonly state: string;
  readonly description?: string;
  /** The run. */
  readonly logUrl?: string;
  readonly environmentUrl?: string | undefined;
}

/** Says how a deployment goes; the same twice does no harm. Others stay as they are. */
export async function setDeploymentStatus(
  repository: Repository,
  id: number,
  { state, description = '', logUrl, environmentUrl, ...options }: NewDeploymentStatus & CallOptions,
): Promise<void> {
  const body = {
    ...{ state, description: description.slice(0, LONGEST_DESCRIPTION), auto_inactive: false },
    ...(logUrl && { log_url: logUrl }),
    ...(environmentUrl && { environment_url: environmentUrl }),
  };
  await repository.writeIdempotent(
    'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    { deployment_id: id, ...body },
    options,
  );
}

/** The latest state of a deployment; undefined where nothing was said of it. */
export async function deploymentState(
  repository: Repository,
  id: number,
  options: CallOptions = {},
): Promise<string | undefined> {
  const [latest] = await repository.list<{ readonly state?: string }>(
    'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    { deployment_id: id },
    { ...options, limit: 1 },
  );
  return latest?.state;
}
