import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { channelsFrom } from '../../../src/packages/python/from-semver.ts';
import { planSync } from '../../../src/packages/python/sync.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { fixtures, unmarked, versioned, withVersion } from './fixtures.ts';

const folder = temporaryFolders();

describe('only the version’s bytes differ', () => {
  test('in at least 30 fixtures', () => expect(fixtures.length).toBeGreaterThanOrEqual(30));

  test.each(fixtures)('%s', async (name) => {
    const workspace = await folder(unmarked(name));
    const request = { workspace, version: '1.5.0-beta.3', channels: channelsFrom({}) };

    const plan = await planSync(request);
    await plan.write();

    const expected = withVersion(name, (path) =>
      /^(Cargo\.|\.cz\.)/.test(basename(path)) ? '1.5.0-beta.3' : '1.5.0b3',
    );
    for (const [path, text] of Object.entries(expected)) {
      expect([path, await readFile(join(workspace, path), 'utf8')]).toEqual([path, text]);
    }
    expect(plan.files).toEqual(versioned(name));
    expect((await planSync(request)).edits).toEqual([]);
  });
});
