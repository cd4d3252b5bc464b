import { isUrgent } from '../../../train/telling/fact.ts';
import type { Message } from '../../../train/telling/message.ts';
import {
  componentLine,
  cut,
  factLine,
  headline,
  links,
  nextSteps,
  shownFacts,
  trainLine,
  troubled,
} from '../fact-words.ts';

/** https://docs.slack.dev/reference/block-kit/blocks; all blocks together were refused from some 13,200 characters on (bolt-js#2509). */
const HEADER = 150;
const SECTION = 3_000;
const ALL = 10_000;
const MOST_FACTS = 8;
const MOST_FAILED = 3;
/** So many of them fit into a section. */
const LONGEST_LINE = 240;
const MOST_BUTTONS = 5;

type Block = Readonly<Record<string, unknown>>;

/** A message as Slack's blocks, within their limits. Buttons are links only: nothing has to listen for them. */
export function blocksOf(
  message: Message,
  { mention, details }: { readonly mention: string; readonly details: boolean },
): readonly Block[] {
  const head: Block = {
    type: 'header',
    text: { type: 'plain_text', text: cut(headline(message), HEADER), emoji: true },
  };
  const { overview } = message;
  const about = overview ? [context(trainLine(overview))] : [];
  const facts = details
    ? detailBlocks(message, mention)
    : [...mentioned(mention), section(cut(message.facts.slice(0, 1).map(factLine).join(''), 500))];
  const steps = details
    ? nextSteps(message)
        .slice(0, 3)
        .map((step) => context(step))
    : [];
  const buttons = links(message)
    .slice(0, MOST_BUTTONS)
    .filter(({ url }) => url.length <= SECTION)
    .map(({ label, url }, index) => ({
      type: 'button',
      action_id: `link-${index}`,
      text: { type: 'plain_text', text: label },
      url,
    }));
  const actions: readonly Block[] = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
  return withinLimit([head, ...about, ...facts, ...steps], actions);
}

/** The facts, and who is to look at them. */
export function detailBlocks(message: Message, mention: string): readonly Block[] {
  return [...mentioned(mention), section(detailsOf(message))];
}

/** The facts as lines. */
export function detailsOf(message: Message): string {
  const { shown, more } = shownFacts(message, MOST_FACTS);
  const failed = troubled(message, MOST_FAILED).map((line) => cut(`❌ ${componentLine(line)}`, LONGEST_LINE));
  const lines = [...shown.map((fact) => cut(factLine(fact), LONGEST_LINE)), more, ...failed];
  return cut(lines.filter(Boolean).join('\n'), SECTION);
}

/** Those who are to look are mentioned where something went wrong, and never for what goes well. */
export function mentionOf({ facts }: Pick<Message, 'facts'>, mention: string | undefined): string {
  return mention !== undefined && facts.some(isUrgent) ? `${mention} ` : '';
}

/** Text from elsewhere: no mention, no link, no formatting of ours. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeSlack(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Only what the manifest itself says is read as markup. */
function mentioned(mention: string): readonly Block[] {
  return mention === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text: mention.trim() } }];
}

/** Plain text: in mrkdwn Slack would make links of addresses and names that it finds, however they are escaped. */
function section(text: string): Block {
  return { type: 'section', text: { type: 'plain_text', text: cut(text, SECTION) } };
}

function context(text: string): Block {
  return { type: 'context', elements: [{ type: 'plain_text', text: cut(text, SECTION - 1_000) }] };
}

/** The last of what is no button goes first where all is too long. */
function withinLimit(blocks: readonly Block[], actions: readonly Block[]): readonly Block[] {
  const kept = [...blocks];
  while (kept.length > 1 && JSON.stringify([...kept, ...actions]).length > ALL) kept.pop();
  return [...kept, ...actions];
}
