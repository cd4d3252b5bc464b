import { KnownError } from '../../../platform/errors.ts';
import { findCycles, type Node, withNeeds } from '../../../train/graph.ts';
import type { Component, Manifest } from '../../../train/manifest/manifest.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import { type PackageNeed, packageFilesOf, packageKey, publishers } from '../component-packages.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';

/** A dependency of a component's package on another component's. */
interface RealNeed extends PackageNeed {
  /** The component that publishes it. */
  readonly id: string;
}

/** What the component's own packages say that it needs of the others. */
async function realNeeds(component: Component, manifest: Manifest, pass: Pass): Promise<RealNeed[]> {
  const publisher = publishers(manifest.components);
  const files = await packageFilesOf(component, pass);
  return files.flatMap(({ kind, needs }) =>
    needs.flatMap((need) => {
      const id = publisher.get(packageKey({ kind, name: need.name }));
      return id === undefined || id === component.id ? [] : [{ ...need, id }];
    }),
  );
}

/** Which component really needs which, by their packages alone. What could not be read is told by the check of that component. */
function realGraph(manifest: Manifest, pass: Pass): Promise<Node[]> {
  return pass.once('real needs', () =>
    Promise.all(
      manifest.components.map(async (component) => {
        const real = await realNeeds(component, manifest, pass).catch(unseen);
        const ids = real.filter(({ atRuntime }) => atRuntime).map(({ id }) => id);
        return { id: component.id, needs: [...new Set(ids)] };
      }),
    ),
  );
}

function unseen(error: unknown): RealNeed[] {
  if (!(error instanceof KnownError)) throw error;
  return [];
}

const needsMissing: CheckOf<'component'> = {
  ...{ check: 'needs-missing', area: 'drift', of: 'component' },
  async run({ component }, pass) {
    const { manifest } = pass;
    if (!manifest) return [];
    const { id, needs } = component;
    const real = (await realNeeds(component, manifest, pass)).filter(({ atRuntime }) => atRuntime);
    const missing = [...new Map(real.map((need) => [need.id, need])).values()].filter((one) => !needs.includes(one.id));
    if (missing.length === 0) return [];
    const graph = await realGraph(manifest, pass);
    // A circle is told as one, and no needs can be written for it.
    const writable = missing.filter((one) => !withNeeds(graph, [one.id]).has(id));
    const corrected = [...needs, ...writable.map((one) => one.id)];
    return writable.map((one) => missingNeed(component, one, { manifest, corrected }));
  },
};

function missingNeed(
  { id }: Component,
  need: RealNeed,
  { manifest, corrected }: { readonly manifest: Manifest; readonly corrected: readonly string[] },
): Trouble {
  const isReached = withNeeds(manifest.components, [id]).has(need.id);
  const leadsBack = withNeeds(manifest.components, [need.id]).has(id);
  const depends = `${id} depends on ${need.name} (${need.kind} ${need.range}), but its needs do not name ${need.id}`;
  const line = `needs: [${corrected.join(', ')}]`;
  return {
    severity: isReached ? 'warning' : 'error',
    seen: isReached
      ? `${depends}: what lies between them keeps the order, but only where a train releases that, too.`
      : `${depends}: a train may release them in the wrong order.`,
    expected: `${need.id} among its needs`,
    fix: leadsBack
      ? `The needs of ${need.id} lead back to ${id}: take that out, as no package says so. Then write ${line}.`
      : `Write ${line}.`,
    paste: line,
    at: ['components', id],
  };
}

const needsSuperfluous: CheckOf<'component'> = {
  ...{ check: 'needs-superfluous', area: 'drift', of: 'component' },
  async run({ component }, pass) {
    const { manifest } = pass;
    if (!manifest || (await packageFilesOf(component, pass)).length === 0) return [];
    const real = new Set((await realNeeds(component, manifest, pass)).map(({ id }) => id));
    const published = new Set(manifest.components.filter((one) => packagesOf(one).length > 0).map(({ id }) => id));
    const superfluous = component.needs.filter((id) => published.has(id) && !real.has(id));
    if (superfluous.length === 0) return [];
    const left = component.needs.filter((id) => !superfluous.includes(id));
    return [
      {
        severity: 'info',
        seen: `${component.id} needs ${superfluous.join(', ')}, but depends on no package of it.`,
        expected: 'a reason that no package.json shows, such as a deployment',
        fix: `If there is none, write needs: [${left.join(', ')}].`,
        paste: `needs: [${left.join(', ')}]`,
        at: ['components', component.id],
      },
    ];
  },
};

/** Packages that need each other in a circle can be released in no order at all, whatever a manifest says. */
const needsCycle: CheckOf<'train'> = {
  ...{ check: 'needs-cycle', area: 'drift', of: 'train' },
  async run({ manifest }, pass) {
    const nodes = await realGraph(manifest, pass);
    return findCycles(nodes).map((cycle) => ({
      severity: 'error' as const,
      seen: `The packages of ${cycle.join(' → ')} depend on each other in a circle: no order releases each after what it needs.`,
      expected: 'dependencies without a circle',
      fix: 'Take one of them out, or move what both need into a package of its own.',
      at: ['components', cycle[0] ?? ''],
    }));
  },
};

export const driftChecks = [needsMissing, needsSuperfluous] as const;
export const trainDriftChecks = [needsCycle] as const;
