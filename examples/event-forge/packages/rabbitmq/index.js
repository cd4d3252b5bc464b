import { inbox } from '@event-forge/inbox-outbox-core';

/** A publisher over a confirm channel of amqplib. */
export function rabbitPublisher(channel, exchange) {
  return async ({ id, topic, payload }) => {
    channel.publish(exchange, topic, Buffer.from(JSON.stringify(payload)), { messageId: id, persistent: true });
    await channel.waitForConfirms();
  };
}

/** Consumes a queue through an inbox, and acknowledges what was handled. */
export function rabbitConsumer(channel, queue, handler) {
  const handle = inbox(handler);
  return channel.consume(queue, async (delivery) => {
    const payload = JSON.parse(delivery.content.toString());
    await handle({ id: delivery.properties.messageId, topic: delivery.fields.routingKey, payload });
    channel.ack(delivery);
  });
}
