import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { breaches, breachesIn, withTable } from '../../scripts/contracts/rooms.ts';

describe('who may import whom', () => {
  test('every import of src is one that the table allows', () => {
    expect(breaches('.')).toEqual([]);
  });

  test.each([
    [
      'platform/text/markdown.ts',
      "import { plan } from '../../train/plan/plan.ts';",
      /platform\/text may not import train\/plan/,
    ],
    [
      'services/health/probe.ts',
      "import { runClient } from '../../engine/runs/launch.ts';",
      /may not import engine\/runs/,
    ],
    [
      'train/machine/apply.ts',
      "import { readFile } from 'node:fs/promises';",
      /train\/machine is pure, but imports the machine/,
    ],
    ['train/machine/apply.ts', "import { parse } from 'yaml';", /is pure, but imports a package \(yaml\)/],
    [
      'train/plan/plan.ts',
      "const { clock } = await import('../../platform/time/clock.ts');",
      /train\/plan may not import platform\/time/,
    ],
    [
      'engine/runs/launch.ts',
      "import { world } from '../../../simulator/github.ts';",
      /imports simulator\/github.ts, which is not shipped/,
    ],
    ['odds/ends.ts', 'export {};', /no room of scripts\/contracts\/rooms.ts holds this file/],
  ])('%s: %s', (file, text, message) => {
    expect(breachesIn(file, `const first = 1;\n${text}\n`)).toMatchObject([
      { message: expect.stringMatching(message) },
    ]);
  });

  test('says the line of the import', () => {
    const text = "import semver from 'semver';\n\nimport type {\n  State,\n} from '../../engine/drive/drive.ts';\n";
    expect(breachesIn('train/plan/plan.ts', text)).toMatchObject([{ file: 'src/train/plan/plan.ts', line: 5 }]);
  });

  test.each([
    ['train/views/notes.ts', "import { compare } from 'semver';\nimport type { Plan } from '../plan/plan.ts';\n"],
    ['train/plan/plan.ts', "import { parseDuration } from '../../platform/time/duration.ts';\n"],
    ['packages/changesets/publish-waves.ts', "import { wavesOf } from '../../train/graph.ts';\n"],
    ['actions/train.ts', "const { send } = await import('../operations/notify/send.ts');\n"],
  ])('%s may do what the house is built for', (file, text) => {
    expect(breachesIn(file, text)).toEqual([]);
  });

  test('CONTRIBUTING shows the table as it is; if not: npx node scripts/contracts/rooms.ts', () => {
    const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
    expect(withTable(contributing)).toBe(contributing);
  });
});
