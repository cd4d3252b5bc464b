import { relay } from '@event-forge/inbox-outbox-core';
import { rabbitPublisher } from '@event-forge/inbox-outbox-rabbitmq';

/** The token under which the outbox is injected. */
export const OUTBOX = Symbol.for('event-forge:outbox');

/** The class that NestJS knows the module by. */
export class OutboxModule {}

/** A dynamic module whose provider adds messages to a store and relays them through RabbitMQ. */
export function outboxModule({ store, channel, exchange }) {
  const outbox = {
    add: (message) => store.add(message),
    relay: (batch) => relay({ store, publish: rabbitPublisher(channel, exchange), batch }),
  };
  return { module: OutboxModule, global: true, providers: [{ provide: OUTBOX, useValue: outbox }], exports: [OUTBOX] };
}
