import { readFileSync } from 'node:fs';
import type { SimulatedGitHub } from '../../simulator/github.ts';
import { ownerAndRepo } from '../../src/platform/github/repository-name.ts';
import type { Environment, Manifest } from '../../src/train/manifest/manifest.ts';
import { type DeployedServices, startServices } from './deployed-services.ts';
import { type Event, judgeDeployment, tellDeployment } from './deployment-verdict.ts';
import { BEFORE, versionsToDeploy } from './deployment-versions.ts';
import { type Deed, deploymentWorkflows } from './deployment-workflows.ts';
import { writeLastGood } from './last-good.ts';
import { exitWith, verifyFail } from './manifest.ts';
import { leaveReport, runToTheEnd } from './orchestrator.ts';
import { rehearsedManifest } from './rehearsed-manifest.ts';
import { startWorld } from './world.ts';

export interface DeploymentStory {
  /** The path of the manifest. */
  readonly file: string;
  readonly manifest: Manifest;
  readonly environment: string | undefined;
  /** Component id → version; the others get one of their own. */
  readonly versions: Readonly<Record<string, string>>;
  /** Ids of the components whose deployment fails. */
  readonly fail: readonly string[];
  /** Whether the orchestrator is killed halfway and started again. */
  readonly kill: boolean;
}

/** Deploys the components of a manifest to one of its environments; whether it went as it should, by what the runs did. */
export async function deploymentStory(story: DeploymentStory): Promise<boolean> {
  const { manifest, fail, kill } = story;
  const environment = environmentOf(story);
  verifyFail(fail, manifest);
  const versions = versionsToDeploy(manifest, story.versions);
  const before = Object.fromEntries(manifest.components.map(({ id }) => [id, BEFORE]));
  const services = await startServices(before);
  const events: Event[] = [];
  const rehearsed = rehearsedManifest(readFileSync(story.file, 'utf8'), manifest, services.urlOf);
  const world = await startWorld(manifest, rehearsed.text, (github) => {
    addDeployments(github, { ...story, versions }, (event) => {
      events.push(event);
      follow(event, services, versions);
    });
  });
  await writeLastGood({ apiUrl: world.url, token: world.token, repository: world.home }, environment.id, before);
  introduce({ environment, versions, url: world.url, leftOut: rehearsed.leftOut });

  const half = Math.ceil(manifest.components.length / 3);
  const run = await runToTheEnd(world, {
    inputs: { environment: environment.id, versions: JSON.stringify(versions), 'allow-private-network': 'true' },
    killWhen: kill ? () => events.filter(({ state }) => state === 'done').length >= half : undefined,
  });
  const told = judgeDeployment(manifest.components, events);
  tellDeployment(told, services);
  leaveReport(run, world);
  await Promise.all([world.close(), services.close()]);
  const expected = fail.length > 0 ? run.exitCode === 1 : run.exitCode === 0 && told.missing.length === 0;
  return expected && told.problems.length === 0;
}

function environmentOf({ file, manifest: { environments }, environment: wanted }: DeploymentStory): Environment {
  const found = environments.find(({ id }) => id === wanted);
  if (found) return found;
  const names = environments.map(({ id }) => id).join(', ');
  if (wanted === undefined) {
    return exitWith(`--environment is missing: ${file} deploys. Give one of its environments: ${names}.`);
  }
  const there = names === '' ? 'It has none.' : `Expected one of ${names}.`;
  return exitWith(`--environment ${wanted}: ${file} has no such environment. ${there}`);
}

function addDeployments(
  github: SimulatedGitHub,
  { manifest: { components }, fail, versions }: DeploymentStory,
  tell: (event: Event) => void,
): void {
  for (const repository of new Set(components.map((component) => component.repository))) {
    const members = components.filter((component) => component.repository === repository);
    const { owner, repo: name } = ownerAndRepo(repository);
    const workflows = deploymentWorkflows(members, {
      fail,
      versions,
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
  readonly url: string;
  readonly leftOut: readonly string[];
}

function introduce({ environment, versions, url, leftOut }: Introduction): void {
  const shown = Object.entries(versions).map(([id, version]) => `${id} ${version}`);
  console.log(`Embedded GitHub on ${url}. In ${environment.id} runs ${BEFORE} of everything; to be deployed:`);
  console.log(`  ${shown.join(', ')}`);
  if (leftOut.length > 0) console.log(['Not as in a real deployment:', ...leftOut].join('\n  '));
  console.log('');
}
