import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { SimulatedServiceRegistry, serveRegistry } from '../../simulator/service-registry.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { root } from '../project.ts';

/** One process of a service. */
export interface Instance {
  readonly version: string;
  readonly url: string;
  /** Lets a starting one answer; resolves when it does. */
  ready(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** In turn to each of its instances; an answer tells which version gave it. */
export interface Balancer {
  readonly url: string;
  instances: readonly Instance[];
  /** The versions that have answered, in order. */
  readonly answers: readonly string[];
}

/** Three services, a balancer before one of them, their registry, and the GitHub of their hub. */
export interface Fleet {
  readonly registry: SimulatedServiceRegistry;
  readonly registryUrl: string;
  readonly registryToken: string;
  readonly github: SimulatedGitHub;
  readonly githubToken: string;
  /** The hub's repository. */
  readonly hub: string;
  readonly workspace: string;
  readonly balancer: Balancer;
  /** Starts an instance; on a port of its own where none is given. */
  start(name: string, version: string, options?: { port?: number; starting?: boolean }): Promise<Instance>;
  close(): Promise<void>;
}

const REGISTRY_TOKEN = 'demo-registry-token';
const GITHUB_TOKEN = 'demo-github-token';
const HUB = 'chitty/hub';

/** Brings up the servers; instances are started by the story. */
export async function startFleet(): Promise<Fleet> {
  const registry = new SimulatedServiceRegistry({ token: REGISTRY_TOKEN });
  const served = await serveRegistry(registry);
  const github = createGitHub({ clock: realClock });
  github.addRepository({ owner: 'chitty', name: 'hub', files: { 'README.md': '# Hub\n' } });
  github.addToken(GITHUB_TOKEN, { owners: ['chitty'] });
  const api = await github.serve();
  const { balancer, close } = await startBalancer();
  const workspace = mkdtempSync(join(tmpdir(), 'release-actions-demo-'));
  cpSync(join(root, 'examples/chitty-services'), workspace, { recursive: true });
  const instances: Instance[] = [];
  return {
    ...{ registry, registryUrl: served.url, registryToken: REGISTRY_TOKEN },
    ...{ github, githubToken: GITHUB_TOKEN, hub: HUB, workspace, balancer },
    async start(name, version, options = {}) {
      const instance = await startInstance(name, version, options);
      instances.push(instance);
      return instance;
    },
    async close() {
      await Promise.all([...instances.map((instance) => instance.kill()), served.close(), api.close(), close()]);
      registry.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** Lets the example's service file name places on this machine. */
export function declareOnLoopback(workspace: string, name: string, url: string): void {
  const file = join(workspace, 'services', `${name}.yml`);
  const here = readFileSync(file, 'utf8').replace(/https:\/\/[a-z]+\.chitty\.example/g, url);
  writeFileSync(file, here);
}

async function startInstance(
  name: string,
  version: string,
  { port = 0, starting = false }: { port?: number; starting?: boolean },
): Promise<Instance> {
  const script = join(root, 'scripts/demo/service-process.ts');
  const facts = [name, version, String(port), ...(starting ? ['starting'] : [])];
  const child = spawn(process.execPath, ['--no-warnings', script, ...facts], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      child.once('exit', () => reject(new Error(`${name} ${version} ended before it answered.`)));
    });
  const listening = await nextLine();
  return {
    version,
    url: `http://127.0.0.1:${listening}`,
    ready: async () => {
      child.stdin.write('ready\n');
      await nextLine();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function startBalancer(): Promise<{ balancer: Balancer; close: () => Promise<void> }> {
  const answers: string[] = [];
  let turn = 0;
  const server = createServer(async (request, response) => {
    let sent = '';
    for await (const chunk of request) sent += chunk;
    const instance = balancer.instances[turn++ % balancer.instances.length];
    const forwarded = { method: request.method ?? 'GET', ...(sent === '' ? {} : { body: sent }) };
    const answer = instance && (await fetch(`${instance.url}${request.url}`, forwarded).catch(() => undefined));
    const body = await answer?.text();
    if (answer) answers.push(instance.version);
    response.writeHead(answer?.status ?? 502, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const balancer: Balancer = { url: `http://127.0.0.1:${port}`, instances: [], answers };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { balancer, close };
}
