import { setTimeout as after } from 'node:timers/promises';
import { resolveRead } from '../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../src/engine/planning/read-manifest.ts';
import { mistake } from '../arguments.ts';
import { type DeployedServices, startServices } from './deployed-services.ts';
import { BEFORE } from './deployment-versions.ts';
import { deploymentWorkflows } from './deployment-workflows.ts';
import { writeLastGood } from './last-good.ts';
import { type StepRun, startStep } from './step.ts';
import { toldManifest } from './told-manifest.ts';
import { HOOK_SECRET, startPlaces, type ToldPlaces } from './told-places.ts';
import { type Expectation, tellExpectations } from './told-verdict.ts';
import { type DemoWorld, startWorld } from './world.ts';

const ENVIRONMENT = 'production';

/**
 * A deployment to production fails: the right people hear of it once, it is rolled back, nobody acknowledges and the lead is
 * called, somebody does and nobody is called any more, and the next deployment closes the issue. Whether all of it was so, by what
 * arrived at the mail server, the Slack, the receiver and in the issues.
 */
export async function toldDeploymentStory(): Promise<boolean> {
  const places = await startPlaces();
  const services = await startServices({ backend: BEFORE, web: BEFORE });
  const fail = ['web'];
  const world = await worldOf(places, services, fail);
  const step = steps(world, places);
  console.log('A product in production: backend and web, both at 0.9.0. Who is told is in its manifest:');
  console.log('  #alerts and a signed webhook hear everything; what is critical opens an issue, and after 1 s without');
  console.log('  an acknowledgement the lead gets a mail.');
  const expected: Expectation[] = [];
  const expect = (what: string, holds: boolean) => expected.push({ what, holds });

  title('Version 1.0.0 is deployed. web does not start, and nobody acknowledges it: the train itself calls the lead.');
  const failed = await step('train', { environment: ENVIRONMENT, versions: '{ backend: 1.0.0, web: 1.0.0 }' });
  const issues = world.github.repository(world.home).issues;
  expect('the deployment failed, and backend was rolled back', failed.outputs.status === 'rolled-back');
  expect('the services answer in the version before', services.running.get('backend') === BEFORE);
  expect('it was asked whether they are healthy again', /`web`\*\* runs `0\.9\.0` again: healthy/.test(failed.summary));
  expect('#alerts has one message, kept up to date', mainMessages(places) === 1);
  expect('one issue is open', issues.length === 1 && issues[0]?.state === 'open');
  expect('the lead got one mail, from the train while it rolled back', places.mail.mails.length === 1);

  title('Still nobody acknowledges it. The next sweep calls the lead again.');
  await after(1_000);
  await step('train', { mode: 'advance', 'train-id': '*', resume: 'false' });
  expect('the lead got a second mail', places.mail.mails.length === 2);

  title('alice assigns the issue to herself. The next look calls nobody.');
  issues[0]?.assignees.push('alice');
  await after(1_000);
  await step('notify', { operation: 'escalate' });
  expect('the lead got no other mail', places.mail.mails.length === 2);

  title('The cause is fixed, and version 1.0.1 is deployed.');
  fail.splice(0);
  const fixed = await step('train', { environment: ENVIRONMENT, versions: '{ backend: 1.0.1, web: 1.0.1 }' });
  expect('the deployment succeeded', fixed.outputs.status === 'succeeded');
  expect('the issue is closed', issues.length === 1 && issues[0]?.state === 'closed');
  expect('#alerts has a message of each deployment', mainMessages(places) === 2);
  expect('the receiver heard each event once', new Set(places.events).size === places.events.length - 1);

  const isRight = tellExpectations(expected, { places, issues });
  await Promise.all([world.close(), services.close(), places.close()]);
  return isRight;
}

async function worldOf(places: ToldPlaces, services: DeployedServices, fail: readonly string[]): Promise<DemoWorld> {
  const text = toldManifest({ slackApi: places.slackApi, urlOf: (id) => services.urlOf(id) });
  const read = resolveRead(await readManifest(text, 'release-train.yml'));
  if ('faults' in read) return mistake(read.faults.map(({ message }) => message).join('\n'));
  const { manifest } = read;
  const world = await startWorld(manifest, { text }, (github) => {
    for (const component of manifest.components) {
      const workflows = deploymentWorkflows([component], {
        fail,
        versions: {},
        onStart: () => {},
        onDone: () => {},
      });
      const [owner = '', name = ''] = component.repository.split('/');
      github.addRepository({ owner, name, workflows, files: { 'README.md': `# ${name}\n` } });
    }
    // What a run that succeeds was asked to bring there answers from then on.
    github.subscribe(({ kind, repository, conclusion, runId }) => {
      if (kind !== 'run-ended' || conclusion !== 'success') return;
      const version = github.repository(repository).runs.find(({ id }) => id === runId)?.inputs.version;
      services.deploy(repository.split('/')[1] ?? '', String(version));
    });
  });
  const place = { apiUrl: world.url, token: world.token, repository: world.home };
  await writeLastGood(place, ENVIRONMENT, { versions: { backend: BEFORE, web: BEFORE } });
  return world;
}

/** Runs our bundles as steps of jobs, each in a run of its own. */
function steps(world: DemoWorld, { mail, hookUrl, writeAuthority }: ToldPlaces) {
  const caFile = writeAuthority(world.workspace);
  const secrets = {
    SLACK_TOKEN: 'xoxb-demo-token',
    SMTP_URL: `smtp://train:right-password@localhost:${mail.port}`,
    HOOK_URL: hookUrl,
    HOOK_SECRET,
  };
  let runs = 100;
  return (bundle: string, inputs: Readonly<Record<string, string>>): Promise<StepRun> => {
    runs += 1;
    const { ended } = startStep(bundle, {
      workspace: world.workspace,
      env: {
        GITHUB_API_URL: world.url,
        GITHUB_REPOSITORY: world.home,
        GITHUB_RUN_ID: String(runs),
        GITHUB_ACTOR: 'bob',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
      },
      inputs: {
        token: world.token,
        ...(world.tokenLines !== '' && bundle === 'train' && { tokens: world.tokenLines }),
        'channel-secrets': JSON.stringify(secrets),
        'ca-file': caFile,
        'allow-private-network': 'true',
        ...inputs,
      },
    });
    return ended;
  };
}

function mainMessages({ slack }: ToldPlaces): number {
  return slack.messages.filter(({ thread }) => thread === undefined).length;
}

function title(text: string): void {
  console.log(`\n=== ${text}\n`);
}
