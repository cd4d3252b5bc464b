import { expect, test } from '@jest/globals';
import { virtualWorld } from './world.ts';

const path = '/repos/acme/library/pulls';

test('a pull request is opened once for a branch, changed, and opened again after it was closed', async () => {
  const { github, run, send } = virtualWorld();
  await run(async () => {
    const wanted = { title: 'Versions', head: 'next', base: 'main', body: 'one' };
    expect(await send('POST', path, wanted)).toMatchObject({ status: 422, body: { errors: [{ field: 'head' }] } });
    github.commit('acme/library', 'next', { 'a.txt': 'a' });
    expect(await send('POST', path, { ...wanted, base: 'none' })).toMatchObject({ status: 422 });
    const created = await send('POST', path, wanted);
    expect(created).toMatchObject({ status: 201, body: { title: 'Versions', state: 'open', head: { ref: 'next' } } });
    const again = await send('POST', path, wanted);
    expect(again).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'A pull request already exists for acme:next.' }] },
    });
    const { number } = created.body;
    const changed = await send('PATCH', `${path}/${number}`, { body: 'two', state: 'closed' });
    expect(changed).toMatchObject({ status: 200, body: { body: 'two', state: 'closed' } });
    expect(await send('GET', `${path}?head=acme:next`)).toMatchObject({ status: 200, body: [] });
    expect(await send('POST', path, wanted)).toMatchObject({ status: 201 });
    expect(await send('PATCH', `${path}/99`, { title: 'x' })).toMatchObject({ status: 404 });
  });
  expect(github.violations).toEqual([]);
});
