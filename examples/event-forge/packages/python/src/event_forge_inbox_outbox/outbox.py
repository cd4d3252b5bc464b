from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass(frozen=True)
class Message:
    id: str
    topic: str
    payload: Any


@dataclass
class MemoryStore:
    """Keeps messages in memory: for tests, and as the pattern of a store."""

    messages: dict[str, Message] = field(default_factory=dict)
    published: set[str] = field(default_factory=set)

    def add(self, message: Message) -> None:
        self.messages[message.id] = message

    def pending(self, limit: int) -> list[Message]:
        waiting = [one for one in self.messages.values() if one.id not in self.published]
        return waiting[:limit]

    def mark_published(self, ids: list[str]) -> None:
        self.published.update(ids)


def relay(store: MemoryStore, publish: Callable[[Message], None], batch: int = 10) -> int:
    """Publishes what is pending, oldest first, and marks each message only after its publisher has taken it."""
    messages = store.pending(batch)
    for message in messages:
        publish(message)
        store.mark_published([message.id])
    return len(messages)


@dataclass
class Inbox:
    """Calls the handler once per message id, however often the message is delivered."""

    handler: Callable[[Message], None]
    seen: set[str] = field(default_factory=set)

    def receive(self, message: Message) -> bool:
        if message.id in self.seen:
            return False
        self.handler(message)
        self.seen.add(message.id)
        return True
