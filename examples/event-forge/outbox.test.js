import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inbox, memoryStore, relay } from './packages/core/index.js';

test('what is added is relayed once and handled once', async () => {
  const store = memoryStore();
  await store.add({ id: '1', topic: 'orders', payload: { total: 3 } });
  const handled = [];
  const handle = inbox(async ({ id }) => handled.push(id));
  assert.equal(await relay({ store, publish: handle }), 1);
  assert.equal(await relay({ store, publish: handle }), 0);
  assert.equal(await handle({ id: '1', topic: 'orders', payload: {} }), false);
  assert.deepEqual(handled, ['1']);
});
