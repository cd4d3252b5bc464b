import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { channelsFrom } from '../../src/python/pep440.ts';
import { planSync } from '../../src/python/sync.ts';
import { temporaryFolders } from '../support/temporary.ts';

/**
 * In a fixture the version's own bytes stand between « and »; everything else that looks like a version is a trap. The
 * marks are taken out before the project is synchronised, and say afterwards what every single byte must be.
 */
const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const cases = readdirSync(fixtures).filter((name) => !name.startsWith('.'));
const MARKED = /«([^»]*)»/g;
const folder = temporaryFolders();

describe('only the version’s bytes differ', () => {
  test('in at least 30 fixtures', () => expect(cases.length).toBeGreaterThanOrEqual(30));

  test.each(cases)('%s', async (name) => {
    const marked = filesOf(name);
    const workspace = await folder(mapped(marked, (_, text) => text.replace(MARKED, '$1')));
    const request = { workspace, version: '1.5.0-beta.3', channels: channelsFrom({}) };

    const plan = await planSync(request);
    await plan.write();

    const expected = mapped(marked, (path, text) =>
      text.replace(MARKED, basename(path).startsWith('Cargo.') ? '1.5.0-beta.3' : '1.5.0b3'),
    );
    for (const [path, text] of Object.entries(expected)) {
      expect([path, await readFile(join(workspace, path), 'utf8')]).toEqual([path, text]);
    }
    const touched = Object.keys(marked).filter((path) => marked[path]?.includes('«'));
    expect(plan.files).toEqual(touched.sort());
    expect((await planSync(request)).edits).toEqual([]);
  });
});

function filesOf(name: string): Record<string, string> {
  const entries = readdirSync(join(fixtures, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const shown = (path: string) => path.slice(join(fixtures, name).length + 1).replaceAll('\\', '/');
  return Object.fromEntries(paths.map((path) => [shown(path), readFileSync(path, 'utf8')]));
}

function mapped(files: Record<string, string>, change: (path: string, text: string) => string) {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(path, text)]));
}
