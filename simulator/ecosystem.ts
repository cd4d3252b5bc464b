import { ownerAndRepo } from '../src/platform/github/repository-name.ts';
import { type Published, packagesOf } from '../src/train/manifest/packages.ts';
import type { SimulatedGitHub } from './github.ts';
import type { InputDefinition, Moment, RunFacts, RunScript, WorkflowDefinition } from './types.ts';

/** A component as a plan or a manifest has it. */
export interface EcosystemComponent {
  readonly id: string;
  /** `owner/name`. */
  readonly repository: string;
  /** How its release is started; absent: `release.yml`. */
  readonly dispatch?: { readonly workflow: string } | { readonly eventType: string };
  readonly package?: Published;
  readonly needs: readonly string[];
  /** The inputs it is dispatched with: each of them is declared. */
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface EcosystemOptions {
  /** How long a release takes once it runs, asked for each run; default 10 s. */
  readonly runMs?: number | ((component: EcosystemComponent) => number);
  readonly queuedMs?: number;
  /** From the end of a release to the version being served; default 5 s. */
  readonly registryLagMs?: number;
  /** What is released already, by component; default 1.0.0. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Components whose release fails. */
  readonly fail?: readonly string[];
  /** Whether the children claim their nonce before they act; default: yes. */
  readonly claim?: boolean;
  /** Inputs that every workflow declares besides those that its component is dispatched with; default: all usual ones. */
  readonly declared?: readonly string[];
}

interface Package {
  readonly registry: 'npm' | 'pypi';
  readonly name: string;
}

/**
 * Fills the embedded GitHub with repositories that release as real ones do: a run publishes the version it was given, and
 * it FAILS if a dependency is not served at that version at the moment it installs, which is how tests see a wrong order.
 */
export function addEcosystem(
  github: SimulatedGitHub,
  components: readonly EcosystemComponent[],
  options: EcosystemOptions = {},
): void {
  const byId = new Map(components.map((component) => [component.id, component]));
  const repositories = new Set(components.map(({ repository }) => repository));
  for (const component of components) {
    for (const found of publishedBy(component))
      github.registry.publish({ ...found, version: options.versions?.[component.id] ?? '1.0.0' });
  }
  for (const repository of repositories) {
    const members = components.filter((component) => component.repository === repository);
    const { owner, repo: name } = ownerAndRepo(repository);
    const workflows = mergeByFile(
      members.map((component) => ({ component, workflow: releaseWorkflow(component, byId, options) })),
    );
    const files = members.map((component) => [packagePath(component, members), packageFile(component, byId, options)]);
    const tags = members.map(({ id }) => `v${options.versions?.[id] ?? '1.0.0'}`).slice(0, 1);
    github.addRepository({ owner, name, workflows, files: Object.fromEntries(files), tags });
  }
}

interface Offer {
  readonly component: EcosystemComponent;
  readonly workflow: WorkflowDefinition;
}

/** Components of one repository may share a workflow: its input `component` or `package` then says which one is meant. */
function mergeByFile(offers: readonly Offer[]): WorkflowDefinition[] {
  const files = new Set(offers.map(({ workflow }) => workflow.file));
  return [...files].flatMap((file) => {
    const same = offers.filter(({ workflow }) => workflow.file === file);
    const [first] = same;
    if (first === undefined || same.length === 1) return first ? [first.workflow] : [];
    const inputs = Object.assign({ component: {}, package: {} }, ...same.map(({ workflow }) => workflow.inputs));
    const chosen = (run: RunFacts) =>
      same.find(({ component }) => {
        const wanted = textOf(run, 'component') ?? textOf(run, 'package');
        return wanted === component.id || wanted === packageOf(component)?.name;
      }) ?? first;
    const behaviour = (run: RunFacts) => chosen(run).workflow.behaviour?.(run) ?? success(1_000, undefined);
    return [{ ...first.workflow, runName: `Release [\${{ inputs.nonce }}]`, inputs, behaviour }];
  });
}

function publishedBy(component: EcosystemComponent): Package[] {
  return packagesOf(component).map((one) =>
    'npm' in one ? { registry: 'npm', name: one.npm } : { registry: 'pypi', name: one.pypi },
  );
}

/** The package by which the component is known to those that need it. */
function packageOf(component: EcosystemComponent): Package | undefined {
  return publishedBy(component)[0];
}

function packagePath({ id }: EcosystemComponent, members: readonly EcosystemComponent[]): string {
  return members.length === 1 ? 'package.json' : `packages/${id}/package.json`;
}

function packageFile(
  component: EcosystemComponent,
  byId: ReadonlyMap<string, EcosystemComponent>,
  { versions = {} }: EcosystemOptions,
): string {
  const dependencies = component.needs.flatMap((id) => {
    const need = byId.get(id);
    const found = need && packageOf(need);
    return found ? [[found.name, `^${versions[id] ?? '1.0.0'}`]] : [];
  });
  const { name = component.id } = packageOf(component) ?? {};
  const version = versions[component.id] ?? '1.0.0';
  return `${JSON.stringify({ name, version, dependencies: Object.fromEntries(dependencies) }, null, 2)}\n`;
}

const USUAL_INPUTS = [
  ...['version', 'nonce', 'train', 'release_type'],
  ...['dependency-versions', 'dependency_versions', 'environment'],
];

function releaseWorkflow(
  component: EcosystemComponent,
  byId: ReadonlyMap<string, EcosystemComponent>,
  options: EcosystemOptions,
): WorkflowDefinition {
  const { dispatch = { workflow: 'release.yml' } } = component;
  const common = { name: 'Release', behaviour: behaviourOf(component, byId, options) };
  if ('eventType' in dispatch) {
    const runName = `Release ${component.id} [\${{ github.event.client_payload.nonce }}]`;
    return {
      ...common,
      file: `release-${component.id}.yml`,
      on: ['repository_dispatch'],
      types: [dispatch.eventType],
      runName,
    };
  }
  const declared = [...new Set([...(options.declared ?? USUAL_INPUTS), ...Object.keys(component.inputs ?? {})])];
  const inputs: Record<string, InputDefinition> = Object.fromEntries(declared.map((name) => [name, {}]));
  const runName = `Release ${component.id} \${{ inputs.version }} [\${{ inputs.nonce }}]`;
  return { ...common, file: dispatch.workflow, on: ['workflow_dispatch'], inputs, runName };
}

function behaviourOf(
  component: EcosystemComponent,
  byId: ReadonlyMap<string, EcosystemComponent>,
  options: EcosystemOptions,
): (run: RunFacts) => RunScript {
  const { runMs = 10_000, queuedMs = 1_000, registryLagMs = 5_000, claim = true } = options;
  return (run) => {
    const ms = typeof runMs === 'function' ? runMs(component) : runMs;
    const version = textOf(run, 'version');
    const fails = options.fail?.includes(component.id) && run.attempt === 1;
    const publishes = version ? publishedBy(component).map((one) => ({ ...one, version, lagMs: registryLagMs })) : [];
    return {
      queuedMs,
      ...(fails ? failure(ms, 'npm error Tests failed: 1 of 12') : success(ms, version)),
      ...(claim && run.nonce !== undefined && { claim: run.nonce }),
      publishes,
      atStart: (moment) => {
        const missing = missingDependencies(moment, component.needs, byId);
        return missing.length > 0
          ? failure(2_000, `npm error notarget No matching version: ${missing.join(', ')}`)
          : undefined;
      },
    };
  };
}

function success(ms: number, version: string | undefined): RunScript {
  const steps = [{ name: 'Set up job' }, { name: 'Install' }, { name: 'Publish' }];
  return { conclusion: 'success', jobs: [{ name: 'release', ms, steps, log: `+ published ${version ?? ''}` }] };
}

function failure(ms: number, log: string): RunScript {
  const steps = [{ name: 'Set up job' }, { name: 'Install', conclusion: 'failure' as const }];
  return { conclusion: 'failure', jobs: [{ name: 'release', ms, steps, log, conclusion: 'failure' }] };
}

function textOf(run: RunFacts, name: string): string | undefined {
  const value = run.inputs[name] ?? run.payload[name];
  return value === undefined || value === '' ? undefined : String(value);
}

/** The needed packages, as `name@version`, that are not served now: at the versions it was told, or at all. */
function missingDependencies(
  { run, registry }: Moment,
  needs: readonly string[],
  byId: ReadonlyMap<string, EcosystemComponent>,
): string[] {
  const told = dependencyVersions(run);
  return needs.flatMap((id) => {
    const need = byId.get(id);
    const found = need && packageOf(need);
    if (!found) return [];
    const version = told[found.name] ?? told[id];
    const isServed = version
      ? registry.isServed(found.registry, found.name, version)
      : registry.served(found.registry, found.name).length > 0;
    return isServed ? [] : [`${found.name}@${version ?? '*'}`];
  });
}

/** Package or component → version, as the train passes it on: JSON text or an object. */
function dependencyVersions(run: RunFacts): Record<string, string> {
  const keys = ['dependency-versions', 'dependency_versions'];
  const value = keys.map((key) => run.payload[key] ?? run.inputs[key]).find((one) => one !== undefined && one !== '');
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return typeof parsed === 'object' && parsed !== null ? { ...(parsed as Record<string, string>) } : {};
}
