import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../scripts/project.ts';
import { startServers } from '../support/servers.ts';
import { ofMatrix } from '../support/slow.ts';
import { runBundle } from './run-action.ts';

const servers = startServers();
const asked: string[] = [];
let api: string;
let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'release-actions-faults-'));
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(workspace, path), text);
  api = await servers.http((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(500).end('{}');
  });
});

afterAll(async () => {
  await rm(workspace, { recursive: true, force: true });
  await servers.close();
});

async function faultsOf(name: string, inputs: Readonly<Record<string, string>>, cwd?: string) {
  const env = { GITHUB_API_URL: api, GITHUB_REPOSITORY: 'acme/home', GITHUB_RUN_ID: '7', GITHUB_SHA: '0'.repeat(40) };
  const { exitCode, stdout } = await runBundle(name, { inputs, env, ...(cwd !== undefined && { cwd }) });
  const faults = stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('::error') ? [line.replace(/^::error[^:]*::/, '')] : []));
  return { exitCode, faults, asked: asked.splice(0) };
}

const APP = 'Inputs app-id and private-key belong together';
const NO_FILE = 'there is no such file';

/** What is wrong in four stages: an input alone, inputs together, the connection, the files that they name. */
const TABLE: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'train',
    {
      ...{ manifest: 'none.yml', timeout: 'soon', mode: 'lock', until: 'once', 'train-id': '*' },
      ...{ 'release-type': 'biggest' },
      ...{ 'app-id': '5', 'state-by-app': 'true', 'state-token': 'a-token-of-some-length', 'ca-file': 'none.pem' },
    },
    [
      ...['Input release-type:', 'Input timeout:', 'Input state-by-app wants', 'Input train-id: * stands for'],
      ...[
        'Input reason is missing',
        'Input until: "once" is no time',
        APP,
        `Input ca-file: none.pem cannot be used: ${NO_FILE}`,
        '"none.yml" cannot be read',
      ],
    ],
  ],
  [
    'plan-release',
    { manifest: 'none.yml', comment: 'maybe', 'app-id': '5', 'train-id': 'a b' },
    ['Input comment:', 'Input train-id:', APP, '"none.yml" cannot be read'],
  ],
  [
    'dispatch-and-wait',
    { repository: 'acme/x', timeout: 'soon', 'client-payload': '[1]', 'private-key': 'a-key-of-some-length' },
    ['Input timeout:', 'Give either workflow', 'Input client-payload:', APP],
  ],
  [
    'claim-release',
    { nonce: 'a b', 'keep-days': '2', 'api-url': 'ftp://x' },
    ['Input nonce', 'Input api-url', 'Input keep-days'],
  ],
  [
    'doctor',
    {
      manifest: 'none.yml',
      'on-problems': 'maybe',
      'app-id': '5',
      report: '../../x',
      owners: 'a b',
      'ca-file': 'none.pem',
    },
    ['Input on-problems', APP, 'Input ca-file', '"../../x" lies outside', 'Input owners', '"none.yml" cannot be read'],
  ],
  [
    'notify',
    { severity: 'loud', acknowledge: 'x', event: 'A B', rules: 'x: 1', 'app-id': '5', 'ca-file': 'none.pem' },
    ['Input severity', 'Input acknowledge', APP, 'Input ca-file', 'Input rules'],
  ],
  [
    'reconcile-services',
    {
      ...{ 'registry-url': 'https://registry.test', 'services-file': 'none.yml', 'ca-file': 'none.pem', policy: 'x' },
      ...{ paths: 'x: y', fields: 'a: b' },
    },
    [
      'Input policy',
      'The file none.yml',
      'Input ca-file',
      'Input paths',
      'Input fields',
      'Issues are kept by the token',
    ],
  ],
  [
    'register-service',
    {
      ...{ 'registry-url': 'https://registry.test', 'service-file': 'none.json', 'discovery-condition': '((' },
      ...{ 'ca-file': 'none.pem', paths: 'x: y', timeout: 'soon', endpoints: '[1]' },
    },
    [
      'Input endpoints',
      'Input timeout',
      'The file none.json',
      'Input discovery-condition',
      'Input ca-file',
      'Input paths',
    ],
  ],
  [
    'release-status',
    { manifest: 'none.yml', page: '/etc', 'train-id': 'x', environment: 'y', since: 'soon', 'app-id': '5' },
    [
      ...['Input since', 'Inputs train-id and environment', 'Input page: a page is of everything', 'Input page: /etc'],
      ...[APP, '"none.yml" cannot be read'],
    ],
  ],
  [
    'report-status',
    { repository: 'acme', sha: 'zz', state: 'happy', 'app-id': '5' },
    ['Input repository', 'Input sha', 'Input state', APP],
  ],
  [
    'share-artifact',
    { operation: 'store', store: 's3', keep: 'x', 'app-id': '5', 'ca-file': 'none.pem', directory: 'x' },
    [
      'Input keep',
      'Input name is',
      'Input path is',
      'Input bucket is',
      'Input directory does not belong',
      APP,
      'Input ca-file',
    ],
  ],
  [
    'sync-python-version',
    { version: 'x.y', to: 'none\nneither', channels: 'next: zzz', check: 'maybe' },
    ['Input check', 'Input channels', '"x.y" is not a SemVer version', 'folder "none"', 'folder "neither"'],
  ],
  [
    'trigger-hub',
    { hub: 'acme/hub', components: 'x', paths: 'a: b', 'app-id': '5' },
    [APP, 'There is no token for acme', 'Input event-type is missing', 'Give components or paths'],
  ],
  [
    'update-dependencies',
    { versions: '{"a":"x.y"}', directory: 'nowhere', lockfile: 'x' },
    ['Input lockfile', 'Input versions, a', 'no package.json in nowhere'],
  ],
  [
    'verify-health',
    { url: 'nope', condition: '((', timeout: 'soon', 'ca-file': 'none.pem' },
    ['Input timeout', 'checks[0], url', 'checks[0], condition', 'Input ca-file'],
  ],
  [
    'verify-published',
    { packages: 'npm:x\nfoo', integrity: 'a: b', commit: 'y', timeout: 'soon' },
    ['Input timeout', 'Input packages, line 1', 'Input packages, line 2', 'Input integrity, a', 'Input commit'],
  ],
  [
    'admit-event',
    { 'hub-file': 'none.yml', force: 'x', 'app-id': '5', 'event-file': '/etc/x' },
    ['Input force', APP, '"none.yml" cannot be read', '"/etc/x" lies outside'],
  ],
  ['fetch-source', { repository: 'acme/x', sha: 'zz', path: '/etc/x', 'app-id': '5' }, [APP, '"/etc/x" lies outside']],
  [
    'finish-event',
    {
      'run-id': '4',
      'run-url': 'https://x.test',
      conclusion: 'z',
      'started-at': 'now',
      'hub-file': 'none.yml',
      'app-id': '5',
    },
    ['Input started-at', APP, '"none.yml" cannot be read', 'Inputs run-id and run-url'],
  ],
  [
    'pack-packages',
    { all: 'x', 'changesets-wait': 'y' },
    ['Input all', 'Input changesets-wait', 'There is no package.json'],
  ],
  [
    'prepare-release',
    { version: 'x.y', 'release-type': 'big', 'prerelease-id': '!!' },
    ['Input version', 'Input release-type', 'Input prerelease-id', 'There is no package.json'],
  ],
  // A train says by its own words what it is: where the version is given, nobody asks what raises it.
  ['prepare-release', { version: '1.1.0', 'release-type': 'coordinated' }, ['There is no package.json']],
  [
    'publish-packages',
    { folder: 'none', version: 'x.y', 'release-type': 'big' },
    ['Input version', 'Input release-type', 'There is no package.json', 'none has no release.json'],
  ],
  [
    'record-release',
    { folder: 'none', version: 'x.y', published: '5', 'on-branch-failure': 'x' },
    [
      'Input on-branch-failure',
      'Input version',
      'There is no package.json',
      'Input published',
      'none has no release.json',
    ],
  ],
  [
    'release-state',
    { pypi: 'a b', 'changesets-wait': 'y' },
    ['Input changesets-wait', 'Input pypi', 'There is no package.json'],
  ],
  ['run-scripts', { scripts: 'nope' }, ['There is no package.json']],
  ['verify-distributions', { package: 'a b' }, ['Input package']],
  ['version-packages', { apply: 'none' }, ['There is no patch']],
  [
    'version-pull-request',
    { branch: 'a b', 'api-url': 'x' },
    ['Input api-url', 'A version pull request is made from a branch', 'Input branch'],
  ],
  ['install-dependencies', {}, ['There is no package.json']],
];

