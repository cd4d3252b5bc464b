import { code, escapeMarkdown, table } from '../train/markdown.ts';
import type { Outcome } from './register.ts';

const MARKS = { created: '✅', updated: '✅', unchanged: '✅', failed: '❌' } as const;

/** The outcome of one operation as Markdown, for the person who reads the step's summary. */
export function outcomeSummary(title: string, outcome: Outcome, registryUrl: string): string {
  const parts = [`### ${MARKS[outcome.result]} ${escapeMarkdown(title)}: ${outcome.result}`];
  parts.push(`Registry: ${code(registryUrl)}`);
  if (outcome.result === 'failed') parts.push(`**${escapeMarkdown(outcome.reason)}**`);
  else if (outcome.pending) parts.push(`Waits for a person: ${code(outcome.pending)}`);
  const rows = outcome.result === 'failed' ? outcome.differences : outcome.changes;
  if (rows.length > 0) {
    const found = outcome.result === 'failed' ? 'The registry has' : 'Before';
    parts.push(
      table(
        ['Field', found, 'Wanted'],
        rows.map(({ field, expected, found }) => [code(field), code(found ?? '(none)'), code(expected)]),
      ),
    );
  }
  if (outcome.notes.length > 0) parts.push(outcome.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n'));
  return parts.join('\n\n');
}
