/** Keeps messages in memory: for tests, and as the pattern of a store. */
export function memoryStore() {
  const messages = new Map();
  return {
    async add(message) {
      messages.set(message.id, { ...message, published: false });
    },
    async pending(limit) {
      return [...messages.values()].filter(({ published }) => !published).slice(0, limit);
    },
    async markPublished(ids) {
      for (const id of ids) messages.set(id, { ...messages.get(id), published: true });
    },
  };
}

/** Publishes what is pending, oldest first, and marks each message only after its publisher has taken it. */
export async function relay({ store, publish, batch = 10 }) {
  const messages = await store.pending(batch);
  for (const message of messages) {
    await publish(message);
    await store.markPublished([message.id]);
  }
  return messages.length;
}

/** Calls the handler once per message id, however often the message is delivered. */
export function inbox(handler, seen = new Set()) {
  return async (message) => {
    if (seen.has(message.id)) return false;
    await handler(message);
    seen.add(message.id);
    return true;
  };
}
