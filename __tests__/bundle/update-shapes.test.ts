import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { changing, filesOf, shapes, VERSIONS } from '../packages/npm/shapes.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();

describe('only the bytes of ranges differ', () => {
  test('in at least 30 shapes', () => expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(30));

  slow.each(Object.keys(shapes))('%s', async (name) => {
    const shape = shapes[name] ?? {};
    const cwd = await folder(filesOf(shape, 'before'));
    const inputs = { versions: JSON.stringify(VERSIONS), lockfile: 'skip' };
    const update = (more = {}) => runBundle('update-dependencies', { cwd, inputs: { ...inputs, ...more } });

    const { exitCode, outputs, stdout } = await update();
    for (const [path, text] of Object.entries(filesOf(shape, 'after'))) {
      expect([path, await readFile(join(cwd, path), 'utf8')]).toEqual([path, text]);
    }
    expect({ stdout, exitCode }).toEqual({ stdout, exitCode: 0 });
    expect((JSON.parse(outputs.files ?? '') as string[]).sort()).toEqual(changing(shape));
    expect((await update({ check: 'true' })).exitCode).toBe(0);
  });
});
