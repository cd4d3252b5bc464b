import type { Runner } from '../../platform/runner/action.ts';
import { code, codeBlock, escapeMarkdown, link } from '../../platform/text/markdown.ts';
import type { FailedJob } from './failed-jobs.ts';

/** A failed job in the log, folded. */
export async function printJob({ name, conclusion, steps, url, log }: FailedJob, runner: Runner): Promise<void> {
  const where = steps.length > 0 ? ` at step ${steps.map((step) => JSON.stringify(step)).join(', ')}` : '';
  await runner.log.group(`Job ${JSON.stringify(name)}: ${conclusion}${where}`, () => {
    if (log !== undefined) runner.log.info(log);
    runner.log.info(url);
  });
}

/** A failed job in a step summary: where it failed and the end of its log. */
export function jobMarkdown({ name, url, conclusion, steps, log }: FailedJob): string {
  const where = steps.length > 0 ? ` at ${steps.map(code).join(', ')}` : '';
  const head = `**${link(name, url)}** ${escapeMarkdown(conclusion)}${where}`;
  return log === undefined ? head : `${head}\n\n${codeBlock(log)}`;
}
