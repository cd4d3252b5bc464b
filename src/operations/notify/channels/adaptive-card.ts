import type { Severity } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import { chatLines, cut, headline, links } from '../fact-words.ts';

/** Teams takes 28 kB in all: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const LONGEST_LINE = 1_000;

const STYLES: Readonly<Record<Severity, string>> = {
  info: 'accent',
  warning: 'warning',
  error: 'attention',
  critical: 'attention',
};

/** A message for a workflow of Teams: an Adaptive Card, whose texts are plain. */
export function adaptiveCard(message: Message): object {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [
      {
        type: 'Container',
        style: STYLES[message.severity],
        items: [block(headline(message), { weight: 'bolder', size: 'medium' })],
      },
      ...chatLines(message).map((line) => block(line)),
    ],
    actions: links(message).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** A TextBlock reads Markdown: what could format, link or mention is escaped. */
function block(text: string, style: object = {}): object {
  const plain = cut(text, LONGEST_LINE).replace(/[[\]()<>*_`~#\\|]/g, '\\$&');
  return { type: 'TextBlock', text: plain, wrap: true, ...style };
}
