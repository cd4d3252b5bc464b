import { listed, quote } from '../../platform/text/wording.ts';
import { collectFaults } from '../manifest/faults.ts';
import type { Component, Environment, Manifest } from '../manifest/manifest.ts';
import { checkedOutputs } from '../manifest/output-values.ts';
import { canonical, type Plan, type PlannedComponent } from './plan.ts';
import { planComponent } from './plan-component.ts';
import type { ReleaseType } from './request.ts';
import { exactVersion, isCommit, RELEASE_TYPES } from './version-text.ts';

/** What a plan may say for itself: its versions and outputs, which are looked at below, and how patient it is. */
const FREE: ReadonlySet<string> = new Set([
  ...['id', 'group', 'version', 'requestedVersion', 'previousVersion', 'previousOutputs', 'goesBack'],
  ...['timeout', 'gateTimeout'],
]);

/**
 * In what a saved plan is not one that this manifest makes, for people; empty where it is one. Only the versions are taken from
 * the plan: with them, every component is planned again and compared. A plan comes from where others can write it, so whatever
 * it says is believed only as far as the manifest says it, too.
 */
export function planDifferences(plan: Plan, manifest: Manifest): string[] {
  const environment = manifest.environments.find(({ id }) => id === plan.environment);
  if (plan.name !== manifest.name)
    return [`it is a plan of ${quote(plan.name)}, and the manifest is ${quote(manifest.name)}`];
  if (plan.environment !== undefined && !environment)
    return [`the manifest has no environment ${quote(plan.environment)}`];
  const general = [...rollbackDifference(plan, environment), ...impossibleVersions(plan), ...impossibleOutputs(plan)];
  // The plan does not say which kind of release was asked for, and templates may: it has to fit one of them.
  const fits = [undefined, ...RELEASE_TYPES].map((type) => componentDifferences(plan, manifest, { environment, type }));
  const best = fits.reduce((least, one) => (one.length < least.length ? one : least));
  return [...general, ...best];
}

/** Components of the plan that work on another repository than the manifest's of the same id does. */
export function strangeRepositories(plan: Plan, manifest: Manifest): string[] {
  const known = new Map(manifest.components.map((component) => [component.id, component.repository]));
  return plan.components
    .filter(({ id, repository }) => known.get(id) !== repository)
    .map(
      ({ id, repository }) => `${id}: its repository is ${quote(repository)}, the manifest has ${told(known.get(id))}`,
    );
}

/** Who starts a deployment may choose by an input whether it is rolled back; what is released is never taken back. */
function rollbackDifference({ rollback }: Plan, environment: Environment | undefined): string[] {
  return rollback && !environment ? ['it says rollback: true, but a release is never rolled back'] : [];
}

/** What is filled into inputs has to be a version and nothing else. */
function impossibleVersions({ components }: Plan): string[] {
  const isVersion = (text: unknown) =>
    text === undefined || (typeof text === 'string' && (exactVersion(text) !== undefined || isCommit(text)));
  return components.flatMap(({ id, version, previousVersion }) =>
    [version, previousVersion].filter((text) => !isVersion(text)).map((text) => `${id}: ${told(text)} is no version`),
  );
}

/** What was handed on is texts, of components that there are. */
function impossibleOutputs({ outputs = {}, components }: Plan): string[] {
  const all = [...Object.entries(outputs), ...components.map(({ id, previousOutputs = {} }) => [id, previousOutputs])];
  return all.flatMap(([id, values]) => {
    const { fault } = checkedOutputs(values);
    return fault === undefined ? [] : [`${id}: of its outputs ${fault}`];
  });
}

interface Asked {
  readonly environment: Environment | undefined;
  readonly type: ReleaseType | undefined;
}

function componentDifferences(plan: Plan, { components }: Manifest, { environment, type }: Asked): string[] {
  const planned = new Map(plan.components.map((component) => [component.id, component]));
  const known = new Map(components.filter(({ id }) => planned.has(id)).map((component) => [component.id, component]));
  const context = {
    ...(environment && { environment }),
    ...(type && { releaseType: type }),
    versions: new Map(plan.components.flatMap(({ id, version }) => (version === undefined ? [] : [[id, { version }]]))),
    previousVersion: (id: string) => planned.get(id)?.previousVersion,
    previousOutputs: (id: string) => planned.get(id)?.previousOutputs,
    goesBack: (id: string) => planned.get(id)?.goesBack === true,
    returns: (id: string) => planned.get(id)?.rollback !== undefined,
    components: known,
    faults: collectFaults(),
    warnings: collectFaults(),
  };
  const again = (component: Component) => planComponent(component, context);
  return plan.components.flatMap((saved) => {
    const component = known.get(saved.id);
    return component ? fieldDifferences(saved, again(component)) : [`${saved.id}: the manifest has no such component`];
  });
}

function fieldDifferences(saved: PlannedComponent, wanted: PlannedComponent): string[] {
  const before = new Map<string, unknown>(Object.entries(saved));
  const after = new Map<string, unknown>(Object.entries(wanted));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [is, made] = [before.get(field), after.get(field)];
    if (FREE.has(field) || canonical(is) === canonical(made)) return [];
    return [`${saved.id}: its ${field} is ${told(is)}, the manifest makes it ${told(made)}`];
  });
}

function told(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return listed(value) || 'nothing';
  return typeof value === 'string' ? quote(value) : shortened(canonical(value));
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
