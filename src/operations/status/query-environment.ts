import type { HealthGate } from '../../engine/drive/gates.ts';
import { UserError } from '../../platform/errors.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import { fillPartly, namesIn } from '../../train/manifest/interpolate.ts';
import type { Component, Manifest } from '../../train/manifest/manifest.ts';
import { mapTexts, textsIn } from '../../train/manifest/texts.ts';
import type { DeployedView, EnvironmentView } from './status.ts';

/** The environment of that name. Throws a UserError that names those that there are. */
export function findEnvironment(environments: readonly EnvironmentView[], id: string): EnvironmentView {
  const found = environments.find((one) => one.id === id);
  if (found) return found;
  const known = environments.map((one) => one.id);
  throw new UserError(`There is no environment ${quote(id)}. Known: ${listed(known) || 'none'}.`);
}

const AT_ONCE = 8;
const LOOK_MS = 10_000;

interface HealthLook {
  readonly manifests: readonly Manifest[];
  readonly health: HealthGate;
  readonly clock: { now(): number };
  readonly signal: AbortSignal;
}

/** The environment with what each of its components answers now, by the manifest's own checks with the deployed version in them. */
export async function withHealth(environment: EnvironmentView, look: HealthLook): Promise<EnvironmentView> {
  const entries = await mapPooled(Object.entries(environment.components), AT_ONCE, async ([id, deployed]) => {
    const owner = look.manifests.find(({ components }) => components.some((one) => one.id === id));
    const component = owner?.components.find((one) => one.id === id);
    const health = await healthOf(deployed, { environment: environment.id, owner, component }, look);
    return [id, { ...deployed, health }] as const;
  });
  return { ...environment, components: Object.fromEntries(entries) };
}

async function healthOf(
  { version }: DeployedView,
  {
    environment,
    owner,
    component,
  }: { environment: string; owner: Manifest | undefined; component: Component | undefined },
  { health, clock, signal }: HealthLook,
): Promise<NonNullable<DeployedView['health']>> {
  const unchecked = (detail: string) => ({ verdict: 'unchecked' as const, detail });
  if (!component || !owner) return unchecked('The manifest has no such component.');
  if (component.health.length === 0) return unchecked('The manifest has no health checks for it.');
  const values = {
    component: component.id,
    version,
    environment,
    ...Object.fromEntries(
      Object.entries(owner.environments.find(({ id }) => id === environment)?.values ?? {}).map(([name, value]) => [
        `environment.${name}`,
        value,
      ]),
    ),
  };
  const missing = [...textsIn(component.health)]
    .flatMap(({ text }) => namesIn(text))
    .filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0)
    return unchecked(`Its checks ask for {${missing[0]}}, which is known only while a train runs.`);
  const checks = mapTexts(component.health, (text) => fillPartly(text, values)) as Component['health'];
  const { verdict, detail } = await health(checks, { deadline: clock.now() + LOOK_MS, signal });
  return { verdict, detail };
}
