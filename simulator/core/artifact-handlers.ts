import { createHash } from 'node:crypto';
import { json, notFound, Problem } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import type { Artifact, Run } from './run.ts';
import { toBlob, zipOf } from './run-handlers.ts';
import { nodeId, repositoryUrl } from './shapes.ts';
import { iso, type Repository } from './world.ts';

const ninetyDays = 90 * 86_400_000;

interface Found {
  readonly run: Run;
  readonly artifact: Artifact;
}

export const artifactHandlers: RepositoryHandlers = {
  'actions/list-workflow-run-artifacts': (repository, call) => {
    const run = call.world.runs.get(Number(call.params.run_id));
    if (run?.repository !== repository) throw notFound();
    return list(repository, call, [run], `runs/${run.id}/artifacts`);
  },
  'actions/list-artifacts-for-repo': (repository, call) => list(repository, call, repository.runs, 'artifacts'),
  'actions/get-artifact': (repository, call) => json(200, artifactBody(call, repository, find(repository, call))),
  'actions/download-artifact': (repository, call) => {
    const { artifact } = find(repository, call);
    if (isExpired(call, artifact)) throw new Problem(410, 'Artifact has expired');
    return toBlob(call, `artifacts/${artifact.id}`, { type: typeOf(artifact), read: () => bytesOf(artifact) });
  },
};

function list(repository: Repository, call: ApiCall, runs: readonly Run[], path: string) {
  const name = call.query.get('name');
  const all = runs
    .flatMap((run) => run.artifacts.map((artifact) => ({ run, artifact })))
    .filter(({ artifact }) => name === null || artifact.name === name)
    .reverse();
  const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/actions/${path}`);
  const artifacts = items.map((found) => artifactBody(call, repository, found));
  return json(200, { total_count: all.length, artifacts }, headers);
}

function find(repository: Repository, call: ApiCall): Found {
  const id = Number(call.params.artifact_id);
  for (const run of repository.runs) {
    const artifact = run.artifacts.find((one) => one.id === id);
    if (artifact) return { run, artifact };
  }
  throw notFound();
}

/** Of each artifact once: anyone who lists artifacts is told how large they are. */
const archives = new WeakMap<object, Uint8Array>();

/** An archive, or the one file as it was uploaded. */
function bytesOf({ files }: Artifact): Uint8Array {
  if (typeof files === 'string') return Buffer.from(files);
  const archive = archives.get(files) ?? zipOf(files);
  archives.set(files, archive);
  return archive;
}

function typeOf({ files }: Artifact): string {
  return typeof files === 'string' ? 'application/octet-stream' : 'application/zip';
}

function isExpired(call: ApiCall, artifact: Artifact): boolean {
  return call.world.timeline.now() > artifact.createdAt + ninetyDays;
}

function artifactBody(call: ApiCall, repository: Repository, { run, artifact }: Found): Record<string, unknown> {
  const url = `${repositoryUrl(call.world.places, repository)}/actions/artifacts/${artifact.id}`;
  const archive = bytesOf(artifact);
  return {
    id: artifact.id,
    node_id: nodeId('A', artifact.id),
    name: artifact.name,
    size_in_bytes: archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(call, artifact),
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    created_at: iso(artifact.createdAt),
    updated_at: iso(artifact.createdAt),
    expires_at: iso(artifact.createdAt + ninetyDays),
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: run.branch,
      head_sha: run.sha,
    },
  };
}
