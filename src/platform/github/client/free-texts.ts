import { isRecord } from '../../records.ts';

/** Where people, errors and other servers have their say in what we write. */
const FREE = new Set(['title', 'body', 'message', 'headline', 'description', 'name', 'content', 'text', 'summary']);
/** What a user sends on purpose: a dispatch hands it on as it is. */
const MEANT = new Set(['inputs', 'client_payload']);

/** What is written, with its free texts changed; what addresses something (owner, ref, sha, …) and what is meant stays. */
export function withFreeTexts(value: unknown, change: <T>(text: T) => T): unknown {
  if (Array.isArray(value)) return value.map((item) => withFreeTexts(item, change));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    if (MEANT.has(key)) return [key, item];
    return [key, FREE.has(key) ? change(item) : withFreeTexts(item, change)];
  });
  return Object.fromEntries(entries);
}
