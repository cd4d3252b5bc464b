import { declareOnLoopback, type Fleet, type Instance, startFleet } from './fleet.ts';
import { startHandMade } from './hand-made.ts';
import { judge, type Passage, tellServices } from './services-verdict.ts';
import { type StepRun, startStep } from './step.ts';

const NAMES = ['chitty-id', 'chitty-tasks', 'chitty-router'] as const;
const [OLD, NEW] = ['1.4.0', '1.5.0'] as const;
/** What somebody else keeps in a record. */
const OF_OTHERS = { owner: 'team-identity', labels: ['pci'] };
/** More than the balancer has instances, so that no run of answers can miss the old one. */
const IN_A_ROW = '4';

/**
 * A service is deployed behind a balancer that still has the old version, another one is killed, a registration is lost, all of
 * them fail at once, and one was made by hand;
 * whether everything went as it should, by the registry's and the embedded GitHub's own logs.
 */
export async function servicesStory(): Promise<boolean> {
  const fleet = await startFleet();
  try {
    const instances = await bringUp(fleet);
    const story = new Story(fleet);
    const renewed = await deploy(story, instances);
    const restarted = await breakAndFix(story, instances);
    await outage(story, [renewed, restarted, ...instances.slice(2)]);
    await handMade(story);
    const verdict = judge(story.evidence(), { name: 'chitty-id', before: OLD, after: NEW });
    tellServices(verdict);
    return verdict.problems.length === 0;
  } finally {
    await fleet.close();
  }
}

async function bringUp(fleet: Fleet): Promise<Instance[]> {
  const instances = await Promise.all(NAMES.map((name) => fleet.start(name, OLD)));
  for (const [index, name] of NAMES.entries()) {
    // chitty-id is reached through the balancer, as every deployed service is.
    const url = index === 0 ? fleet.balancer.url : (instances[index]?.url ?? '');
    declareOnLoopback(fleet.workspace, name, url);
  }
  fleet.balancer.instances = instances.slice(0, 1);
  console.log(`Three services in version ${OLD}, each a process: ${NAMES.join(', ')}.`);
  console.log(`A balancer before chitty-id on ${fleet.balancer.url}, a registry on ${fleet.registryUrl},`);
  console.log(`an embedded GitHub with ${fleet.hub}, where the issues are kept, on ${fleet.github.url}.`);
  return instances;
}

/** What deploy-service.yml does, step by step. */
async function deploy(story: Story, [old]: readonly Instance[]): Promise<Instance> {
  const { fleet } = story;
  const { balancer } = fleet;
  story.chapter(`The fleet registers in version ${OLD}`);
  for (const name of NAMES) await story.register(name, { 'service-version': OLD }, 'created');
  await story.registry({ operation: 'refresh', 'service-name': 'chitty-id' });
  // The registry of this demo writes records whole: whatever a registration does not hand back is lost.
  fleet.registry.store('chitty-id', { ...fleet.registry.record('chitty-id'), ...OF_OTHERS });

  story.chapter('Gate: the registry is reached, its discovery document handed on');
  await story.registry({ operation: 'discover', 'service-name': 'chitty-id', 'discovery-file': 'discovery.json' });

  story.chapter(`chitty-id ${NEW} is deployed and registered; a second time, nothing is written`);
  const renewed = await fleet.start('chitty-id', NEW);
  if (old) balancer.instances = [old, renewed];
  await story.register('chitty-id', { 'service-version': NEW }, 'updated');
  await story.quietly(() => story.register('chitty-id', { 'service-version': NEW }, 'unchanged'));

  story.chapter('The balancer still has the old version: not healthy');
  await story.verifyHealth({ timeout: '5s' }, { exitCode: 1 });

  story.chapter('The old version is taken out while the check is watching: healthy once all answers are new');
  const drained = await story.verifyHealth(
    { timeout: '20s' },
    {
      exitCode: 0,
      onLine: (line) => {
        if (line.includes(OLD)) balancer.instances = [renewed];
      },
    },
  );
  story.note(drained.outputs.verdict === 'healthy', 'The verdict was not healthy after the old version had gone.');

  story.chapter('In discovery, the context-sync suite, and active');
  await story.registry({ operation: 'refresh', 'service-name': 'chitty-id' });
  await story.step(
    'verify-health',
    { checks: lastChecks(fleet), topics: 'context-sync', interval: '1s', timeout: '10s' },
    0,
  );
  await story.registry({ operation: 'status', 'service-name': 'chitty-id' });
  return renewed;
}

