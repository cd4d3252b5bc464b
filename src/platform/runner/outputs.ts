import type { LostOutputs } from './lost-outputs.ts';
import type { Secrets } from './secrets.ts';

/** A summary above 1 MiB is dropped whole by the runner, so we stay below and say that we cut. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;

/** What a step leaves behind: outputs and its summary. Values never contain a secret. */
export interface Outputs {
  /** Sets an output; anything but a string is written as JSON. Undefined leaves it unset. */
  set(name: string, value: unknown): Promise<void>;
  /** Appends Markdown to the step summary. */
  summarise(markdown: string): Promise<void>;
}

export function createOutputs(
  env: Readonly<Record<string, string | undefined>>,
  secrets: Secrets,
  lost: Pick<LostOutputs, 'readOutput'>,
): Outputs {
  let written = 0;
  return {
    async set(name, value) {
      if (value === undefined) return;
      const { setOutput } = await toolkit();
      const clean = secrets.redactIn(value);
      const text = typeof clean === 'string' ? clean : JSON.stringify(clean);
      lost.readOutput(name, text);
      setOutput(name, text);
    },
    async summarise(markdown) {
      if (!env.GITHUB_STEP_SUMMARY) return;
      const { summary } = await toolkit();
      const text = truncate(`${secrets.redact(markdown)}\n`, SUMMARY_LIMIT - written);
      written += Buffer.byteLength(text);
      await summary.addRaw(text).write();
    },
  };
}

/** @actions/core takes 20 ms to evaluate (it brings an HTTP client), and nothing is output before the first request. */
function toolkit() {
  return import('@actions/core');
}

/** The text cut at a line end to at most `limit` bytes, with a note that says so. */
export function truncate(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const note = '\n\n_The summary was cut here: GitHub shows at most 1 MiB a step._\n';
  const room = limit - Buffer.byteLength(note);
  if (room <= 0) return '';
  // A line end is one byte of its own, so nothing is cut in the middle of a character.
  const bytes = Buffer.from(text).subarray(0, room);
  return bytes.toString('utf8', 0, Math.max(0, bytes.lastIndexOf(0x0a))) + note;
}