describe('all faults that can be judged are told at once, and nothing is requested', () => {
  test.each(TABLE)('by %s', async (name, inputs, expected) => {
    const found = await faultsOf(name, inputs);
    expect(found).toEqual({ exitCode: 1, faults: expected.map((words) => expect.stringContaining(words)), asked: [] });
  });

  test('every action is among them', () => {
    const known = new Set(TABLE.map(([name]) => name));
    expect(actions().filter(({ name }) => !known.has(name))).toEqual([]);
  });
});

/** A fault in each part of a file, which hides none of the others, nor what the inputs lack for what is sound. */
const FILES = {
  'train.yml': `name: train
components: { core: { repository: acme/core, workflow: release.yml, needs: [none] } }
notifications:
  channels:
    alerts: { slack: SLACK_TOKEN, channel: "#alerts" }
    mail: { email: [nobody], from: train@example.com, smtp: SMTP_URL }
  rules: [{ channels: [alerts, mail], events: [faild] }]
`,
  'services.yml':
    'services:\n  - { name: a, endpoints: { api: /x }, capabilities: all }\n  - { name: a, status: [up] }\n',
};

const CHANNELS = 'a: { slack: SLACK_TOKEN, channel: "#a" }\nb: { teams: T, labels: [x] }';

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'train',
    { manifest: 'train.yml', 'ca-file': 'none.pem' },
    ['Input ca-file', 'needs "none"', 'email[0] is "nobody"', 'unknown event "faild"', 'The secret SLACK_TOKEN that'],
  ],
  [
    'notify',
    { manifest: 'train.yml', event: 'failed', only: 'mail\nnobody\nalerts' },
    [
      ...['needs "none"', 'email[0] is "nobody"', 'unknown event "faild"', 'Input only: there is no channel "nobody"'],
      'The secret SLACK_TOKEN that',
    ],
  ],
  [
    'notify',
    { channels: CHANNELS, event: 'failed', only: 'a' },
    ['which has no labels', 'The secret SLACK_TOKEN that'],
  ],
  [
    'reconcile-services',
    { 'registry-url': 'https://registry.test', 'services-file': 'services.yml', token: 'a-token-of-some-length' },
    ['capabilities must be', 'The endpoint api is "/x"', 'status must be a text', '"a" is declared twice'],
  ],
  [
    'register-service',
    { 'registry-url': 'https://registry.test', endpoints: 'api: /x' },
    ['The service has no name', 'The endpoint api is "/x"', 'The service has no version'],
  ],
])('a fault in one part of a file hides none of the others: %s %j', async (name, inputs, expected) => {
  const found = await faultsOf(name, inputs, workspace);
  expect(found).toEqual({ exitCode: 1, faults: expected.map((words) => expect.stringContaining(words)), asked: [] });
});

