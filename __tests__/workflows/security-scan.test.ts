import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../scripts/project.ts';
import { run } from '../support/processes.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();

interface Template {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

slow('signatures of a package without dependencies are no failure, though npm makes them one', async () => {
  const text = await readFile(join(root, 'workflows-templates/security-scan.yml'), 'utf8');
  const { jobs } = parse(text) as Template;
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find(({ name }) => name === 'Signatures and provenance of what is installed');
  const lock = {
    name: 'alone',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'alone', version: '1.0.0' } },
  };
  const cwd = await folder({
    'package.json': '{"name":"alone","version":"1.0.0"}',
    'package-lock.json': JSON.stringify(lock),
  });
  await expect(run('npm', ['audit', 'signatures'], { cwd })).rejects.toThrow();
  await run('bash', ['-e', '-c', step?.run ?? 'exit 9'], { cwd });
});
