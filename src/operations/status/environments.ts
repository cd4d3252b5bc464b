import { describeLock, EVERYWHERE, type Lock, RELEASE } from '../../engine/stores/locks.ts';
import type { LastGood } from '../../engine/stores/train-store.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { DeployedView, EnvironmentView } from './status.ts';
import { iso } from './train-views.ts';

/** Who has which version: the manifests' environments and those that only the state branch knows. Releases are `release`. */
export function environmentViews(
  manifests: readonly Manifest[],
  lastGood: LastGood,
  locks: readonly (Lock & { readonly name: string })[],
): EnvironmentView[] {
  const known = manifests.flatMap(({ environments }) => environments);
  const names = [...known.map(({ id }) => id), ...Object.keys(lastGood).filter((name) => name !== RELEASE), RELEASE];
  return [...new Set(names)].flatMap((id) => {
    const deployed = Object.hasOwn(lastGood, id) ? (lastGood[id] ?? {}) : {};
    if (id === RELEASE && Object.keys(deployed).length === 0) return [];
    const declared = known.find((one) => one.id === id);
    const lock = locks.find(({ name }) => name === id || name === EVERYWHERE);
    return [
      {
        id,
        production: declared?.production ?? id === 'production',
        ...(lock && { lock: describeLock(lock.name, lock) }),
        components: Object.fromEntries(
          Object.entries(deployed).map(([component, good]) => [component, deployedView(good)]),
        ),
      },
    ];
  });
}

function deployedView({ version, at, trainId, runUrl, before }: LastGood[string][string]): DeployedView {
  const earlier = before?.[0]?.version;
  return {
    version,
    at: iso(at),
    trainId: String(trainId),
    ...(runUrl && { runUrl }),
    ...(earlier !== undefined && { before: earlier }),
  };
}
