import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/platform/errors.ts';
import { discoveredServices } from '../../../src/services/discovery.ts';
import {
  composeService,
  deploymentFacts,
  readPackage,
  readServiceFile,
} from '../../../src/services/register/definition.ts';
import { NOW } from '../world.ts';

async function faultsOf(work: () => unknown): Promise<readonly { message: string; line?: number }[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UserError) return error.faults;
    throw error;
  }
  throw new Error('no fault was found');
}

describe('service files', () => {
  const one =
    'name: chitty-id\nversion: 1.10\nendpoints: { health: "https://id.test/health" }\ncapabilities: [issue]\n';

  test('one service, a list, or a list under services', async () => {
    const expected = {
      name: 'chitty-id',
      version: '1.10',
      endpoints: { health: 'https://id.test/health' },
      capabilities: ['issue'],
    };
    expect(await readServiceFile(one, 'a.yml')).toEqual([expected]);
    expect(await readServiceFile(JSON.stringify([expected]), 'a.json')).toEqual([expected]);
    expect(await readServiceFile(JSON.stringify({ services: [expected] }), 'a.json')).toEqual([expected]);
  });

  test('every fault is reported at once, with its line', async () => {
    const text = `services:
  - name: a
    endpoint: { health: x }
  - name: b/../c
    endpoints: { health: /health, "x y": "https://me:pw@b.test" }
  - name: d
    capabilities: everything
  - name: d2
  - name: d2
  - just text
`;
    const faults = await faultsOf(() => readServiceFile(text, 'services.yml'));
    expect(faults).toEqual([
      expect.objectContaining({
        line: 3,
        message: expect.stringContaining('"endpoint" is not known here; expected name'),
      }),
      expect.objectContaining({ line: 4, message: expect.stringContaining('"b/../c" is not valid') }),
      expect.objectContaining({ line: 4, message: expect.stringContaining('expected an absolute URL') }),
      expect.objectContaining({ line: 4, message: expect.stringContaining('"x y" is not valid') }),
      expect.objectContaining({ line: 4, message: expect.stringContaining('without credentials') }),
      expect.objectContaining({ line: 7, message: 'capabilities must be a list of texts.' }),
      expect.objectContaining({ line: 9, message: expect.stringContaining('declared twice') }),
      expect.objectContaining({ line: 10, message: expect.stringContaining('Expected a service') }),
    ]);
  });

  test.each([
    ['', /declares no service/],
    ['services: []', /declares no service/],
    ['a: [', /./],
  ])('%j is a fault', async (text, message) => {
    expect((await faultsOf(() => readServiceFile(text, 'x.yml')))[0]?.message).toMatch(message);
  });
});

test('each fact comes from the first source that has it', async () => {
  const text = '{"name":"@chitty/id","version":"1.0.0","description":"from package"}';
  const manifest = await readPackage(text, 'package.json');
  const service = composeService([{ version: '1.1.0' }, { name: 'id2', capabilities: ['x'] }, manifest], {
    commit: 'abc',
  });
  expect(service).toEqual({
    name: 'id2',
    version: '1.1.0',
    description: 'from package',
    capabilities: ['x'],
    deployment: { commit: 'abc' },
  });
});

test('a service without name and version is told both', async () => {
  const faults = await faultsOf(() => composeService([], {}));
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringContaining('no name'),
    expect.stringContaining('no version'),
  ]);
});

test('a package.json that is not valid JSON is named', async () => {
  expect((await faultsOf(() => readPackage('{', 'app/package.json')))[0]?.message).toMatch(
    /^app\/package.json: not valid JSON/,
  );
});

test('deployment facts come from the runner; a pull request has its own branch', () => {
  const env = { GITHUB_SHA: 'abc', GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'feature' };
  expect(deploymentFacts(env, NOW)).toEqual({ commit: 'abc', branch: 'feature', time: '2026-11-20T12:00:00.000Z' });
});

test.each([
  [
    { services: [{ name: 'a', version: '1', endpoints: { api: 'x' } }] },
    [{ name: 'a', version: '1', endpoints: { api: 'x' } }],
  ],
  [
    ['a', 'b'],
    [{ name: 'a' }, { name: 'b' }],
  ],
  [{ services: { a: { version: '1' } } }, [{ name: 'a', version: '1' }]],
  [{ a: ['tag'], b: [] }, [{ name: 'a' }, { name: 'b' }]],
  [{ a: 'https://a.test' }, [{ name: 'a' }]],
  [{ generated_at: '2026-11-20T12:00:00Z', a: { version: '1' } }, [{ name: 'a', version: '1' }]],
  [{}, []],
])('discovery %j', (document, expected) => {
  expect(discoveredServices(document)).toEqual(expected);
});

test.each([
  ...[undefined, 'text', 3, { services: 'none' }, { services: [{}] }],
  ...[{ error: 'internal' }, { status: 500, message: 'no' }, { generated_at: 'now' }],
])('discovery %j is a fault', (document) => {
  expect(() => discoveredServices(document)).toThrow(UserError);
});
