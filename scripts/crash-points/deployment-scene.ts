import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../__tests__/support/servers.ts';
import { scriptedSlack } from '../../simulator/channels/slack.ts';
import type { SimulatedGitHub } from '../../simulator/github.ts';
import { deploying, dispatches } from './children.ts';
import type { Scene } from './scene.ts';

const NAMES = ['backend', 'web'] as const;
const OLD = '1.0.0';
const NEW = '2.0.0';

const MANIFEST = (services: string, slack: string) => `name: product
defaults: { workflow: release.yml, deployments: true, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
${NAMES.map(
  (name, index) => `  ${name}:
    repository: acme/${name}
    needs: [${NAMES.slice(0, index).join(', ')}]
    health: [{ url: "${services}/${name}", version: "{version}" }]
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } }
`,
).join('')}environments: { production: { rollback: true, health_timeout: 6s } }
notifications:
  channels:
    alerts: { slack: SLACK_TOKEN, channel: "#alerts", api: ${slack}/api }
    incident: { issue: acme/releases }
  rules: [{ channels: [alerts] }, { severity: error, channels: [incident] }]
`;

const STEP = {
  ...{ environment: 'production', 'train-id': 'deploy', 'allow-private-network': 'true' },
  'channel-secrets': 'SLACK_TOKEN: xoxb-secret-token',
};
const SWEEP = { ...STEP, mode: 'advance', 'train-id': '*', resume: 'false' };

/** The second of two services is ill in its new version: both go back, are recorded, and people are told. */
export const deployment: Scene = {
  name: 'deployment',
  calls: { file: 110, branch: 150 },
  async play({ workspace, servers, github, onCall, arm, start }) {
    const running: Record<string, string> = {};
    const slack = scriptedSlack();
    const services = await servers.http(({ url = '' }, response) => {
      onCall();
      const version = running[url.slice(1)];
      json(response, { version }, url === '/web' && version === NEW ? 503 : 200);
    });
    const channel = await servers.http((request, response) => {
      onCall();
      slack.handler(request, response);
    });
    writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST(services, channel));
    for (const name of NAMES) {
      const workflows = ['release.yml', 'rollback.yml'].map((file) => deploying({ file, name, running }));
      github.addRepository({ owner: 'acme', name, workflows, files: { 'a.txt': '' } });
    }
    const versions = (version: string) => JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, version])));
    const before = await start({ ...STEP, 'train-id': 'before', versions: versions(OLD) });
    if (before.exitCode !== 0) return [`the deployment before ended with exit code ${before.exitCode}: ${before.said}`];
    const earlier = slack.messages.length;
    arm();
    const deploy = { ...STEP, versions: versions(NEW) };
    if ((await start(deploy)).exitCode === null) {
      // What is open is followed to its end, never tried again; of which nothing was kept yet, is begun again.
      const { said } = await start({ ...deploy, resume: 'false' });
      if (said.includes('is not open') && dispatches(github, 'backend', NEW) === 0) await start(deploy);
      await start(SWEEP);
    }
    const [main, ...more] = slack.messages.slice(earlier).filter(({ thread }) => thread === undefined);
    const issues = github.repository('acme/releases').issues.length;
    return [
      ...NAMES.flatMap((name) => inPlace(github, name, running)),
      ...(main !== undefined && JSON.stringify(main).includes('rolled back') && more.length <= 1
        ? []
        : [`Slack was told ${JSON.stringify([main, ...more])}`]),
      ...(issues === 1 ? [] : [`${issues} issues were opened`]),
    ];
  },
};

/** What is wrong with one of them when all is over: it was deployed once, put back once, and its records say so. */
function inPlace(github: SimulatedGitHub, name: string, running: Readonly<Record<string, string>>): string[] {
  const counts = [dispatches(github, name, NEW), dispatches(github, name, OLD, 'rollback.yml')];
  const records = github
    .repository(`acme/${name}`)
    .deployments.map(({ task, statuses }) => `${task} ${statuses.at(-1)?.state}`)
    .join(', ');
  const right = `deploy inactive, deploy ${name === 'web' ? 'failure' : 'inactive'}, rollback success`;
  return [
    ...(counts.join() === '1,1' ? [] : [`${name}: ${counts.join(' and ')} dispatches forth and back`]),
    ...(running[name] === OLD ? [] : [`${name} runs ${running[name]}`]),
    ...(records === right ? [] : [`${name} is recorded as ${records}`]),
  ];
}
