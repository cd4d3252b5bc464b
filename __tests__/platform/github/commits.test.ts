import { describe, expect, test } from '@jest/globals';
import { AmbiguousWrite } from '../../../src/platform/github/client/github-errors.ts';
import { createCommitOnBranch } from '../../../src/platform/github/commits.ts';
import { createRef, deleteRef, getRef, updateRef } from '../../../src/platform/github/refs.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { json, type Play, reset } from './scripted-server.ts';
import { rejection, setUp } from './set-up.ts';

const scene = setUp();
const commit = () =>
  createCommitOnBranch(openRepository(scene.client, 'acme/web'), {
    branch: 'release-actions/state',
    expectedHeadOid: 'aaa',
    message: 'train: web runs\n\nmore',
    additions: [{ path: 'train.json', contents: '{"é":1}' }],
    deletions: ['old.json'],
  });
const committed = json({ data: { createCommitOnBranch: { commit: { oid: 'bbb' } } } });
const stale = json({
  data: { createCommitOnBranch: null },
  errors: [{ type: 'STALE_DATA', message: 'Expected branch to point to "aaa" but it did not.  Pull and try again.' }],
});
const refused = (message: string, status = 422) => json({ message }, { status });
const lost = json({}, { status: 502 });
const nobody = json([{ sha: 'ccc', commit: { message: 'of another\n\nWrite-Id: 0' } }]);
/** The list of commits in which ours is found, by the id that the first request carried. */
const ours: Play = (request, response) => {
  const { variables } = JSON.parse(scene.server.requests[0]?.body ?? '');
  json([{ sha: 'ddd', commit: { message: `train\n\n${variables.input.message.body}` } }])(request, response);
};

describe('a commit on a branch', () => {
  test('is one compare-and-swap', async () => {
    scene.server.play(committed);
    expect(await commit()).toEqual({ oid: 'bbb' });
    const { input } = JSON.parse(scene.server.requests[0]?.body ?? '').variables;
    expect(input).toMatchObject({
      branch: { repositoryNameWithOwner: 'acme/web', branchName: 'release-actions/state' },
      expectedHeadOid: 'aaa',
      message: { headline: 'train: web runs', body: expect.stringMatching(/^more\n\nWrite-Id: [0-9a-f-]{36}$/) },
      fileChanges: {
        additions: [{ path: 'train.json', contents: Buffer.from('{"é":1}').toString('base64') }],
        deletions: [{ path: 'old.json' }],
      },
    });
  });

  test('loses the race to another', async () => {
    scene.server.play(stale);
    expect(await commit()).toBe('lost-race');
  });

  test.each([
    ['502', lost],
    ['a reset', reset],
  ])('after %s with effect is found by its id', async (_, fault) => {
    scene.server.play(fault, ours);
    expect(await commit()).toEqual({ oid: 'ddd' });
    expect(scene.server.requests).toHaveLength(2);
  });

  test('after 502 without effect is sent again', async () => {
    scene.server.play(lost, nobody, committed);
    expect(await commit()).toEqual({ oid: 'bbb' });
  });

  test('that took effect late has not lost to itself', async () => {
    scene.server.play(lost, nobody, stale, ours);
    expect(await commit()).toEqual({ oid: 'ddd' });
  });

  test('that lost to another after 502 says so', async () => {
    scene.server.play(lost, nobody, stale, nobody);
    expect(await commit()).toBe('lost-race');
  });

  test('stays ambiguous where nothing settles it', async () => {
    scene.server.play(lost, nobody, lost, nobody, lost, nobody);
    expect(await rejection(commit())).toBeInstanceOf(AmbiguousWrite);
    expect(scene.server.requests).toHaveLength(6);
  });

  const missing = json({ errors: [{ message: "Field 'createCommitOnBranch' doesn't exist on type 'Mutation'" }] });
  const objects = [
    json({ tree: { sha: 't0' } }),
    json({ sha: 't1' }, { status: 201 }),
    json({ sha: 'eee' }, { status: 201 }),
  ];

  test('on a server without the mutation goes over REST, forward only', async () => {
    scene.server.play(missing, ...objects, json({}));
    expect(await commit()).toEqual({ oid: 'eee' });
    const sent = scene.server.requests.map(({ body }) => (body ? JSON.parse(body) : undefined));
    expect(sent[2].tree.at(-1)).toEqual({ mode: '100644', type: 'blob', path: 'old.json', sha: null });
    expect(sent[3].parents).toEqual(['aaa']);
    expect(sent[4]).toEqual({ sha: 'eee', force: false });
    expect(scene.server.requests[4]?.url).toBe('/repos/acme/web/git/refs/heads%2Frelease-actions%2Fstate');
  });

  test('over REST loses the race as well', async () => {
    scene.server.play(missing, ...objects, refused('Update is not a fast forward'));
    expect(await commit()).toBe('lost-race');
  });
});

describe('refs', () => {
  const ref = { ref: 'claims/n1', sha: 'abc' };

  test('are put if absent', async () => {
    scene.server.play(json({}, { status: 201 }), refused('Reference already exists'), refused('Object does not exist'));
    expect(await createRef(openRepository(scene.client, 'acme/web'), ref)).toBe('created');
    expect(await createRef(openRepository(scene.client, 'acme/web'), ref)).toBe('exists');
    expect((await rejection(createRef(openRepository(scene.client, 'acme/web'), ref))).message).toContain(
      'Object does not exist',
    );
  });

  test('whose update is unclear are looked at', async () => {
    scene.server.play(lost, json({ ref: 'refs/claims/n1', object: { sha: 'abc' } }));
    expect(await updateRef(openRepository(scene.client, 'acme/web'), ref)).toBe('updated');
  });

  test('that are not there are undefined, and absent when deleted', async () => {
    scene.server.play(refused('Not Found', 404), refused('Reference does not exist'), json(undefined, { status: 204 }));
    expect(await getRef(openRepository(scene.client, 'acme/web'), 'heads/x')).toBeUndefined();
    expect(await deleteRef(openRepository(scene.client, 'acme/web'), 'heads/x')).toBe('absent');
    expect(await deleteRef(openRepository(scene.client, 'acme/web'), 'heads/x')).toBe('deleted');
  });
});
