"""The inbox and outbox patterns, for any store and any broker."""

from importlib.metadata import version

from .outbox import Inbox, MemoryStore, Message, relay

__version__ = version("event-forge-inbox-outbox")
__all__ = ["Inbox", "MemoryStore", "Message", "relay"]
