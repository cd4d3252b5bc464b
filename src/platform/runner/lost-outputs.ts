import { listed } from '../text/wording.ts';

/** What GitHub takes of a job's outputs together; it counts two bytes a character. https://docs.github.com/actions/reference/limits */
const LARGEST_OUTPUTS_BYTES = 1_048_576;
const BYTES_A_CHARACTER = 2;

/** Watches what a step outputs for what a job would not hand on, without an error or with one that says nothing. */
export interface LostOutputs {
  /** A secret input as it was given: each of its lines is a mask for the runner, however short. */
  readSecret(value: string, name: string): void;
  readOutput(name: string, text: string): void;
  /** A sentence for each way in which outputs get lost. */
  warnings(): string[];
}

export function createLostOutputs(): LostOutputs {
  const lines = new Map<string, string>();
  const outputs = new Map<string, string>();
  return {
    readSecret(value, name) {
      const all = value.split(/[\r\n]+/).filter((line) => line.trim() !== '');
      // The whole of a secret is redacted from outputs; of one with several lines, what is short is not.
      if (all.length > 1) for (const line of all) lines.set(line, name);
    },
    readOutput: (name, text) => {
      outputs.set(name, text);
    },
    warnings: () => [...droppedFor(lines, outputs), ...tooLarge(outputs)],
  };
}

function droppedFor(lines: ReadonlyMap<string, string>, outputs: ReadonlyMap<string, string>): string[] {
  const bySecret = new Map<string, Set<string>>();
  for (const [line, secret] of lines) {
    for (const [name, text] of outputs) {
      if (text.includes(line)) bySecret.set(secret, (bySecret.get(secret) ?? new Set()).add(name));
    }
  }
  return [...bySecret].map(
    ([secret, names]) =>
      `${names.size === 1 ? 'The output' : 'The outputs'} ${listed([...names].sort())} of this step ${names.size === 1 ? 'holds' : 'hold'} a line of ${secret}. ` +
      `Where the whole of ${secret} is one secret, GitHub drops ${names.size === 1 ? 'it' : 'them'} from the outputs of the job, and what reads ${names.size === 1 ? 'it' : 'them'} gets nothing. ` +
      'Write the secret as YAML, or as JSON on one line.',
  );
}

function tooLarge(outputs: ReadonlyMap<string, string>): string[] {
  const sizes = [...outputs].map(([name, text]) => ({ name, bytes: text.length * BYTES_A_CHARACTER }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= LARGEST_OUTPUTS_BYTES) return [];
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
  const named = largest.map(({ name, bytes }) => `${name} ${bytes.toLocaleString('en')}`);
  return [
    `The outputs of this step are ${total.toLocaleString('en')} bytes together as GitHub counts them (${listed(named)}). A job whose outputs are more than ` +
      `${LARGEST_OUTPUTS_BYTES.toLocaleString('en')} bytes fails at its end: hand on only what other jobs need, or select fewer components (packages).`,
  ];
}
