import { posix } from 'node:path';
import semver from 'semver';
import type { WorkspacePackage } from '../workspace/member.ts';
import { DEPENDENCY_KINDS, type Dependency } from '../workspace/package-json.ts';

/** `warning`: the library would complain on stderr and go on as if there were no dependency. */
type FollowVerdict = { readonly kind: 'followed' | 'ignored' } | { readonly kind: 'warning'; readonly message: string };

interface Edge {
  readonly from: WorkspacePackage;
  readonly target: WorkspacePackage;
  /** Whether only ranges with the workspace protocol count. */
  readonly protocolOnly: boolean;
}

/** Whether a release of `target` can release `from`: only where the deciding range holds the current version. */
export function follow({ from, target, protocolOnly }: Edge): FollowVerdict {
  const written = decidingRange(from.dependencies, target.name);
  if (written === undefined) return { kind: 'ignored' };
  const inWorkspace = written.startsWith('workspace:');
  if (!inWorkspace && protocolOnly) return { kind: 'ignored' };
  const range = withoutPath(written, target).replace(/^workspace:/, '');
  if (inWorkspace && ['*', '^', '~'].includes(range)) return { kind: 'followed' };
  const readable = !range.includes(':') && semver.validRange(range) !== null;
  if (readable && target.version !== undefined && semver.satisfies(target.version, range)) return { kind: 'followed' };
  // A tag like `latest` is neither followed nor complained about.
  if (!readable && !written.includes(':')) return { kind: 'ignored' };
  return {
    kind: 'warning',
    message: `it depends on ${target.name} as ${JSON.stringify(written)}, which does not name the current version ${target.version}: a release of ${target.name} will not release ${from.name}.`,
  };
}

/** `workspace:packages/core` means what `workspace:*` does. */
export function withoutPath(range: string, target: WorkspacePackage): string {
  if (!range.startsWith('workspace:')) return range;
  return posix.normalize(range.slice('workspace:'.length)) === target.directory ? 'workspace:*' : range;
}

/** Of a name that stands under several kinds the last counts; a development link to a folder never does. */
function decidingRange(dependencies: readonly Dependency[], name: string): string | undefined {
  return DEPENDENCY_KINDS.flatMap((kind) => dependencies.filter((one) => one.kind === kind && one.name === name))
    .filter(({ kind, specifier }) => kind !== 'devDependencies' || !/^(link|file):/.test(specifier))
    .at(-1)?.specifier;
}
