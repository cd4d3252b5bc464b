import type { Log } from '../../platform/runner/log.ts';
import { code, codeBlock, escapeMarkdown, link } from '../../platform/text/markdown.ts';
import type { FailedJob } from './failed-jobs.ts';

/** A failed job in the log, folded. */
export async function printJob({ name, conclusion, steps, url, log }: FailedJob, out: Log): Promise<void> {
  const where = steps.length > 0 ? ` at step ${steps.map((step) => JSON.stringify(step)).join(', ')}` : '';
  await out.group(`Job ${JSON.stringify(name)}: ${conclusion}${where}`, () => {
    if (log !== undefined) out.info(log);
    out.info(url);
  });
}

/** A failed job in a step summary: where it failed and the end of its log. */
export function jobMarkdown({ name, url, conclusion, steps, log }: FailedJob): string {
  const where = steps.length > 0 ? ` at ${steps.map(code).join(', ')}` : '';
  const head = `**${link(name, url)}:** ${escapeMarkdown(conclusion)}${where}`;
  return log === undefined ? head : `${head}\n\n${codeBlock(log)}`;
}
