import { relay } from '@event-forge/inbox-outbox-core';

/** An outbox store over a TypeORM repository of the entity `{ id, topic, payload, published }`. */
export function typeormStore(repository) {
  return {
    add: async (message) => {
      await repository.insert({ ...message, published: false });
    },
    pending: (limit) => repository.find({ where: { published: false }, take: limit }),
    markPublished: async (ids) => {
      for (const id of ids) await repository.update({ id }, { published: true });
    },
  };
}

/** Relays what a repository holds. */
export const relayRepository = (repository, options) => relay({ ...options, store: typeormStore(repository) });
