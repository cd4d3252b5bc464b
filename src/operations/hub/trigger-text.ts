import { code, escapeMarkdown } from '../../platform/text/markdown.ts';
import type { HubAnswer, Trigger } from './trigger.ts';

/** What to tell where the hub did not answer, or nobody can say whether it did; undefined where all is well. */
export function answerWarning({ hub, eventType, payload }: Trigger, answered: HubAnswer): string | undefined {
  if (answered.answer === 'status') return undefined;
  if (answered.answer === 'unseen') {
    return `The event was accepted by ${hub}, but whether a run answered cannot be seen: ${answered.why}`;
  }
  return (
    `The event was accepted by ${hub}, but no run answered within 60 s. Does its workflow list ${eventType} under ` +
    `repository_dispatch types? Is ${payload.source_repo} among the sources? Are Actions enabled there?`
  );
}

/** The step's summary. */
export function triggerSummary({ hub, eventType, payload }: Trigger, reason: string, answered: HubAnswer): string {
  const status =
    answered.answer === 'status' ? `${answered.status.state}: ${answered.status.description}` : 'no answer';
  return [
    `### ${escapeMarkdown(eventType)} → ${escapeMarkdown(hub.name)}`,
    `${code(payload.component)} at ${code(payload.sha.slice(0, 7))}: ${escapeMarkdown(reason)}. ${escapeMarkdown(status)}`,
  ].join('\n\n');
}
