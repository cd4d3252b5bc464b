import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../../scripts/free-ports.ts';
import { publication } from './npm-tarball.ts';
import { run } from './processes.ts';

export interface NpmRegistry {
  readonly url: string;
  /** That of the user whom `env` speaks for. */
  readonly token: string;
  /** What a client needs to find the registry and to publish there: a .npmrc of its own, a cache of its own, nothing else. */
  readonly env: Record<string, string>;
  /** Publishes a package folder by the stock npm CLI. */
  publish(folder: string): Promise<void>;
  /** Publishes a package that has nothing but a name and a version (and what `more` says), as the CLI would, without a process. */
  release(name: string, version: string, more?: object): Promise<void>;
  close(): Promise<void>;
}

/** A real npm registry (verdaccio) on loopback, with a storage of its own and no registry behind it. */
export async function startNpmRegistry(): Promise<NpmRegistry> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'npm-registry-')));
  const url = `http://127.0.0.1:${await freePort()}`;
  await writeFile(join(folder, 'config.yaml'), configuration(folder));
  const server = spawn(process.execPath, [verdaccioBin(), '--config', join(folder, 'config.yaml'), '--listen', url], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilListening(server);
  const npmrc = join(folder, 'npmrc');
  const token = await createUser(url);
  await writeFile(npmrc, `registry=${url}/\n${url.slice('http:'.length)}/:_authToken=${token}\n`);
  const env = clientEnvironment(folder, npmrc);

  const publish = async (packageFolder: string) => {
    await run('npm', ['publish', '--ignore-scripts', '--tag', 'latest'], { cwd: packageFolder, env });
  };
  return {
    url,
    token,
    env,
    publish,
    async release(name, version, more = {}) {
      const { status } = await fetch(`${url}/${name.replace('/', '%2f')}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(publication(url, { name, version, ...more })),
      });
      if (status !== 201) throw new Error(`verdaccio answered ${status} to ${name}@${version}`);
    },
    async close() {
      const closed = once(server, 'close');
      server.kill();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string): string {
  return JSON.stringify({
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 10 } },
    uplinks: {},
    packages: {
      '@private/*': { access: '$authenticated', publish: '$authenticated' },
      '**': { access: '$all', publish: '$authenticated' },
    },
    web: { enable: false },
    log: { type: 'stdout', format: 'json', level: 'http' },
  });
}

function clientEnvironment(folder: string, npmrc: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    TMPDIR: tmpdir(),
    CI: 'true',
    npm_config_userconfig: npmrc,
    npm_config_globalconfig: join(folder, 'global-npmrc'),
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
  };
}

function verdaccioBin(): string {
  const manifest = createRequire(import.meta.url).resolve('verdaccio/package.json');
  return join(dirname(manifest), 'bin', 'verdaccio');
}

async function createUser(url: string): Promise<string> {
  const response = await fetch(`${url}/-/user/org.couchdb.user:tester`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'tester', password: 'not-a-real-password' }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

async function untilListening(server: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/http address/.test(output)) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (exitCode) => reject(new Error(`verdaccio ended with ${exitCode}: ${output}`)));
  });
}
