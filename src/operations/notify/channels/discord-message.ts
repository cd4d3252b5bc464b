import type { Message } from '../../../train/telling/message.ts';
import {
  COLOURS,
  componentLine,
  cut,
  factLine,
  headline,
  links,
  nextSteps,
  progressLine,
  shownFacts,
  troubled,
} from '../fact-words.ts';

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const TITLE = 256;
const DESCRIPTION = 4_000;
const MOST_FACTS = 10;
const MOST_FAILED = 3;

/** A message for a webhook of Discord: an embed that mentions nobody, whatever its texts say. */
export function discordMessage(message: Message): object {
  const { overview, severity } = message;
  const { shown, more } = shownFacts(message, MOST_FACTS);
  const [first, ...others] = links(message);
  const lines = [
    ...(overview ? [escapeDiscord(progressLine(overview))] : []),
    ...shown.map((fact) => escapeDiscord(factLine(fact))),
    ...(more ? [more] : []),
    ...troubled(message, MOST_FAILED).map((line) => escapeDiscord(`❌ ${componentLine(line)}`)),
    ...nextSteps(message).map(escapeDiscord),
    ...others.map(({ label, url }) => `[${label}](<${encodeURI(decoded(url))}>)`),
  ];
  const embed = {
    title: cut(escapeDiscord(headline(message)), TITLE),
    description: cut(lines.join('\n'), DESCRIPTION),
    color: Number.parseInt(COLOURS[severity].slice(1), 16),
    ...(first && { url: first.url }),
  };
  return { embeds: [embed], allowed_mentions: { parse: [] } };
}

/** Discord's Markdown, and `@` parted from what it would name. */
function escapeDiscord(text: string): string {
  return text.replace(/[\\*_`~|>#[\]()<-]/g, '\\$&').replace(/@/g, '@\u200b');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
