import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ownRepository, readEvent, runContext, runUrl } from '../../../src/platform/runner/context.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();

test('the run of a push to a branch', () => {
  const context = runContext({
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/hub',
    GITHUB_RUN_ID: '7',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: 'main',
    GITHUB_HEAD_REF: '',
  });
  expect(context).toMatchObject({ branch: 'main', tag: undefined, headBranch: undefined, repository: 'acme/hub' });
  expect(context.apiUrl).toBe('https://api.github.com');
  expect(runUrl(context)).toBe('https://github.com/acme/hub/actions/runs/7');
});

test('a tag is no branch, and neither is the merge of a pull request', () => {
  const tag = runContext({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' });
  expect(tag).toMatchObject({ tag: 'v1.0.0', branch: undefined });
  const pull = { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'topic' };
  expect(runContext(pull)).toMatchObject({ tag: undefined, branch: undefined, headBranch: 'topic' });
});

test('outside of a run nothing is known, and what needs it says so', () => {
  expect(runUrl(runContext({}))).toBeUndefined();
  expect(() => ownRepository({ GITHUB_REPOSITORY: '' })).toThrow('GITHUB_REPOSITORY is not set');
});

test('the event is read from its file, and a file that holds none is a fault', async () => {
  const workspace = await folder({ 'event.json': '{"issue":{"number":3}}', 'broken.json': '{' });
  expect(await readEvent({})).toBeUndefined();
  expect(await readEvent({ GITHUB_EVENT_PATH: 'event.json' }, workspace)).toEqual({ issue: { number: 3 } });
  await expect(readEvent({ GITHUB_EVENT_PATH: 'broken.json' }, workspace)).rejects.toThrow(/GITHUB_EVENT_PATH: .*JSON/);
});

test('an event whose file is missing is told by us', async () => {
  const missing = { GITHUB_EVENT_PATH: join(await folder(), 'event.json') };
  await expect(readEvent(missing)).rejects.toThrow(
    /^The event of this job cannot be read from GITHUB_EVENT_PATH: ENOENT/,
  );
  expect(runContext(missing)).toMatchObject({ eventPath: missing.GITHUB_EVENT_PATH });
});

test('what is said of the run is of the environment that was given, and the process keeps its own', async () => {
  const own = process.env;
  const workspace = await folder({ 'event.json': '{"issue":{"number":3}}', 'broken.json': '{' });
  const said = {
    GITHUB_SHA: 'abc',
    GITHUB_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTION: 'step',
    GITHUB_JOB: 'job',
  };
  expect(runContext({ ...said, GITHUB_ACTOR: 'octocat', GITHUB_WORKFLOW: 'CI' })).toMatchObject({
    ...{ commit: 'abc', ref: undefined, event: 'push', step: 'step', job: 'job', actor: 'octocat', workflow: 'CI' },
  });
  await readEvent({ GITHUB_EVENT_PATH: 'event.json' }, workspace);
  await readEvent({ GITHUB_EVENT_PATH: 'broken.json' }, workspace).catch(() => undefined);
  expect(process.env).toBe(own);
  expect(process.env.GITHUB_EVENT_PATH).toBeUndefined();
});
