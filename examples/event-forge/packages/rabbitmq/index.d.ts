import type { Message } from '@event-forge/inbox-outbox-core';

export interface ConfirmChannelLike {
  publish(exchange: string, key: string, content: Uint8Array, options: object): unknown;
  waitForConfirms(): Promise<unknown>;
  consume(queue: string, handler: (delivery: never) => Promise<void>): Promise<unknown>;
  ack(delivery: unknown): void;
}

export function rabbitPublisher(channel: ConfirmChannelLike, exchange: string): (message: Message) => Promise<void>;
export function rabbitConsumer(
  channel: ConfirmChannelLike,
  queue: string,
  handler: (message: Message) => Promise<void>,
): Promise<unknown>;
