import { resolve } from 'node:path';
import { openManifest } from '../../engine/planning/plan-train.ts';
import { planAcrossRepositories } from '../../packages/changesets/across.ts';
import type { ChangesetPlan } from '../../packages/changesets/assemble.ts';
import { planMarkdown } from '../../packages/changesets/changeset-plan-markdown.ts';
import { planFromChangesets } from '../../packages/changesets/plan-workspace.ts';
import { listFiles, readFiles } from '../../platform/github/trees.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { connect, hasToken } from './connect-github.ts';
import { type PlanInputs, type ShownPlan, sha256 } from './shown-plan.ts';
import { requestOf } from './train-inputs.ts';

/** The plan of pending changesets: of this workspace, or, with a manifest, of all its repositories as if they were one. */
export async function planChangesets(given: PlanInputs, runner: Runner): Promise<ShownPlan> {
  if (given.manifest !== undefined) return planAcross(given, given.manifest, runner);
  const plan = await planFromChangesets({ directory: resolve(runner.workspace, given.directory) });
  return shown(plan, Object.fromEntries(plan.releases.map(({ name, newVersion }) => [name, newVersion])));
}

async function planAcross(given: PlanInputs, manifest: string, runner: Runner): Promise<ShownPlan> {
  const { env, workspace, signal } = runner;
  const request = requestOf({ ...given, manifest });
  const opened = await openManifest(
    { path: resolve(workspace, manifest), shownAs: manifest },
    request,
    hasToken(given, env),
  );
  const clientFor = connect(given, runner, { tokens: opened.manifest.tokens, owners: opened.owners });
  const { plan, versions, warnings } = await planAcrossRepositories(opened.manifest.components, {
    list: (repository, ref) => listFiles(clientFor(repository), repository, ref, { signal }),
    read: (repository, ref, paths) => readFiles(clientFor(repository), repository, { ref, paths }, { signal }),
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
