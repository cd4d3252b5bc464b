import { resolve } from 'node:path';
import { defaultBranches } from '../../engine/planning/default-branches.ts';
import { openManifest } from '../../engine/planning/open-manifest.ts';
import { planAcrossRepositories } from '../../packages/changesets/across.ts';
import type { ChangesetPlan } from '../../packages/changesets/assemble.ts';
import { planMarkdown } from '../../packages/changesets/changeset-plan-markdown.ts';
import { planFromChangesets } from '../../packages/changesets/plan-workspace.ts';
import { UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import { listFiles, readFiles } from '../../platform/github/trees.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { packagesOf } from '../../train/manifest/packages.ts';
import { connect, tokensAtHand } from './connect-github.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';
import { requestOf } from './train-inputs.ts';

/**
 * The plan of pending changesets: of this workspace, or, with a manifest, of all its repositories as if they were one. Throws a
 * UserError with every fault of all of them.
 */
export async function planChangesets(given: PlanInputs, runner: Runner): Promise<ShownPlan> {
  if (given.manifest !== undefined) return planAcross(given, given.manifest, runner);
  const plan = await planFromChangesets({ directory: resolve(runner.workspace, given.directory) });
  return shown(plan, Object.fromEntries(plan.releases.map(({ name, newVersion }) => [name, newVersion])));
}

async function planAcross(given: PlanInputs, manifest: string, runner: Runner): Promise<ShownPlan> {
  const { env, workspace, signal } = runner;
  const request = requestOf({ ...given, manifest });
  const opened = await openManifest(
    { path: await namedPath(workspace, manifest), shownAs: manifest },
    request,
    tokensAtHand(given, env),
  );
  const repositoryFor = connect(given, runner, { tokens: opened.selection.manifest.tokens, owners: opened.owners });
  const { components: all } = opened.selection.manifest;
  const { repositories, faults } = await defaultBranches(all, { repositoryFor, signal });
  if (faults.length > 0) throw new UserError(opened.located(faults));
  const components = all.map(({ id, repository, ref, ...component }) => {
    const [published] = packagesOf(component);
    const branch = ref ?? repositories.get(repository.toLowerCase())?.defaultBranch ?? '';
    return { id, repository, ref: branch, ...(published && { package: published }) };
  });
  const { plan, versions, warnings } = await planAcrossRepositories(components, {
    list: (repository, ref) => listFiles(repositoryFor(repository), ref, { signal }),
    read: (repository, ref, paths) => readFiles(repositoryFor(repository), { ref, paths }, { signal }),
  });
  return { ...shown(plan, versions), warnings };
}

function shown(plan: ChangesetPlan, versions: Readonly<Record<string, string>>): ShownPlan {
  const releases = new Map(plan.releases.map((release) => [release.name, release]));
  const job = (name: string) => {
    const release = releases.get(name);
    return release ? [{ package: name, directory: release.directory, version: release.newVersion }] : [];
  };
  return {
    plan,
    versions,
    waves: plan.waves,
    matrices: plan.waves.map((wave) => ({ include: wave.flatMap(job) })),
    hash: sha256(JSON.stringify(plan)),
    markdown: planMarkdown(plan),
    warnings: plan.warnings,
  };
}