async function breakAndFix(story: Story, [, tasks]: readonly Instance[]): Promise<Instance> {
  const { fleet } = story;
  const port = Number(new URL(tasks?.url ?? '').port);
  story.chapter('Reconcile: all is well, and nothing is written');
  await story.quietly(() => story.reconcile('true'));

  story.chapter('chitty-tasks is killed, and the registry loses chitty-router: one issue, one repair');
  await tasks?.kill();
  fleet.registry.store('chitty-router', undefined);
  await story.reconcile('false');
  story.chapter('Six hours later, nothing has changed: nothing is written');
  await story.quietly(() => story.reconcile('false'));

  story.chapter('chitty-tasks starts again, and is not there yet: its issue is updated');
  const restarted = await fleet.start('chitty-tasks', OLD, { port, starting: true });
  await story.reconcile('false');
  await story.quietly(() => story.reconcile('false'));

  story.chapter('chitty-tasks is back: its issue is closed, and the next pass writes nothing');
  await restarted.ready();
  await story.reconcile('true');
  await story.quietly(() => story.reconcile('true'));
  return restarted;
}

/** Everything is down at once: the outage that a report is needed for most. */
async function outage(story: Story, running: readonly Instance[]): Promise<void> {
  const { fleet } = story;
  story.chapter('All three services are killed: a report all the same, and one issue for all of them');
  await Promise.all(running.map((instance) => instance.kill()));
  await story.reconcile('false');
  await story.quietly(() => story.reconcile('false'));

  story.chapter('They are back: the issue is closed');
  const ports = running.map(({ url }) => Number(new URL(url).port));
  const back = await Promise.all(
    NAMES.map((name, index) => fleet.start(name, running[index]?.version ?? OLD, { port: ports[index] ?? 0 })),
  );
  fleet.balancer.instances = back.slice(0, 1);
  await story.reconcile('true');
}

/** On a real Consul, where this machine has one. */
async function handMade(story: Story): Promise<void> {
  story.chapter('In Consul, a service that was made by hand is registered: all that it had stays');
  const consul = await startHandMade();
  if (!consul) return console.log('Skipped: there is no consul on this machine.');
  try {
    const place = { registry: 'consul', 'registry-url': consul.url, token: '' };
    await story.registry({
      ...place,
      operation: 'register',
      'service-file': 'services/chitty-id.yml',
      'service-version': NEW,
    });
    const changes = await consul.changes();
    console.log(
      changes.length === 0 ? 'Its tags, addresses, weights and metadata are as they were.' : `Changed: ${changes}`,
    );
    story.note(changes.length === 0, `The hand-made service lost ${changes.join(', ')}.`);
  } finally {
    consul.stop();
  }
}

/** Appears in discovery; creates a task, completes it, reads it back. */
function lastChecks({ registryUrl, balancer }: Fleet): string {
  const named = `body.services.exists(service, service.name == "chitty-id" && service.version == "${NEW}")`;
  const steps = [
    { name: 'create', method: 'POST', url: '/tasks', body: { title: 'probe' }, capture: { task: '/id' } },
    { name: 'complete', method: 'PATCH', url: '/tasks/{captured.task}', body: { done: true } },
    { name: 'read back', url: '/tasks/{captured.task}', condition: 'body.done && body.id == captured.task' },
  ];
  return JSON.stringify([
    { name: 'in discovery', url: `${registryUrl}/.well-known/discovery`, condition: named },
    { name: 'context-sync', kind: 'suite', 'only-topic': 'context-sync', url: `${balancer.url}/`, steps },
  ]);
}

