import type { WorkflowFile } from '../../../engine/planning/workflow-file.ts';
import { type ChangesetSource, readSource } from '../../../packages/changesets/source.ts';
import { directoryTree } from '../../../packages/workspace/source-tree.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import { listEnvironments } from '../../../platform/github/repository-settings.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';
import { noSuchName, notServed, repositoryTrouble } from '../published-names.ts';
import { makeEnvironment } from '../shell-commands.ts';
import { workflowsIn } from '../workflow-files.ts';

type WorkspaceCheck = CheckOf<'workspace'>;

/** The workspace with its changesets, read once; undefined where it has faults, which are told by themselves. */
async function sourceOf(pass: Pass): Promise<ChangesetSource | undefined> {
  const read = await pass.once('changesets', () => readSource(directoryTree(pass.workspace)));
  return 'faults' in read ? undefined : read;
}

const config: WorkspaceCheck = {
  ...{ check: 'changesets-valid', area: 'changesets', of: 'workspace', gate: true },
  async run(_, pass) {
    const read = await pass.once('changesets', () => readSource(directoryTree(pass.workspace)));
    const [faults, severity] = 'faults' in read ? [read.faults, 'error' as const] : [read.warnings, 'warning' as const];
    return faults.map(({ message, ...place }) => ({
      ...{ severity, seen: message, expected: 'what changesets can read', fix: 'Correct it.', place },
    }));
  },
};

const cli: WorkspaceCheck = {
  ...{ check: 'changesets-cli', area: 'changesets', of: 'workspace' },
  async run(_, pass) {
    const root = (await sourceOf(pass))?.workspace.root;
    if (!root || root.dependencies.some(({ name }) => name === '@changesets/cli')) return [];
    return [
      {
        severity: 'error',
        seen: '@changesets/cli is not among the dependencies of the root package.json: the version pull request cannot be made.',
        expected: '@changesets/cli in devDependencies',
        fix: 'Add it, by the package manager of the repository:',
        paste: 'npm install --save-dev @changesets/cli',
        place: { file: 'package.json' },
      },
    ];
  },
};

const manager: WorkspaceCheck = {
  ...{ check: 'changesets-manager', area: 'changesets', of: 'workspace' },
  async run(_, pass) {
    const doubt = (await sourceOf(pass))?.workspace.manager.doubt;
    if (doubt === undefined) return [];
    return [
      {
        severity: 'error',
        seen: doubt,
        expected: 'one package manager',
        fix: 'Name it by packageManager in package.json, and remove the other lock files.',
      },
    ];
  },
};

const access: WorkspaceCheck = {
  ...{ check: 'changesets-access', area: 'changesets', of: 'workspace' },
  async run(_, pass) {
    const source = await sourceOf(pass);
    const scoped = published(source).filter(({ name, json }) => name.startsWith('@') && !hasAccess(json.json.value));
    if (!source || source.config.access === 'public' || scoped.length === 0) return [];
    return [
      {
        severity: 'warning',
        seen: `${scoped.map(({ name }) => name).join(', ')} would be published as private packages: "access" of .changeset/config.json is ${JSON.stringify(source.config.access)}.`,
        expected: '"access": "public", where everybody may install them',
        fix: 'Write into .changeset/config.json:',
        paste: '"access": "public"',
        place: { file: '.changeset/config.json' },
      },
    ];
  },
};

function hasAccess({ publishConfig }: Readonly<Record<string, unknown>>): boolean {
  return typeof publishConfig === 'object' && publishConfig !== null && 'access' in publishConfig;
}

function published(source: ChangesetSource | undefined) {
  return (source?.workspace.packages ?? []).filter((one) => !one.private);
}

const names: WorkspaceCheck = {
  ...{ check: 'changesets-names', area: 'npm', of: 'workspace' },
  async run(_, pass) {
    const all = published(await sourceOf(pass)).map(({ name }) => name);
    const unknown = await notServed(
      all.map((npm) => ({ npm })),
      pass,
    );
    return unknown.map(({ npm: name }) => ({
      severity: 'error' as const,
      seen: noSuchName(name),
      expected: 'a first version that was published by hand',
      fix: 'In its folder, publish a first version; or mark it "private": true.',
      paste: 'npm publish --access public',
    }));
  },
};

const branch: WorkspaceCheck = {
  ...{ check: 'changesets-branch', area: 'changesets', of: 'workspace' },
  async run({ repository }, pass) {
    const source = await sourceOf(pass);
    if (!source || !repository) return [];
    const { defaultBranch } = await readRepository(repository);
    if (source.config.baseBranch === defaultBranch) return [];
    return [
      {
        severity: 'warning',
        seen: `"baseBranch" of .changeset/config.json is ${source.config.baseBranch}, and the default branch is ${defaultBranch}.`,
        expected: defaultBranch,
        fix: 'Write into .changeset/config.json:',
        paste: `"baseBranch": ${JSON.stringify(defaultBranch)}`,
        place: { file: '.changeset/config.json' },
      },
    ];
  },
};

const repositories: WorkspaceCheck = {
  ...{ check: 'changesets-repository', area: 'npm', of: 'workspace' },
  async run({ name: own, repository }, pass) {
    if (!repository || (await readRepository(repository)).isPrivate) return [];
    const home = { serverUrl: pass.serverUrl, repository: own };
    return published(await sourceOf(pass)).flatMap(({ name, directory, file, json }): Trouble[] => {
      const trouble = repositoryTrouble({ name, file, json, directory }, home);
      return trouble ? [{ ...trouble, place: { file } }] : [];
    });
  },
};

/** The workflow of this checkout that publishes what changesets release. */
function publishing({ workspace, once }: Pass): Promise<WorkflowFile | undefined> {
  return once('publishing workflow', async () => {
    const files = (await workflowsIn(directoryTree(workspace))).map(({ file }) => file);
    return files.find(({ events, asksForIdentity }) => events.includes('push') && asksForIdentity);
  });
}

const workflow: WorkspaceCheck = {
  ...{ check: 'changesets-workflow', area: 'changesets', of: 'workspace' },
  async run(_, pass) {
    if (await publishing(pass)) return [];
    return [
      {
        severity: 'error',
        seen: 'No workflow of this checkout is started by a push and may publish (id-token: write): changesets pile up, and nothing is released.',
        expected: 'workflows-templates/release-changesets.yml as .github/workflows/release.yml',
        fix: 'Copy the template, and fill in the lines under env.',
      },
    ];
  },
};

const environments: WorkspaceCheck = {
  ...{ check: 'changesets-environment', area: 'environments', of: 'workspace' },
  async run({ name, repository }, pass) {
    const wanted = (await publishing(pass))?.environments ?? [];
    if (!repository || wanted.length === 0) return [];
    const known = (await listEnvironments(repository)).map((one) => one.name);
    return wanted
      .filter((one) => !known.includes(one))
      .map((one) => ({
        severity: 'warning' as const,
        seen: `The environment ${one}, which the publishing workflow names, is not there: the trusted publisher is usually bound to it.`,
        expected: `an environment ${one}`,
        fix: 'Make it in the settings, or:',
        paste: makeEnvironment(one, name),
        link: `${pass.serverUrl}/${name}/settings/environments`,
      }));
  },
};

/** The nine lines of somebody who makes a monorepo ready to be released by its changesets. */
export const changesetChecks = [
  config,
  cli,
  manager,
  access,
  names,
  branch,
  repositories,
  workflow,
  environments,
] as const;
