import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { readReleaseWorkspace } from '../../../src/packages/publish/publishable.ts';
import { slow } from '../../support/slow.ts';
import { treeHash, versionsByCli } from './workspaces.ts';

const directory = join(process.cwd(), 'examples/event-forge');
const full = (name: string) => `@event-forge/inbox-outbox-${name}`;

slow('the plan of the example is what its README says and what changesets writes', async () => {
  const before = treeHash(directory);
  const { releases, waves, warnings } = await planFromChangesets({ directory });
  expect(releases.map(({ name, oldVersion, newVersion, why }) => [name, oldVersion, newVersion, why])).toEqual([
    [full('core'), '1.0.0', '1.1.0', 'changeset'],
    [full('mongoose'), '1.0.0', '1.1.0', 'changeset'],
    [full('rabbitmq'), '1.0.0', '1.1.0', 'linked'],
    [full('typeorm'), '1.0.1', '1.1.0', 'changeset'],
    [full('nestjs'), '1.0.1', '1.1.0', 'linked'],
  ]);
  expect(waves.map((wave) => wave.length)).toEqual([1, 3, 1]);
  expect(warnings).toEqual([]);
  expect(treeHash(directory)).toBe(before);
  expect((await versionsByCli(directory)).versions).toMatchObject(
    Object.fromEntries(releases.map(({ name, newVersion }) => [name, newVersion])),
  );
});

test('its five npm packages are published, each behind what it needs', async () => {
  const { manager, packages } = await readReleaseWorkspace(directory);
  expect(manager.name).toBe('pnpm');
  expect(packages.map(({ name }) => name)).toEqual(['core', 'mongoose', 'rabbitmq', 'typeorm', 'nestjs'].map(full));
});
