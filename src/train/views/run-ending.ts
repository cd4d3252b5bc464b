import { code, link } from '../../platform/text/markdown.ts';

/** Where a run elsewhere failed, and what it said: the first job that did. */
export interface RunEnding {
  readonly job: string;
  readonly url: string;
  readonly steps: readonly string[];
  /** The line of its log that says why, as far as one does. */
  readonly said: string | undefined;
}

/** By component id; what is not there could not be read, or was not looked at. */
export type RunEndings = ReadonlyMap<string, RunEnding>;

/** A sentence in Markdown: which job failed at which step, and its own words. */
export function endingMarkdown({ job, url, steps, said }: RunEnding): string {
  const [step] = steps;
  const where = `${link(job, url)} failed${step === undefined ? '' : ` at ${code(step)}`}`;
  return said === undefined ? `${where}.` : `${where}: ${code(said)}`;
}

/** The same as plain text. */
export function endingText({ job, steps, said }: Pick<RunEnding, 'job' | 'steps' | 'said'>): string {
  const [step] = steps;
  const where = `Job ${job} failed${step === undefined ? '' : ` at step ${step}`}`;
  return said === undefined ? `${where}.` : `${where}: ${said.replace(/[.]$/, '')}.`;
}
