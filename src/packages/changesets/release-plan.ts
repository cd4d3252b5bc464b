import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config, NewChangeset, ReleasePlan } from '@changesets/types';
import type { WorkspacePackage } from '../workspace/member.ts';
import type { ChangesetsMajor } from './changesets-version.ts';
import type { PreState } from './config.ts';
import { toLibrary } from './library.ts';

/** What a plan is computed from; everything that the library would stumble over has been told before. */
interface PlanBasis {
  readonly major: ChangesetsMajor;
  readonly packages: readonly WorkspacePackage[];
  readonly config: Config;
  /** In order. An id that begins with `pre/` is one that an earlier prerelease has had. */
  readonly changesets: readonly NewChangeset[];
  readonly preState: PreState | undefined;
  /** How many there are that the plan takes as one. */
  readonly workspaces: number;
}

/**
 * The versions that `changeset version` writes, by its own libraries: @changesets/get-release-plan for a workspace of
 * changesets 3; the assembly alone for several workspaces, and for changesets 2, whose reader is four times as large.
 */
export async function releasePlan(basis: PlanBasis): Promise<ReleasePlan> {
  const { major, packages, config, changesets, preState, workspaces } = basis;
  if (major === 3 && workspaces === 1) return fromScratchCopy(basis);
  if (major === 3) {
    const { assembleReleasePlan } = await import('@changesets/assemble-release-plan');
    return assembleReleasePlan([...changesets], toLibrary(packages), config, preState && { ...preState });
  }
  const assemble = await import('assemble-release-plan-2');
  const used = changesets.map(({ id }) => id).filter((id) => id.startsWith('pre/'));
  const state = preState && { ...preState, initialVersions: {}, changesets: used };
  type Arguments = Parameters<typeof assemble.default>;
  const [library, settingsOf2] = [toLibrary(packages), config] as unknown as [Arguments[1], Arguments[2]];
  return assemble.default([...changesets], library, settingsOf2, state) as unknown as ReleasePlan;
}

/**
 * The library reads a folder, and writes there while it reads. So it gets one of its own, with no more in it than it needs:
 * no name of a file in a repository decides what is written where.
 */
async function fromScratchCopy(basis: PlanBasis): Promise<ReleasePlan> {
  const { getReleasePlan } = await import('@changesets/get-release-plan');
  const folder = await mkdtemp(join(tmpdir(), 'release-actions-plan-'));
  try {
    for (const [path, text] of scratchFiles(basis)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await getReleasePlan(folder, undefined, basis.config);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* scratchFiles({ packages, changesets, preState }: PlanBasis) {
  yield ['package.json', '{"name":"//","private":true,"workspaces":["packages/*"]}'] as const;
  // Without a lock file it finds no workspace.
  yield ['package-lock.json', '{}'] as const;
  // The settings are checked and handed over; a check in here would only complain on stderr.
  yield ['.changeset/config.json', '{"privatePackages":{"version":true}}'] as const;
  if (preState) yield ['.changeset/pre.json', JSON.stringify(preState)] as const;
  for (const { id, summary, releases } of changesets) {
    const lines = releases.map(({ name, type }) => `${JSON.stringify(name)}: ${type}`);
    yield [`.changeset/${id}.md`, ['---', ...lines, '---', '', summary].join('\n')] as const;
  }
  for (const [index, { packageJson }] of toLibrary(packages).packages.entries()) {
    yield [`packages/${String(index).padStart(6, '0')}/package.json`, JSON.stringify(packageJson)] as const;
  }
}
