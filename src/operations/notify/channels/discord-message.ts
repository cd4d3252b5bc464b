import type { Message } from '../../../train/telling/message.ts';
import { COLOURS, chatLines, cut, headline, links } from '../fact-words.ts';

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const TITLE = 256;
const DESCRIPTION = 4_000;

/** A message for a webhook of Discord: an embed that mentions nobody, whatever its texts say. */
export function discordMessage(message: Message): object {
  const [first, ...others] = links(message);
  const lines = [
    ...chatLines(message).map(escapeDiscord),
    ...others.map(({ label, url }) => `[${label}](<${encodeURI(decoded(url))}>)`),
  ];
  const embed = {
    title: cut(escapeDiscord(headline(message)), TITLE),
    description: cut(lines.join('\n'), DESCRIPTION),
    color: Number.parseInt(COLOURS[message.severity].slice(1), 16),
    ...(first && { url: first.url }),
  };
  return { embeds: [embed], allowed_mentions: { parse: [] } };
}

/** Discord's Markdown, addresses that it would make links of, and `@` parted from what it would name. */
function escapeDiscord(text: string): string {
  return text.replace(/[\\*_`~|>#[\]()<-]|(?<=:)\/(?=\/)/g, '\\$&').replace(/@/g, '@\u200b');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
