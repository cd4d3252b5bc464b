import { scalarText } from '../../platform/text/scalar-text.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { askedOfBefore } from '../manifest/asked-outputs.ts';
import type { FaultList } from '../manifest/faults.ts';
import { fillPartly, isEngineName, isOutputName, namesIn } from '../manifest/interpolate.ts';
import type { Component, Environment } from '../manifest/manifest.ts';
import { nameOf, packagesOf } from '../manifest/packages.ts';
import { mapTexts, textsIn } from '../manifest/texts.ts';
import type { HandedOutputs, PlannedComponent } from './plan.ts';
import type { ReleaseType } from './request.ts';
import type { PlannedVersion } from './versions.ts';

export interface Context {
  readonly environment?: Environment;
  readonly releaseType?: ReleaseType;
  readonly versions: ReadonlyMap<string, PlannedVersion>;
  previousVersion(id: string): string | undefined;
  /** Whether its version was good in the environment before what people leave; and whether a failure returns it all the same. */
  goesBack(id: string): boolean;
  returns(id: string): boolean;
  /** What it handed on in that version. */
  previousOutputs(id: string): HandedOutputs | undefined;
  /** The components of the plan. */
  readonly components: ReadonlyMap<string, Component>;
  readonly faults: FaultList;
  readonly warnings: FaultList;
}

/** What GitHub takes at most as the inputs of a workflow, or as a client_payload, in characters of JSON. */
const LARGEST_PAYLOAD = 65_535;
const PACKAGE_TIMEOUT_MS = 30 * 60_000;
const HEALTH_TIMEOUT_MS = 2 * 60_000;

/** The component with everything filled in that is known before the train runs. */
export function planComponent(component: Component, context: Context): PlannedComponent {
  const { id, repository, dispatch, needs, group, timeoutMs, approvalTimeoutMs, cancelUnapproved, health } = component;
  const ref = refOf(component);
  const planned = context.versions.get(id);
  const previousVersion = context.previousVersion(id);
  const values = valuesOf(component, context);
  const at = ['components', id];
  const inputs = filledInputs(component.inputs, values, { at: [...at, 'inputs'], context });
  const goesBack = context.goesBack(id);
  const rollback = goesBack && !context.returns(id) ? undefined : filledRollback(component, values, context);
  checkPayload(id, inputs, context.faults);
  return {
    id,
    repository,
    dispatch,
    ref,
    needs: needs.filter((need) => context.components.has(need)),
    ...(group !== undefined && { group }),
    ...(component.package && { package: component.package }),
    ...(planned && { version: planned.version }),
    ...(planned?.requested !== undefined && { requestedVersion: planned.requested }),
    ...(previousVersion !== undefined && { previousVersion }),
    ...(goesBack && { goesBack }),
    ...(component.outputs !== undefined && handingOn(component, component.outputs, { rollback, context })),
    inputs,
    timeout: timeoutMs,
    ...(approvalTimeoutMs !== undefined && { approvalTimeout: approvalTimeoutMs }),
    ...(cancelUnapproved && { cancelUnapproved }),
    ...(component.deployments && context.environment && { deployments: recordedAt(component, values) }),
    health: filled(health, values, { at: [...at, 'health'], context }) as PlannedComponent['health'],
    gateTimeout: gateTimeoutOf(component, context.environment),
    ...(rollback && { rollback }),
  };
}

function handingOn(
  { id }: Component,
  outputs: string,
  { rollback, context }: { readonly rollback: PlannedComponent['rollback']; readonly context: Context },
): Pick<PlannedComponent, 'outputs' | 'previousOutputs'> {
  const previousOutputs = rollback && context.previousOutputs(id);
  return { outputs, ...(previousOutputs && { previousOutputs }) };
}

/** Where the component answers: what its environment says, or else the origin of its first health check. */
function recordedAt({ id, health }: Component, values: Values): NonNullable<PlannedComponent['deployments']> {
  const said = values[`environment.${id}_url`];
  const checked = fillPartly(scalarText(health[0]?.url ?? ''), values);
  const url = said ?? (URL.canParse(checked) ? new URL(checked).origin : undefined);
  return url !== undefined && URL.canParse(url) && /^https?:/.test(url) ? { url } : {};
}

/** The planner has asked for the default branch where the manifest names no ref. */
function refOf({ id, ref }: Component): string {
  if (ref === undefined) throw new Error(`Nobody asked for the default branch of component ${id}.`);
  return ref;
}

type Values = Readonly<Record<string, string>>;

/** A name that has no value here is absent; a first release's `{previous-version}` is the empty text. */
function valuesOf(component: Component, context: Context): Values {
  const { id } = component;
  const { environment, releaseType } = context;
  const version = context.versions.get(id)?.version;
  const wantsDependencies = [...textsIn([component.inputs, component.health, component.rollback?.inputs])].some(
    ({ text }) => text.includes('{dependency-versions}'),
  );
  return {
    component: id,
    'release-type': releaseType ?? '',
    'previous-version': context.previousVersion(id) ?? '',
    ...(version !== undefined && { version }),
    ...(wantsDependencies && { 'dependency-versions': dependencyVersions(id, context) }),
    ...(environment && { environment: environment.id }),
    ...Object.fromEntries(
      Object.entries(environment?.values ?? {}).map(([name, value]) => [`environment.${name}`, value]),
    ),
  };
}

