import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../scripts/free-ports.ts';
import { pypiWheel, wheelFilename } from '../../simulator/registry-formats.ts';
import { run } from './processes.ts';
import { pythonPackages } from './python-packages.ts';

export interface PythonIndex {
  /** The simple index, as `pip --index-url` takes it. */
  readonly url: string;
  /** The virtual environment's folder of programs. */
  readonly bin: string;
  /** Finds this index and the environment's own Python, and no other configuration. */
  readonly env: Record<string, string>;
  /** Builds a wheel from a project folder and uploads it by twine. */
  publish(folder: string): Promise<void>;
  /** Puts a wheel into the index that has nothing but a name and a version, without a process. */
  release(name: string, version: string): Promise<void>;
  close(): Promise<void>;
}

/** A real Python index (pypiserver) on loopback in a virtual environment of its own; where Python's tools can be had. */
export async function startPythonIndex(): Promise<PythonIndex> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'python-index-')));
  const tools = await pythonPackages('python', TOOLS);
  await run('python', ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
  const bin = join(folder, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = join(bin, 'python');
  const own = await run(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))']);
  await writeFile(join(own.trim(), 'tools.pth'), `${tools}\n`);
  await mkdir(join(folder, 'packages'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(
    python,
    [
      '-m',
      'pypiserver',
      'run',
      '-v',
      '--disable-fallback',
      '-i',
      '127.0.0.1',
      '-p',
      String(port),
      '-P',
      '.',
      '-a',
      '.',
      join(folder, 'packages'),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await untilAnswering(url, server);
  const env = {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: folder,
    PIP_CONFIG_FILE: join(folder, 'pip.conf'),
  };
  await writeFile(env.PIP_CONFIG_FILE, `[global]\nindex-url = ${url}/simple/\n`);
  const publish = async (project: string) => {
    await run(python, ['-m', 'build', '--wheel', '--no-isolation', '--outdir', join(project, 'dist')], {
      cwd: project,
      env,
    });
    await run(
      python,
      [
        '-m',
        'twine',
        'upload',
        '--repository-url',
        url,
        '-u',
        'x',
        '-p',
        'x',
        '--disable-progress-bar',
        join(project, 'dist', '*'),
      ],
      { env },
    );
  };
  return {
    url: `${url}/simple/`,
    bin,
    env,
    publish,
    async release(name, version) {
      await writeFile(join(folder, 'packages', wheelFilename(name, version)), pypiWheel(name, version));
    },
    async close() {
      const closed = once(server, 'close');
      server.kill();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What every environment sees beside its own packages: an environment of its own with them would take 15 s each time. */
const TOOLS = ['pip', 'pypiserver', 'build', 'twine', 'setuptools', 'wheel'];

/** The server says that it listens before it does, so it is asked. */
async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  let output = '';
  server.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  server.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error(`pypiserver did not start: ${output}`);
    await setTimeout(50);
  }
}
