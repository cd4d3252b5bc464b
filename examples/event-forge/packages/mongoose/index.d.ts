import type { Message, Store } from '@event-forge/inbox-outbox-core';

export interface ModelLike {
  create(row: object): Promise<unknown>;
  find(where: object): { limit(count: number): PromiseLike<Message[]> };
  updateMany(where: object, change: object): PromiseLike<unknown>;
}

export function mongooseStore(model: ModelLike): Store;
export function relayModel(
  model: ModelLike,
  options: { publish: (message: Message) => Promise<void>; batch?: number },
): Promise<number>;
