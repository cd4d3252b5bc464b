import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../../scripts/project.ts';
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

test('nobody else reads what the runner says of the run', () => {
  const readers = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
    /env(\.|\[')GITHUB_(?!PATH|OUTPUT|STEP_SUMMARY|WORKSPACE)|\bGITHUB_\w+: \w+[,\s].*\} = .*env/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(readers).toEqual([]);
});