/** Runs the steps, and keeps what did not go as told. */
class Story {
  readonly fleet: Fleet;
  readonly #passages: Passage[] = [];
  readonly #unexpected: string[] = [];
  #chapters = 0;

  constructor(fleet: Fleet) {
    this.fleet = fleet;
  }

  chapter(title: string): void {
    console.log(`\n--- ${++this.#chapters}. ${title} ---`);
  }

  note(holds: boolean, otherwise: string): void {
    if (!holds) this.#unexpected.push(otherwise);
  }

  /** Runs what should write nothing. */
  async quietly(run: () => Promise<unknown>): Promise<void> {
    const { registry, github } = this.fleet;
    const writes = () => registry.writes + github.requests.filter(({ method }) => method !== 'GET').length;
    const before = writes();
    await run();
    this.#passages.push({ name: `step in chapter ${this.#chapters}`, writes: writes() - before });
  }

  async register(name: string, inputs: Readonly<Record<string, string>>, result: string): Promise<void> {
    const file = `services/${name}.yml`;
    const run = await this.registry({ operation: 'register', 'service-file': file, ...inputs });
    this.note(run.outputs.result === result, `${name} was ${run.outputs.result}, expected ${result}.`);
  }

  async registry(inputs: Readonly<Record<string, string>>): Promise<StepRun> {
    const { registryUrl, registryToken } = this.fleet;
    return this.step('register-service', { 'registry-url': registryUrl, token: registryToken, ...inputs }, 0);
  }

  async verifyHealth(
    inputs: Readonly<Record<string, string>>,
    { exitCode, onLine }: { exitCode: number; onLine?: (line: string) => void },
  ): Promise<StepRun> {
    const url = `${this.fleet.balancer.url}/health`;
    const demands = { url, 'expect-version': NEW, 'consecutive-successes': IN_A_ROW, interval: '1s' };
    return this.step('verify-health', { ...demands, ...inputs }, exitCode, onLine);
  }

  async reconcile(healthy: 'true' | 'false'): Promise<void> {
    const { registryUrl, registryToken, githubToken } = this.fleet;
    const inputs = {
      'registry-url': registryUrl,
      'registry-token': registryToken,
      'services-file': NAMES.map((name) => `services/${name}.yml`).join('\n'),
      'discovery-url': `${registryUrl}/.well-known/discovery`,
      policy: 'repair',
      token: githubToken,
    };
    const { outputs } = await this.step('reconcile-services', inputs, 0);
    this.note(outputs.healthy === healthy, `A pass said healthy: ${outputs.healthy}, expected ${healthy}.`);
  }

  async step(
    bundle: string,
    inputs: Readonly<Record<string, string>>,
    exitCode: number,
    onLine?: (line: string) => void,
  ): Promise<StepRun> {
    const { github, hub, workspace } = this.fleet;
    const run = await startStep(bundle, {
      workspace,
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: hub, GITHUB_REF_NAME: 'main', GITHUB_SHA: 'c0ffee' },
      inputs: { 'allow-private-network': 'true', ...inputs },
      ...(onLine ? { onLine } : {}),
    }).ended;
    this.note(run.exitCode === exitCode, `${bundle} ended with ${run.exitCode}, expected ${exitCode}.`);
    return run;
  }

  evidence() {
    const { registry, github, hub, balancer } = this.fleet;
    return {
      unexpected: this.#unexpected,
      quiet: this.#passages,
      requests: registry.requests,
      records: registry.records(),
      answers: balancer.answers,
      githubRequests: github.requests,
      violations: github.violations,
      issues: github.repository(hub).issues,
    };
  }
}