/** The actions and their inputs, each bundle once. */
function actions(): { readonly name: string; readonly inputs: readonly string[] }[] {
  const folders = (at: string) =>
    readdirSync(join(root, at), { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = [
    '.',
    ...folders('.').map(({ name }) => name),
    ...folders('actions').map(({ name }) => `actions/${name}`),
  ];
  const found = files.flatMap((folder) => {
    try {
      const { inputs = {}, runs } = parse(readFileSync(join(root, folder, 'action.yml'), 'utf8'));
      return [[/(\w[\w-]*)\.js$/.exec(runs.main)?.[1] ?? '', Object.keys(inputs)] as const];
    } catch {
      return [];
    }
  });
  return [...new Map(found)].map(([name, inputs]) => ({ name, inputs }));
}

/** All inputs together are passed in 2 MB at most, each in 128 kB. */
const STRANGE = {
  'a long text': 'x'.repeat(30_000),
  'lines, commands and signs': 'a\n::error::forged\n\r\n::set-output name=x::y\u2028b \u202e𝓍́\u001f',
  'a deep list': '['.repeat(5_000),
};

const strange = Object.entries(STRANGE);
const met = actions()
  .filter(({ inputs }) => inputs.length > 0)
  .flatMap((action, row) => strange.map(([title, value], column) => ({ ...action, title, value, row, column })));

describe('every input of every action is strange', () => {
  // Each action meets one of them, and each of them a third of the actions.
  const picked = ofMatrix(met, ({ row, column }) => row % strange.length === column);
  test.each(picked)('$title: $name', async ({ name, inputs, value }) => {
    const found = await faultsOf(name, Object.fromEntries(inputs.map((input) => [input, value])));
    expect(found).toMatchObject({ exitCode: 1, asked: [] });
    expect(found.faults.length).toBeGreaterThan(0);
    for (const fault of found.faults) {
      expect(fault).not.toMatch(/Unexpected failure|^forged/);
      expect(fault.length).toBeLessThan(1_500);
    }
  });
});

describe('the summary of a step', () => {
  async function ofUnknownNeeds(components: number) {
    const lines = Array.from(
      { length: components },
      (_, index) => `  c${index}: { repository: acme/c${index}, needs: ["<b>x${index}"] }\n`,
    );
    const text = `name: shop\ndefaults: { workflow: release.yml }\ncomponents:\n${lines.join('')}`;
    await writeFile(join(workspace, 'many.yml'), text);
    const env = { GITHUB_API_URL: api, GITHUB_REPOSITORY: 'acme/home', GITHUB_RUN_ID: '7' };
    const inputs = { manifest: 'many.yml', token: 'a-token', 'release-type': 'patch' };
    const { stdout, summary } = await runBundle('plan-release', { inputs, env, cwd: workspace });
    return { annotations: stdout.match(/^::error/gm)?.length, summary };
  }

  test('has all faults where there are more than GitHub shows as annotations', async () => {
    const { annotations, summary } = await ofUnknownNeeds(12);
    expect(annotations).toBe(12);
    expect(summary).toContain('### 12 faults');
    for (const line of [4, 15]) expect(summary).toContain(`- \`many.yml:${line}\` `);
    expect(summary).not.toContain('<b>');
  });

  test('is left to the annotations otherwise', async () => {
    expect(await ofUnknownNeeds(10)).toEqual({ annotations: 10, summary: '' });
  });
});
