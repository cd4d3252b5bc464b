import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { readDeclared, readOneService } from '../../../src/services/register/declared-files.ts';
import { slow } from '../../support/slow.ts';

slow('what a file says of routes and repository is for those who look, and no fact that is registered', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-declared-'));
  await writeFile(join(cwd, 'service.yml'), 'name: auth\nversion: "1.0.0"\nroutes: [/auth/*]\nrepository: acme/auth\n');
  expect(await readDeclared(['service.yml'], cwd)).toEqual([
    { name: 'auth', version: '1.0.0', routes: ['/auth/*'], repository: 'acme/auth' },
  ]);
  expect(await readOneService('service.yml', undefined, cwd)).toEqual({ name: 'auth', version: '1.0.0' });
});
