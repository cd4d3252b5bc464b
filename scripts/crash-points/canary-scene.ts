import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../__tests__/support/servers.ts';
import { releasedOnce } from '../../simulator/histories/released-once.ts';
import { deploying } from './children.ts';
import { type Scene, untilItEnds } from './scene.ts';

const NAMES = ['backend', 'web'] as const;
const COMPONENTS = NAMES.map((id) => ({ id, repository: `acme/${id}`, needs: id === 'web' ? ['backend'] : [] }));
const VERSION = '2.0.0';
const BAKE_MS = 15_000;

const MANIFEST = (services: string) => `name: product
defaults: { workflow: release.yml, deployments: true, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
${NAMES.map((name) => `  ${name}: { repository: acme/${name}, health: [{ url: "${services}/${name}", version: "{version}" }] }\n`).join('')}canary: { components: [backend], bake: ${BAKE_MS / 1_000}s }
environments: { production: { health_timeout: 20s } }
`;

/** The backend is deployed and watched, and then the web: after the whole time of watching, whoever began it. */
export const canary: Scene = {
  name: 'canary',
  calls: { file: 50, branch: 80 },
  async play({ workspace, servers, github, onCall, arm, start }) {
    const running: Record<string, string> = {};
    const services = await servers.http(({ url = '' }, response) => {
      onCall();
      json(response, { version: running[url.slice(1)] ?? '1.0.0' });
    });
    writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST(services));
    for (const name of NAMES)
      github.addRepository({ owner: 'acme', name, workflows: [deploying({ name, running })], files: { 'a.txt': '' } });
    arm();
    const versions = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, VERSION])));
    const step = { environment: 'production', strategy: 'canary', versions, 'allow-private-network': 'true' };
    const { exitCode } = await untilItEnds(start, step);
    const [end = 0] = github.effects.flatMap(({ kind, repository, at }) =>
      kind === 'run-ended' && repository === 'acme/backend' ? [at] : [],
    );
    const [next = 0] = github.effects.flatMap(({ kind, repository, at }) =>
      kind === 'dispatch' && repository === 'acme/web' ? [at] : [],
    );
    const records = NAMES.flatMap((name) => github.repository(`acme/${name}`).deployments);
    return [
      ...(exitCode === 0 ? [] : [`the train ended with exit code ${exitCode}`]),
      ...(next - end >= BAKE_MS ? [] : [`the canary was watched for ${next - end} ms`]),
      ...releasedOnce(COMPONENTS, github.effects),
      ...NAMES.flatMap((name) => (running[name] === VERSION ? [] : [`${name} runs ${running[name]}`])),
      ...(records.map(({ statuses }) => statuses.at(-1)?.state).join() === 'success,success'
        ? []
        : [`the records are ${JSON.stringify(records)}`]),
    ];
  },
};
