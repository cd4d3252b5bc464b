import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { root } from '../../../scripts/project.ts';
import type { SimulatedGitHub } from '../../../simulator/github.ts';
import type { ExternalOrder } from '../../../simulator/types.ts';
import type { WorldOptions } from './world.ts';

/** What jobs build with Go, they build once on this machine. */
const goCache = join(root, 'node_modules/.cache/release-actions/go');

/** The runner's machine: this Node, git, npm, and the registries as its defaults. */
export async function machineEnv(
  { folder, services, python }: WorldOptions,
  registry: string,
): Promise<Record<string, string>> {
  const tools = join(folder, 'tools');
  await mkdir(tools, { recursive: true });
  await symlink(process.execPath, join(tools, 'node'));
  for (const name of ['pnpm', 'changeset']) await symlink(join(root, 'node_modules/.bin', name), join(tools, name));
  await symlink(join(root, '__tests__/e2e/stand-ins/docker'), join(tools, 'docker'));
  const index = python ? await services.python() : undefined;
  const inherited = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(root));
  await writeNpm(tools, inherited);
  return {
    PATH: [tools, ...(index ? [index.bin] : []), ...inherited].join(delimiter),
    LANG: 'C.UTF-8',
    // act gives steps a terminal; a runner does not.
    NO_COLOR: '1',
    RUNNER_NAME: 'e2e',
    RUNNER_ENVIRONMENT: 'github-hosted',
    npm_config_registry: `${registry}/`,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    GOFLAGS: '-modcacherw',
    GOMODCACHE: join(goCache, 'modules'),
    GOCACHE: join(goCache, 'build'),
    E2E_REGISTRY: `${registry}/`,
    E2E_IMAGES: join(folder, 'images'),
    ...(index && {
      E2E_PYTHON_BIN: index.bin,
      E2E_PYTHON_UPLOAD: index.url.replace(/simple\/$/, ''),
      PIP_INDEX_URL: index.url,
      PIP_CONFIG_FILE: '/dev/null',
    }),
  };
}

/**
 * npm, but for two commands: `npm ci` links what E2E_INSTALLED names instead of downloading the same again, and
 * `npm audit signatures`, which asks the public transparency log, is a stand-in.
 */
async function writeNpm(tools: string, path: readonly string[]): Promise<void> {
  const npm = path.map((entry) => join(entry, 'npm')).find((file) => existsSync(file));
  if (npm === undefined) throw new Error('There is no npm on PATH');
  const lines = [
    '#!/bin/sh',
    'if [ "$1" = ci ] && [ -n "$E2E_INSTALLED" ]; then',
    // Without .cache, which others write to meanwhile.
    '  mkdir node_modules && exec cp -al "$E2E_INSTALLED"/* "$E2E_INSTALLED"/.bin node_modules',
    'fi',
    `if [ "$*" = "audit signatures" ]; then exec node '${join(root, '__tests__/e2e/stand-ins/audit-signatures.ts')}'; fi`,
    `exec '${npm}' "$@"`,
    '',
  ];
  await writeFile(join(tools, 'npm'), lines.join('\n'), { mode: 0o755 });
}

/** A push of a tag runs on the tag. */
export function refOf(github: SimulatedGitHub, { run: facts, branch }: ExternalOrder): string {
  const { refs } = github.repository(facts.repository).git;
  return !refs.has(`refs/heads/${branch}`) && refs.has(`refs/tags/${branch}`)
    ? `refs/tags/${branch}`
    : `refs/heads/${branch}`;
}

/** GitHub's context of a run, as environment variables. */
export function contextOf(
  { run: facts, sha }: ExternalOrder,
  { api, server, ref }: { api: string; server: string; ref: string },
) {
  const { repository, workflow, id, attempt } = facts;
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_REF: ref,
    // act's own name for GITHUB_SHA.
    SHA_REF: sha,
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_ACTOR: facts.actor,
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/${workflow}@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_SERVER_URL: server,
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: `${api}/graphql`,
  };
}

/** The event that a run was started by. */
export function payloadOf({ run: facts, branch }: ExternalOrder, github: SimulatedGitHub): object {
  const { name, owner, fullName, defaultBranch } = github.repository(facts.repository);
  const repository = {
    name,
    full_name: fullName,
    default_branch: defaultBranch,
    // As the trusted registry has it: npm asks for no provenance then, which needs the public transparency log.
    private: true,
    owner: { login: owner },
  };
  const common = { repository, sender: { login: facts.actor } };
  if (facts.event === 'workflow_dispatch') return { ...common, inputs: facts.inputs, ref: `refs/heads/${branch}` };
  if (facts.event === 'repository_dispatch')
    return { ...common, action: facts.eventType, client_payload: facts.payload, branch };
  return { ...common, ...facts.payload };
}
