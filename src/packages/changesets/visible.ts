import type { Fault } from '../../platform/errors.ts';
import type { WorkspacePackage } from '../workspace/member.ts';
import { isSkipped } from './config.ts';
import { follow } from './followed-dependencies.ts';
import type { ChangesetSource } from './source.ts';

/**
 * All packages with only those dependencies that changesets follows, and a warning for each that it does not. Deciding
 * that here keeps the library's complaints off stderr, and lets each repository have its own
 * `bumpVersionsWithWorkspaceProtocolOnly`.
 */
export function visibleDependencies(sources: readonly ChangesetSource[]): {
  packages: WorkspacePackage[];
  warnings: Fault[];
} {
  const homes = new Map(
    sources.flatMap((source) => source.workspace.packages.map((one) => [one.name, { target: one, source }] as const)),
  );
  const warnings: Fault[] = [];
  const isFollowed = (from: WorkspacePackage, source: ChangesetSource, name: string) => {
    const home = homes.get(name);
    if (!home) return false;
    const protocolOnly = home.source === source && source.config.bumpVersionsWithWorkspaceProtocolOnly === true;
    const verdict = follow({ from, target: home.target, protocolOnly });
    if (verdict.kind === 'warning' && !isSkipped(from, source.config)) {
      warnings.push(source.tree.fault(verdict.message, from.file));
    }
    return verdict.kind === 'followed';
  };
  const packages = sources.flatMap((source) =>
    source.workspace.packages.map((from) => {
      const names = [...new Set(from.dependencies.map(({ name }) => name))];
      const followed = new Set(names.filter((name) => isFollowed(from, source, name)));
      return { ...from, dependencies: from.dependencies.filter(({ name }) => followed.has(name)) };
    }),
  );
  return { packages, warnings };
}
