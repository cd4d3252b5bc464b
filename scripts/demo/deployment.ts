import { readFileSync } from 'node:fs';
import type { SimulatedGitHub } from '../../simulator/github.ts';
import { ownerAndRepo } from '../../src/platform/github/repository-name.ts';
import type { Environment } from '../../src/train/manifest/manifest.ts';
import { mistake } from '../arguments.ts';
import { type DeployedServices, startServices } from './deployed-services.ts';
import { type Event, judgeDeployment, tellDeployment } from './deployment-verdict.ts';
import { BEFORE, versionsToDeploy } from './deployment-versions.ts';
import { type Deed, deploymentWorkflows } from './deployment-workflows.ts';
import { handedOnIn } from './handed-on.ts';
import { writeLastGood } from './last-good.ts';
import { tellNeeds } from './needs.ts';
import { leaveReport, runToTheEnd } from './orchestrator.ts';
import type { Rehearsal } from './rehearsal.ts';
import { rehearsedManifest } from './rehearsed-manifest.ts';
import { startWorld } from './world.ts';

export interface Wanted {
  readonly environment: string | undefined;
  /** Component id → version; the others get one of their own. */
  readonly versions: Readonly<Record<string, string>>;
  /** The manifest's path as it was given. */
  readonly shown: string;
}

/** Deploys the components of a manifest to one of its environments; whether it went as it should, by what the runs did. */
export async function deploymentStory(rehearsal: Rehearsal, wanted: Wanted): Promise<boolean> {
  const { manifest, fail, again, kill, withoutToken } = rehearsal;
  const fails = fail.length > 0 && !again;
  const environment = environmentOf(rehearsal, wanted);
  const versions = versionsToDeploy(manifest, wanted.versions);
  const before = Object.fromEntries(manifest.components.map(({ id }) => [id, BEFORE]));
  const services = await startServices(before);
  const events: Event[] = [];
  const rehearsed = rehearsedManifest(readFileSync(rehearsal.file, 'utf8'), manifest, services.urlOf);
  const world = await startWorld(manifest, { text: rehearsed.text, withoutToken }, (github) => {
    addDeployments(github, { manifest, fail, versions }, (event) => {
      events.push(event);
      follow(event, services, versions);
    });
  });
  const place = { apiUrl: world.url, token: world.token, repository: world.home };
  await writeLastGood(place, environment.id, { versions: before, handedOn: handedOnIn(manifest) });
  tellNeeds(rehearsal, world);
  introduce({ environment, versions, leftOut: rehearsed.leftOut });

  const half = Math.ceil(manifest.components.length / 3);
  const run = await runToTheEnd(world, rehearsal, {
    inputs: { environment: environment.id, versions: JSON.stringify(versions), 'allow-private-network': 'true' },
    killWhen: kill ? () => events.filter(({ state }) => state === 'done').length >= half : undefined,
  });
  const told = judgeDeployment(manifest.components, events, { tries: again ? 2 : 1 });
  tellDeployment(told, services);
  await leaveReport(run, world, rehearsal);
  await Promise.all([world.close(), services.close()]);
  if (withoutToken.length > 0) return run.exitCode === 1 && told.problems.length === 0;
  const isComplete = told.missing.length === 0 || rehearsal.inputs.packages !== undefined;
  return (fails ? run.exitCode === 1 : run.exitCode === 0 && isComplete) && told.problems.length === 0;
}

function environmentOf(
  { manifest: { environments } }: Rehearsal,
  { environment: wanted, shown: file }: Wanted,
): Environment {
  const found = environments.find(({ id }) => id === wanted);
  if (found) return found;
  const names = environments.map(({ id }) => id).join(', ');
  if (wanted === undefined)
    mistake(`--environment is missing: ${file} deploys`, `Give one of its environments: ${names}.`);
  const there = names === '' ? 'It has none.' : `Expected one of ${names}.`;
  return mistake(`--environment ${wanted}: ${file} has no such environment`, there);
}

function addDeployments(
  github: SimulatedGitHub,
  { manifest, fail, versions }: Pick<Rehearsal, 'manifest' | 'fail'> & Pick<Wanted, 'versions'>,
  tell: (event: Event) => void,
): void {
  const { components } = manifest;
  const handedOn = handedOnIn(manifest);
  for (const repository of new Set(components.map((component) => component.repository))) {
    const members = components.filter((component) => component.repository === repository);
    const { owner, repo: name } = ownerAndRepo(repository);
    const workflows = deploymentWorkflows(members, {
      fail,
      versions,
      handedOn,
      onStart: (deed) => tell({ ...deed, state: 'started' }),
      onDone: (deed) => tell({ ...deed, state: 'done' }),
    });
    github.addRepository({ owner, name, workflows, files: { 'README.md': `# ${name}\n` } });
  }
}

/** A run that is done changes which version answers. */
function follow({ id, what, state }: Event, services: DeployedServices, versions: Readonly<Record<string, string>>) {
  if (state === 'done') services.deploy(id, versionAfter({ id, what }, versions));
}

function versionAfter({ id, what }: Deed, versions: Readonly<Record<string, string>>): string {
  return what === 'deploy' ? (versions[id] ?? BEFORE) : BEFORE;
}

interface Introduction {
  readonly environment: Environment;
  readonly versions: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
}

function introduce({ environment, versions, leftOut }: Introduction): void {
  const shown = Object.entries(versions).map(([id, version]) => `${id} ${version}`);
  console.log(`In ${environment.id} runs ${BEFORE} of everything; to be deployed:`);
  console.log(`  ${shown.join(', ')}`);
  if (leftOut.length > 0) console.log(['Not as in a real deployment:', ...leftOut].join('\n  '));
  console.log('');
}
