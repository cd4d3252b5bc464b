import { spawn, spawnSync } from 'node:child_process';
import { freePorts } from '../free-ports.ts';

/** What somebody registered by hand; a registration of ours must leave it as it is. */
const HAND_MADE = {
  Name: 'chitty-id',
  Tags: ['traefik.enable=true', 'urlprefix-/id'],
  Address: '10.0.0.5',
  Port: 8080,
  TaggedAddresses: { lan: { Address: '10.0.0.5', Port: 8080 }, wan: { Address: '198.51.100.7', Port: 80 } },
  Meta: { team: 'identity' },
  Weights: { Passing: 10, Warning: 1 },
};

/** A real Consul agent, in which a service was made by hand. */
export interface HandMade {
  readonly url: string;
  /** What of the hand-made service is not as it was. */
  changes(): Promise<string[]>;
  stop(): void;
}

/** Starts an agent with the service in it; undefined where this machine has no Consul. */
export async function startHandMade(): Promise<HandMade | undefined> {
  if (spawnSync('consul', ['version']).status !== 0) return undefined;
  const ports = await freePorts(4);
  const [http] = ports;
  const names = ['-http-port', '-server-port', '-serf-lan-port', '-serf-wan-port'];
  const given = names.flatMap((name, index) => [name, String(ports[index])]);
  const agent = spawn('consul', [
    'agent',
    '-dev',
    '-bind',
    '127.0.0.1',
    '-dns-port',
    '-1',
    '-grpc-port',
    '-1',
    ...given,
  ]);
  await new Promise<void>((resolve, reject) => {
    agent.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Synced node info')) resolve();
    });
    agent.once('exit', () => reject(new Error('consul ended before it was ready')));
  });
  const url = `http://127.0.0.1:${http}`;
  await fetch(`${url}/v1/agent/service/register`, { method: 'PUT', body: JSON.stringify(HAND_MADE) });
  const read = async () => (await (await fetch(`${url}/v1/agent/service/chitty-id`)).json()) as Record<string, unknown>;
  const before = await read();
  return {
    url,
    async changes() {
      const after = await read();
      const fields = ['ID', 'Address', 'Port', 'TaggedAddresses', 'Weights'];
      const changed = fields.filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]));
      const tags = Array.isArray(after.Tags) ? after.Tags : [];
      const lost = HAND_MADE.Tags.filter((tag) => !tags.includes(tag));
      const team = (after.Meta as Record<string, unknown>).team === 'identity' ? [] : ['Meta.team'];
      return [...changed, ...lost, ...team];
    },
    stop: () => void agent.kill('SIGKILL'),
  };
}
