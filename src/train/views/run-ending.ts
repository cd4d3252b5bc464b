import { code, link } from '../../platform/text/markdown.ts';

/** Where a run elsewhere failed, and what it said: the first job that did. */
export interface RunEnding {
  readonly job: string;
  readonly url: string;
  /** GitHub's word for how it ended: what was cancelled did not fail. */
  readonly conclusion: string;
  readonly steps: readonly string[];
  /** The line of its log that says why, as far as one does. */
  readonly said: string | undefined;
}

/** By component id; what is not there could not be read, or was not looked at. */
export type RunEndings = ReadonlyMap<string, RunEnding>;

/** A sentence in Markdown: which job ended at which step, and its own words. */
export function endingMarkdown({ job, url, conclusion, steps, said }: RunEnding): string {
  const [step] = steps;
  const where = `${link(job, url)} ${ended(conclusion)}${step === undefined ? '' : ` at ${code(step)}`}`;
  return said === undefined ? `${where}.` : `${where}: ${code(said)}`;
}

/** The same as plain text. */
export function endingText({ job, conclusion, steps, said }: Omit<RunEnding, 'url'>): string {
  const [step] = steps;
  const where = `Job ${job} ${ended(conclusion)}${step === undefined ? '' : ` at step ${step}`}`;
  return said === undefined ? `${where}.` : `${where}: ${said.replace(/[.]$/, '')}.`;
}

function ended(conclusion: string): string {
  return conclusion === 'cancelled' ? 'was cancelled' : 'failed';
}
