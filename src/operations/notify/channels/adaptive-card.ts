import type { Severity } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import {
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

const MOST_FACTS = 10;
const MOST_FAILED = 3;
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
  const { overview, severity } = message;
  const { shown, more } = shownFacts(message, MOST_FACTS);
  const lines = [
    ...(overview ? [progressLine(overview)] : []),
    ...shown.map(factLine),
    ...(more ? [more] : []),
    ...troubled(message, MOST_FAILED).map((line) => `❌ ${componentLine(line)}`),
    ...nextSteps(message).slice(0, 2),
  ];
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [
      {
        type: 'Container',
        style: STYLES[severity],
        items: [block(headline(message), { weight: 'bolder', size: 'medium' })],
      },
      ...lines.map((line) => block(line)),
    ],
    actions: links(message).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** A TextBlock reads Markdown: what could format, link or mention is parted from itself. */
function block(text: string, style: object = {}): object {
  const plain = cut(text, LONGEST_LINE).replace(/[[\]()<>*_`~#\\|]/g, '\\$&');
  return { type: 'TextBlock', text: plain, wrap: true, ...style };
}