/**
 * Package name → version of all that the component needs, directly or not, as far as this plan releases it; JSON. It ends
 * where it is too long for GitHub anyway: checkPayload then says so, and a huge plan need not first be walked n² times.
 */
function dependencyVersions(id: string, { components, versions }: Context): string {
  const found: [name: string, version: string][] = [];
  // A Set hands out what is added while it is walked.
  const reached = new Set([id]);
  let size = 0;
  for (const one of reached) {
    const component = components.get(one);
    for (const need of component?.needs ?? []) reached.add(need);
    const version = versions.get(one)?.version;
    if (one === id || version === undefined) continue;
    for (const published of component ? packagesOf(component) : []) {
      found.push([nameOf(published), version]);
      size += nameOf(published).length + version.length;
    }
    if (size > LARGEST_PAYLOAD) break;
  }
  return JSON.stringify(Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))));
}

interface Where {
  readonly at: readonly (string | number)[];
  readonly context: Context;
}

function filled(root: unknown, values: Values, { at, context }: Where): unknown {
  for (const { text, path } of textsIn(root, at)) {
    for (const name of missingNames(text, values)) context.faults.add(path, () => withoutValue(name, text, context));
  }
  return mapTexts(root, (text) => fillPartly(text, values));
}

function filledInputs(inputs: Values, values: Values, where: Where): Values {
  return filled(inputs, values, where) as Values;
}

function missingNames(text: string, values: Values): string[] {
  return namesIn(text).filter((name) => !Object.hasOwn(values, name) && !isEngineName(name));
}

function withoutValue(name: string, text: string, { environment }: Context): string {
  const where = `{${name}} in ${quote(text)} has no value: `;
  if (name === 'version') return `${where}this train gives the component no version.`;
  if (!environment) return `${where}no environment is chosen; give the input environment.`;
  return `${where}environment ${environment.id} does not define ${name.replace('environment.', '')}. It defines: ${listed(Object.keys(environment.values)) || 'nothing'}.`;
}

/** A component of which not all is known that was there before cannot go back to it: its rollback is left out, with a warning. */
function filledRollback(component: Component, values: Values, context: Context): PlannedComponent['rollback'] {
  const { id, rollback } = component;
  if (!rollback) return undefined;
  const texts = Object.values(rollback.inputs);
  const unknown = unknownBefore(component, rollback.inputs, context);
  if (unknown !== undefined) {
    if (context.environment?.rollback) {
      const message = () => `Component ${id}: ${unknown}, so it cannot be rolled back if this train fails.`;
      context.warnings.add(['components', id, 'rollback'], message, 'key');
    }
    return undefined;
  }
  if (!context.environment && texts.some((text) => missingNames(text, values).length > 0)) return undefined;
  const at = ['components', id, 'rollback', 'inputs'];
  const ref = rollback.ref ?? refOf(component);
  const health = restoredHealth(component, values, context);
  return {
    ...{ ...rollback, ref, inputs: filledInputs(rollback.inputs, values, { at, context }) },
    ...(health.length > 0 && { health }),
  };
}

/**
 * The checks of what is there after a rollback. Where nobody knows which version that is, no version is asked for; what asks
 * for an output of this train's runs is about them.
 */
function restoredHealth({ id, health }: Component, values: Values, context: Context): PlannedComponent['health'] {
  if (!context.environment) return [];
  const version = context.previousVersion(id);
  const { version: _, ...others } = values;
  const known: Values = version === undefined ? others : { ...others, version };
  return health.flatMap(({ 'expect-version': expected, ...rest }) => {
    const check =
      version === undefined ? rest : { ...rest, ...(expected !== undefined && { 'expect-version': expected }) };
    const names = [...textsIn(check)].flatMap(({ text }) => namesIn(text));
    const isKnown = names.every((name) => Object.hasOwn(known, name) || (isEngineName(name) && !isOutputName(name)));
    return isKnown ? [mapTexts(check, (text) => fillPartly(text, known)) as PlannedComponent['health'][number]] : [];
  });
}

/** What its rollback asks for and nobody knows. */
function unknownBefore({ id }: Component, inputs: Values, context: Context): string | undefined {
  const previous = context.previousVersion(id);
  const needsPrevious = Object.values(inputs).some((text) => namesIn(text).includes('previous-version'));
  if (needsPrevious && previous === undefined) return 'no previous version is known';
  const before = context.previousOutputs(id) ?? {};
  const missing = askedOfBefore(inputs).filter((key) => !Object.hasOwn(before, key));
  if (missing.length === 0) return undefined;
  const known = listed(Object.keys(before)) || 'none';
  return `its rollback asks for the output ${listed(missing)} of its previous version ${previous ?? '(unknown)'}, of which these are known: ${known}`;
}

function checkPayload(id: string, inputs: Values, faults: FaultList): void {
  if (JSON.stringify(inputs).length <= LARGEST_PAYLOAD) return;
  const message = () =>
    `Component ${id}: its inputs are longer than the ${LARGEST_PAYLOAD} characters that GitHub takes. Leave out {dependency-versions}, or shorten them.`;
  faults.add(['components', id, 'inputs'], message);
}

/** Registries have served packages up to half an hour late; health has the environment's own patience. */
function gateTimeoutOf(component: Component, environment: Environment | undefined): number {
  const health = environment?.healthTimeoutMs ?? HEALTH_TIMEOUT_MS;
  return component.gateTimeoutMs ?? (component.package ? Math.max(PACKAGE_TIMEOUT_MS, health) : health);
}
