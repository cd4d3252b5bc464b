import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { slow } from '../support/slow.ts';
import { runDemo, slowStory } from './run-demo.ts';

const HUB = /^sources:[\s\S]*?(?=^```$)/m.exec(await readFile(join(root, 'docs/central-ci.md'), 'utf8'))?.[0] ?? '';
const TRIGGER = await readFile(join(root, 'workflows-templates/trigger-hub.yml'), 'utf8');

/** A workflow that only pushes to this branch start. */
const only = (branch: string, text = TRIGGER) => text.replace(/(branches: \[).*\]/, `$1${branch}]`);

/** The hub file of the page, and a trigger for it. */
async function rehearsed(args: readonly string[], trigger = TRIGGER) {
  const folder = await mkdtemp(join(tmpdir(), 'release-actions-'));
  try {
    const [hub, file] = [join(folder, 'hub.yml'), join(folder, 'trigger-hub.yml')];
    await writeFile(hub, HUB);
    await writeFile(file, trigger);
    return await runDemo('--hub', hub, ...args.map((one) => (one === 'TRIGGER' ? file : one)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

slowStory(
  'a push to each branch of the page is admitted, and goes where its rule says',
  () => rehearsed([]),
  ({ text }) => {
    expect(text).toContain('my-org/services@main: auth, users: on its way to production (2 changed files since');
    expect(text).toContain('my-org/services@develop: auth, users: on its way to staging (');
    expect(text).toContain('my-org/services@hotfix/x: auth, users: on its way to production (');
    expect(text).toContain('my-org/services@feature/x: auth, users: checked for dev (');
    expect(text).toContain('4 pushes, none refused.');
  },
);

slowStory(
  'with a trigger: its branches, and what of its paths changed',
  () => rehearsed(['--trigger', 'TRIGGER', '--changed', 'services/auth/index.js,README.md'], only('main')),
  ({ text }) => {
    expect(text.match(/@\S+: auth: (?:on its way to|checked for) /g)).toHaveLength(1);
    expect(text).not.toContain('users:');
  },
);

slowStory(
  'where nothing of it changed, no event is sent',
  () => rehearsed(['--trigger', 'TRIGGER', '--changed', 'README.md'], only('main')),
  ({ text }) => {
    expect(text).toContain('@main: nothing that the hub cares for changed (1 changed file since');
    expect(text).toContain('1 push, none refused.');
  },
);

const REFUSED = 'refused: Event services-changed of my-org/services is refused:';
slow.each([
  [only('main').replace('auth: services', 'aut: services'), `@main: ${REFUSED} the hub file knows no aut in it.`],
  [only('trunk'), `@trunk: ${REFUSED} no rule of the hub file`],
  [only('main').replace('auth: services/auth/**', 'auth'), 'trigger-hub failed: error: Input paths: '],
])('a trigger that does not fit the hub file is refused, as on GitHub', async (trigger, what) => {
  const { exitCode, text } = await rehearsed(['--trigger', 'TRIGGER'], trigger);
  expect(text).toContain(what);
  expect(exitCode).toBe(1);
});

test('one that sends what nobody may send is told before anything is started', async () => {
  const { exitCode, text } = await rehearsed(['--trigger', 'TRIGGER'], TRIGGER.replace('services-changed', 'changed'));
  expect(text).toMatch(/: no source of \S+hub\.yml may send changed\.\nThey may send services-changed\.\n$/);
  expect(exitCode).toBe(2);
});
