import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { changedFields, describeOutcome, type Task } from './outcome-text.ts';
import type { RegisterOutcome } from './register.ts';

/** The outcome of one operation as Markdown, for the person who reads the step's summary. */
export function outcomeSummary(task: Task, outcome: RegisterOutcome, registryUrl: string): string {
  const parts = [`### ${markOf(outcome)} ${escapeMarkdown(describeOutcome(task, outcome))}`];
  parts.push(`Registry: ${code(registryUrl)}`);
  if (outcome.result === 'failed') parts.push(`**${escapeMarkdown(outcome.reason)}**`);
  else if (outcome.pending) parts.push(`Not in force before a person merges ${code(outcome.pending)}`);
  const rows = outcome.result === 'failed' ? outcome.differences : changedFields(outcome);
  if (rows.length > 0) {
    const found = outcome.result === 'failed' ? 'The registry has' : 'Before';
    parts.push(
      table(
        ['Field', found, 'Wanted'],
        rows.map(({ field, expected, found }) => [code(field), code(found || '(none)'), code(expected || '(none)')]),
      ),
    );
  }
  if (outcome.notes.length > 0) parts.push(outcome.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n'));
  return parts.join('\n\n');
}

function markOf(outcome: RegisterOutcome): string {
  if (outcome.result === 'failed') return '❌';
  return outcome.pending === undefined ? '✅' : '⏳';
}
