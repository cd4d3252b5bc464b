import { relay } from '@event-forge/inbox-outbox-core';

/** An outbox store over a Mongoose model of `{ id, topic, payload, published }`. */
export function mongooseStore(model) {
  return {
    add: async (message) => {
      await model.create({ ...message, published: false });
    },
    pending: (limit) => model.find({ published: false }).limit(limit),
    markPublished: async (ids) => {
      await model.updateMany({ id: { $in: ids } }, { published: true });
    },
  };
}

/** Relays what a model holds. */
export const relayModel = (model, options) => relay({ ...options, store: mongooseStore(model) });
