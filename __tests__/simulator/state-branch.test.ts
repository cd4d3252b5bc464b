import { expect, test } from '@jest/globals';
import { slow } from '../support/slow.ts';
import { library, type Send, virtualWorld } from './world.ts';

const readHead = `query ($owner: String!, $name: String!, $ref: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) { target { oid ... on Commit { message } } }
    file: object(expression: $file) { __typename ... on Blob { text } }
  }
}`;
const write = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url } }
}`;

async function read(send: Send, branch = 'main') {
  const variables = { owner: 'acme', name: 'library', ref: `refs/heads/${branch}`, file: `${branch}:state.json` };
  const { body } = await send('POST', '/graphql', { query: readHead, variables });
  return {
    head: String(body.data?.repository?.ref?.target?.oid),
    text: String(body.data?.repository?.file?.text ?? ''),
  };
}

function commit(send: Send, head: string, text: string, branch = 'main') {
  const input = {
    branch: { repositoryNameWithOwner: 'acme/library', branchName: branch },
    message: { headline: 'state' },
    expectedHeadOid: head,
    fileChanges: { additions: [{ path: 'state.json', contents: Buffer.from(text).toString('base64') }] },
  };
  return send('POST', '/graphql', { query: write, variables: { input } });
}

slow('32 writers lose no update: the commit is a compare-and-swap', async () => {
  const { send, run, github, clock } = virtualWorld({}, { ...library, files: { 'state.json': '[]' } });
  let attempts = 0;
  const writer = async (name: number) => {
    for (;;) {
      attempts++;
      const { head, text } = await read(send);
      const { body } = await commit(send, head, JSON.stringify([...JSON.parse(text), name]));
      if (!('errors' in body)) return;
      expect(body).toMatchObject({ data: { createCommitOnBranch: null }, errors: [{ type: 'STALE_DATA' }] });
      // The secondary limit of writes is no part of this story.
      await clock.sleep(60_000 + name * 2_000);
    }
  };
  await run(() => Promise.all(Array.from({ length: 32 }, (_, name) => writer(name))));
  const { text } = await run(() => read(send));
  expect(JSON.parse(text).sort((a: number, b: number) => a - b)).toEqual(Array.from({ length: 32 }, (_, n) => n));
  expect(attempts).toBeGreaterThan(32);
  expect(github.effects.filter(({ kind }) => kind === 'commit')).toHaveLength(32);
});

test('creating a ref is put-if-absent: of 32 one wins', async () => {
  const { send, run } = virtualWorld();
  const { head } = await run(() => read(send));
  const claim = () => send('POST', '/repos/acme/library/git/refs', { ref: 'refs/heads/claim', sha: head });
  const replies = await run(() => Promise.all(Array.from({ length: 32 }, claim)));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 422)).toHaveLength(31);
});

test.each([
  ['a branch that is not there', 'nowhere', 'NOT_FOUND'],
  ['a protected branch', 'main', 'UNPROCESSABLE'],
] as const)('a commit on %s is an error beside null data', async (_, branch, type) => {
  const { send, run } = virtualWorld({}, { ...library, protectedBranches: ['main'] });
  const { head } = await run(() => read(send));
  const { body } = await run(() => commit(send, head, '[]', branch));
  expect(body).toMatchObject({ data: { createCommitOnBranch: null }, errors: [{ type }] });
});

test.each([
  [
    '{ repository(owner: "acme", name: "none") { id } }',
    { data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] },
  ],
  ['{ viewer { login } }', { data: { viewer: { login: 'acme' } } }],
  [
    '{ viewer { shoeSize } }',
    { errors: [{ message: expect.stringContaining('"shoeSize"'), extensions: { code: 'undefinedField' } }] },
  ],
  ['{ viewer { login ', { errors: [{ extensions: { code: 'parseError' } }] }],
  ['{ repository(owner: "acme") { id } }', { errors: [{ message: expect.stringContaining('is required') }] }],
] as const)('GraphQL: %s', async (query, answer) => {
  const { send, run } = virtualWorld();
  const { status, body } = await run(() => send('POST', '/graphql', { query }));
  expect(status).toBe(200);
  expect(body).toMatchObject(answer);
});

test('no ref stands below another, whichever way it is made; one beside it is no trouble', async () => {
  const { send, run } = virtualWorld({}, library);
  const statuses = await run(async () => {
    const { head: sha } = await read(send);
    const make = async (tag: string) =>
      (await send('POST', '/repos/acme/library/git/refs', { ref: `refs/tags/${tag}`, sha })).status;
    const release = async (tag: string) =>
      (await send('POST', '/repos/acme/library/releases', { tag_name: tag })).status;
    return [await make('v1'), await make('v1/a'), await release('v1/b'), await make('v1.1'), await release('v1.2')];
  });
  expect(statuses).toEqual([201, 422, 422, 201, 201]);
});
