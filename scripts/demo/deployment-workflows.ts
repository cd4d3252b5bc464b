import type { Publication } from '../../simulator/registry.ts';
import type { RunFacts, RunScript, WorkflowDefinition } from '../../simulator/types.ts';
import type { Component } from '../../src/train/manifest/manifest.ts';
import { type PackageName, packagesOf } from '../../src/train/manifest/packages.ts';
import { BEFORE } from './deployment-versions.ts';

/** What a run of a workflow does to a component. */
export interface Deed {
  readonly id: string;
  readonly what: 'deploy' | 'roll back';
}

export interface DeploymentOptions {
  /** Components whose deployment fails. */
  readonly fail: readonly string[];
  /** What is published by the deployment of a component that has a package. */
  readonly versions: Readonly<Record<string, string>>;
  /** What a component hands on in a version. */
  readonly handedOn?: (id: string, version: string) => Readonly<Record<string, string>>;
  readonly onStart: (deed: Deed) => void;
  /** Told when a run has succeeded. */
  readonly onDone: (deed: Deed) => void;
}

/** A way to start a deed: a workflow or an event, with these inputs as templates. */
interface Offer extends Deed {
  readonly file: string;
  readonly eventType?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly publishes?: Omit<Publication, 'version'> | undefined;
  /** The artifact with what it hands on. */
  readonly outputs?: string | undefined;
}

/** The workflows of one repository that deploy its components and roll them back. */
export function deploymentWorkflows(members: readonly Component[], options: DeploymentOptions): WorkflowDefinition[] {
  const offers = members.flatMap(offersOf);
  const files = [...new Set(offers.map(({ file }) => file))];
  return files.map((file) =>
    workflow(
      file,
      offers.filter((offer) => offer.file === file),
      options,
    ),
  );
}

function offersOf(component: Component): Offer[] {
  const { id, dispatch, inputs, rollback, outputs } = component;
  const [found] = packagesOf(component);
  const publishes = found && publicationOf(found);
  const deploy: Offer =
    'workflow' in dispatch
      ? { id, what: 'deploy', file: dispatch.workflow, inputs, publishes, outputs }
      : {
          id,
          what: 'deploy',
          file: `${dispatch.eventType}.yml`,
          eventType: dispatch.eventType,
          inputs,
          publishes,
          outputs,
        };
  if (!rollback) return [deploy];
  return [deploy, { id, what: 'roll back', file: rollback.workflow, inputs: rollback.inputs }];
}

function publicationOf(found: PackageName): Offer['publishes'] {
  return 'npm' in found ? { registry: 'npm', name: found.npm } : { registry: 'pypi', name: found.pypi };
}

function workflow(file: string, offers: readonly Offer[], options: DeploymentOptions): WorkflowDefinition {
  const inputs = Object.fromEntries(offers.flatMap((offer) => Object.keys(offer.inputs).map((name) => [name, {}])));
  const [nonceInput = 'nonce'] = offers.flatMap((offer) =>
    Object.entries(offer.inputs).flatMap(([name, template]) => (template.includes('{nonce}') ? [name] : [])),
  );
  const eventTypes = offers.flatMap(({ eventType }) => eventType ?? []);
  const given = eventTypes.length > 0 ? 'github.event.client_payload' : 'inputs';
  return {
    file,
    name: file,
    nonceInput,
    runName: `${file} [\${{ ${given}.${nonceInput} }}]`,
    ...(eventTypes.length > 0
      ? { on: ['repository_dispatch'], types: eventTypes }
      : { on: ['workflow_dispatch'], inputs }),
    behaviour: (run) => behaviour(run, chosen(run, offers), options),
  };
}

/** Components that share a workflow say by their constant inputs which of them is meant; what deploys and rolls back, by the version. */
function chosen(run: RunFacts, offers: readonly Offer[]): Offer | undefined {
  const given: Readonly<Record<string, unknown>> = { ...run.payload, ...run.inputs };
  const constants = ({ inputs }: Offer) => Object.entries(inputs).filter(([, template]) => !template.includes('{'));
  const isWanted = ({ inputs }: Offer) =>
    Object.entries(inputs).every(([name, template]) => {
      if (template === '{previous-version}') return String(given[name]) === BEFORE;
      return template !== '{version}' || String(given[name]) !== BEFORE;
    });
  return offers
    .filter((offer) => constants(offer).every(([name, value]) => String(given[name]) === value) && isWanted(offer))
    .sort((a, b) => constants(b).length - constants(a).length)[0];
}

function behaviour(
  run: RunFacts,
  offer: Offer | undefined,
  { fail, versions, handedOn = () => ({}), onStart, onDone }: DeploymentOptions,
): RunScript {
  if (!offer) return script('failure', 'No component of the manifest is deployed with these inputs.');
  const deed = { id: offer.id, what: offer.what };
  const handing = JSON.stringify(handedOn(offer.id, versions[offer.id] ?? ''));
  const fails = offer.what === 'deploy' && fail.includes(offer.id) && run.attempt === 1;
  return {
    ...(fails
      ? script('failure', 'Deployment failed: the new version did not start.')
      : script('success', 'Deployed.')),
    ...(offer.outputs !== undefined && { artifacts: { [offer.outputs]: { 'outputs.json': handing } } }),
    ...(run.nonce !== undefined && { claim: run.nonce }),
    ...(offer.publishes && { publishes: [{ ...offer.publishes, version: versions[offer.id] ?? '' }] }),
    atStart: () => {
      onStart(deed);
      return undefined;
    },
    atEnd: () => {
      if (!fails) onDone(deed);
      return undefined;
    },
  };
}

function script(conclusion: 'success' | 'failure', log: string): RunScript {
  const steps = [{ name: 'Set up job' }, { name: 'Deploy', conclusion }];
  return { queuedMs: 100, conclusion, jobs: [{ name: 'deploy', ms: 700, steps, log, conclusion }] };
}
