import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { servedWorld } from '../simulator/world.ts';
import { run } from '../support/processes.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();
const script = join(root, 'scripts', 'release.ts');

describe('the command that ci-release.yml runs', () => {
  slow('plan leaves the next step as the output of its step', async () => {
    const { url, close } = await servedWorld();
    try {
      const output = join(await folder({ output: '' }), 'output');
      const env = {
        ...{ GITHUB_API_URL: url, GITHUB_TOKEN: 'secret', GITHUB_REPOSITORY: 'acme/library', GITHUB_OUTPUT: output },
        PATH: process.env.PATH ?? '',
      };
      expect(await run(process.execPath, [script, 'plan'], { env })).toMatch(
        /^package\.json says \d+\.\d+\.\d+\S*; next: /,
      );
      expect(await readFile(output, 'utf8')).toMatch(/^step=(version|release|nothing)\n$/);
    } finally {
      await close();
    }
  });

  test.each([
    [['publish'], 'GITHUB_API_URL is missing'],
    [['tag'], 'expected one of plan, publish, move-tags'],
    [[], 'expected one of plan, publish, move-tags'],
  ])('%j without what it needs says so', async (args, words) => {
    await expect(run(process.execPath, [script, ...args], { env: {} })).rejects.toThrow(words);
  });
});
