import type { Store } from '@event-forge/inbox-outbox-core';
import type { ConfirmChannelLike } from '@event-forge/inbox-outbox-rabbitmq';

export const OUTBOX: unique symbol;
export class OutboxModule {}
export function outboxModule(options: { store: Store; channel: ConfirmChannelLike; exchange: string }): object;
