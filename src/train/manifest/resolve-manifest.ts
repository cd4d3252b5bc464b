import { workflowFileName } from '../../platform/text/workflow-file-name.ts';
import { parseDuration } from '../../platform/time/duration.ts';
import type { CheckedManifest } from './check-manifest.ts';
import type { Canary, Component, Environment, Group, Manifest } from './manifest.ts';
import { resolveNotifications } from './notifications.ts';
import type { PackageName, Published } from './packages.ts';
import type { RawComponent, RawDefaults, RawInputs, RawManifest, RawPackage, Scalar, Written } from './raw-manifest.ts';

/** The manifest as it is used: defaults applied, texts as they were written, durations in milliseconds. */
export function resolveManifest({ raw, written }: CheckedManifest): Manifest {
  const defaults = raw.defaults ?? {};
  const defaultInputs = textsOf(defaults.inputs, ['defaults', 'inputs'], written);
  const components = Object.entries(raw.components ?? {}).map(([id, component]) =>
    resolveComponent({ id, component, defaults, defaultInputs, written }),
  );
  return {
    name: raw.name ?? '',
    components,
    groups: Object.entries(raw.groups ?? {}).map(
      ([id, group]): Group => ({ id, version: group?.version ?? 'independent' }),
    ),
    environments: Object.entries(raw.environments ?? {}).map(([id, values]) => resolveEnvironment(id, values, written)),
    strategy: raw.strategy ?? 'parallel',
    ...(raw.canary && { canary: resolveCanary(raw.canary) }),
    onFailure: raw['on-failure'] ?? 'continue',
    ...(raw['max-parallel'] !== undefined && { maxParallel: raw['max-parallel'] }),
    tokens: raw.tokens ?? {},
    ...known({ stateCommitPrefix: raw['state-commit-prefix'] }),
    ...(raw.notifications && { notifications: resolveNotifications(raw.notifications) }),
  };
}

interface ComponentSource {
  readonly id: string;
  readonly component: RawComponent;
  readonly defaults: RawDefaults;
  readonly defaultInputs: Readonly<Record<string, string>>;
  readonly written: Written;
}

function resolveComponent({ id, component, defaults, defaultInputs, written }: ComponentSource): Component {
  const ref = component.ref ?? defaults.ref;
  const gateTimeout = component['gate-timeout'] ?? defaults['gate-timeout'];
  const rollback = component.rollback;
  const at = ['components', id];
  return {
    id,
    repository: component.repository ?? '',
    dispatch: resolveDispatch(component, defaults),
    ...(ref !== undefined && { ref }),
    needs: withoutHoles(component.needs),
    ...(component.group !== undefined && { group: component.group }),
    ...(component.package !== undefined && { package: resolvePackage(component.package) }),
    ...known({
      tag: component.tag,
      directory: component.directory?.replace(/^(\.?\/)+|\/+$/g, ''),
      line: component.line,
      outputs: component.outputs ?? defaults.outputs,
    }),
    inputs: { ...defaultInputs, ...textsOf(component.inputs, [...at, 'inputs'], written) },
    timeoutMs: milliseconds(component.timeout ?? defaults.timeout ?? '30m'),
    ...(gateTimeout !== undefined && { gateTimeoutMs: milliseconds(gateTimeout) }),
    ...resolveOnGitHub({ ...defaults, ...component }),
    compatible: component.compatible ?? {},
    health: (component.health ?? []).map(resolveCheck),
    ...(rollback && {
      rollback: {
        workflow: workflowFileName(rollback.workflow ?? ''),
        ...known({ ref: rollback.ref ?? ref }),
        inputs: textsOf(rollback.inputs, [...at, 'rollback', 'inputs'], written),
      },
    }),
  };
}

/** What becomes of it on GitHub: how long people may take to let it run, and whether its deployments are recorded. */
function resolveOnGitHub({
  'approval-timeout': approvalTimeout,
  'on-approval-timeout': onApprovalTimeout,
  deployments,
}: RawDefaults): Pick<Component, 'approvalTimeoutMs' | 'cancelUnapproved' | 'deployments'> {
  return {
    ...(approvalTimeout !== undefined && { approvalTimeoutMs: milliseconds(approvalTimeout) }),
    ...(onApprovalTimeout === 'cancel' && { cancelUnapproved: true as const }),
    ...(deployments && { deployments: true as const }),
  };
}

function resolvePackage(published: NonNullable<RawComponent['package']>): Published {
  const one = ({ npm, pypi = '' }: RawPackage): PackageName => (npm === undefined ? { pypi } : { npm });
  if (!Array.isArray(published)) return one(published as RawPackage);
  return published.filter((item) => item !== undefined).map(one);
}

/** Only what is there and says something. */
function known<T extends Readonly<Record<string, string | undefined>>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as { [K in keyof T]?: string };
}

function resolveDispatch(component: RawComponent, defaults: RawDefaults): Component['dispatch'] {
  const own = component.workflow !== undefined || component['event-type'] !== undefined;
  const { workflow, 'event-type': eventType } = own ? component : defaults;
  return eventType === undefined ? { workflow: workflowFileName(workflow ?? '') } : { eventType };
}

/** A manifest may say `version` for what verify-health calls `expect-version`. */
function resolveCheck(check: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { version, ...rest } = check;
  return version === undefined ? rest : { 'expect-version': version, ...rest };
}

function resolveEnvironment(id: string, raw: Readonly<Record<string, Scalar>> | null, written: Written): Environment {
  const { health_timeout, rollback, production, ...values } = raw ?? {};
  return {
    id,
    values: textsOf(values, ['environments', id], written),
    healthTimeoutMs: milliseconds(String(health_timeout ?? '120s')),
    rollback: rollback === true,
    ...(production !== undefined && { production: production === true }),
  };
}

function resolveCanary({ components = [], bake = '0s' }: NonNullable<RawManifest['canary']>): Canary {
  return { components: withoutHoles(components), bakeMs: milliseconds(bake) };
}

function textsOf(inputs: RawInputs | undefined, at: readonly string[], written: Written): Record<string, string> {
  const texts = Object.entries(inputs ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? written([...at, name], value) : String(value),
  ]);
  return Object.fromEntries(texts);
}

function milliseconds(duration: string): number {
  const ms = parseDuration(duration);
  if (ms === undefined) throw new Error(`The schema let the duration ${duration} pass.`);
  return ms;
}

function withoutHoles(list: readonly (string | undefined)[] = []): string[] {
  return list.filter((item) => item !== undefined);
}
