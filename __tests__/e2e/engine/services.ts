import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { run } from '../../support/processes.ts';
import { type PythonIndex, startPythonIndex } from '../../support/python-index.ts';

/** Servers that all scenarios share: they are slow to start, and each scenario has package names of its own. */
export interface Services {
  npm(): Promise<NpmRegistry>;
  python(): Promise<PythonIndex>;
  close(): Promise<void>;
}

/** Starts each server when it is asked for first. */
export function createServices(): Services {
  const started: Promise<{ close(): Promise<void> }>[] = [];
  const once = <T extends { close(): Promise<void> }>(start: () => Promise<T>): (() => Promise<T>) => {
    let running: Promise<T> | undefined;
    return () => {
      if (running === undefined) {
        running = start();
        started.push(running);
      }
      return running;
    };
  };
  return {
    npm: once(startNpmRegistry),
    python: once(startStockedIndex),
    async close() {
      const settled = await Promise.allSettled(started);
      await Promise.all(settled.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };
}

/** What `python -m build` and the templates install, so that jobs need no index but this one. */
const BUILD_TOOLS = ['build==1.6.1', 'setuptools', 'wheel'];

async function startStockedIndex(): Promise<PythonIndex> {
  const index = await startPythonIndex();
  const wheels = await mkdtemp(join(tmpdir(), 'wheels-'));
  try {
    await stock(index, wheels);
  } finally {
    await rm(wheels, { recursive: true, force: true });
  }
  return index;
}

async function stock(index: PythonIndex, wheels: string): Promise<void> {
  const python = join(index.bin, 'python');
  await run(python, [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--dest',
    wheels,
    ...BUILD_TOOLS,
  ]);
  const files = (await readdir(wheels)).map((name) => join(wheels, name));
  const target = [
    '--repository-url',
    index.url.replace(/simple\/$/, ''),
    '-u',
    'x',
    '-p',
    'x',
    '--disable-progress-bar',
  ];
  await run(python, ['-m', 'twine', 'upload', ...target, ...files]);
}
