import type { Message, Store } from '@event-forge/inbox-outbox-core';

export interface RepositoryLike {
  insert(row: object): Promise<unknown>;
  find(options: object): Promise<Message[]>;
  update(where: object, change: object): Promise<unknown>;
}

export function typeormStore(repository: RepositoryLike): Store;
export function relayRepository(
  repository: RepositoryLike,
  options: { publish: (message: Message) => Promise<void>; batch?: number },
): Promise<number>;
