import { UserError } from '../errors.ts';
import { maskCommands } from './log.ts';
import { encodingsOf } from './secret-encodings.ts';

/** What is shorter stands in every other word: hiding it would hide everything, and the runner would drop outputs. */
const SHORTEST = 4;

/** What an action answers in one word. A secret that is such a word says nothing there; hidden, it would break what reads it. */
const VERDICTS: ReadonlySet<string> = new Set([
  ...['true', 'false', 'healthy', 'unhealthy', 'inconclusive', 'created', 'updated', 'unchanged', 'failed', 'warned'],
  ...['running', 'parked', 'succeeded', 'cancelled', 'rolled-back', 'rollback-failed', 'success', 'failure', 'error'],
  ...['pending', 'queued', 'completed', 'in_progress', 'waiting', 'requested', 'neutral', 'skipped', 'stale', 'none'],
  ...['timed_out', 'startup_failure', 'action_required', 'run-details', 'nonce'],
]);

/**
 * Secrets that this process has seen. The runner masks what is printed; files (reports, state, summaries) and messages to
 * other systems are ours to keep clean, so everything that leaves the process passes through `redact` or `redactIn`.
 */
export class Secrets {
  readonly #values = new Set<string>();
  /** Every form in which one of them may show up, the longest first, so that one inside another leaves no remainder. */
  #forms: readonly string[] = [];
  readonly #write: (commands: string) => void;

  constructor(write: (commands: string) => void) {
    this.#write = write;
  }

  /**
   * Masks the secret before its first use and returns it. Throws a UserError where it is too short to be hidden; `name` says
   * there where it comes from.
   */
  add(secret: string, name = 'A secret'): string {
    const value = secret.trim();
    if (value === '' || this.#values.has(secret)) return secret;
    if (value.length < SHORTEST) {
      throw new UserError(
        `${name} is too short to be kept secret: it has ${value.length} characters, expected at least ${SHORTEST}. ` +
          'Its text stands in many other words, which would all be masked. Is it the right value?',
      );
    }
    this.#write(maskCommands(secret));
    this.#values.add(secret);
    this.#forms = [...new Set([...this.#forms, ...encodingsOf(secret, SHORTEST)])].sort((a, b) => b.length - a.length);
    return secret;
  }

  /** The text without any secret, in whatever encoding. */
  redact(text: string): string {
    return this.#forms.reduce((clean, form) => (clean.includes(form) ? clean.replaceAll(form, '***') : clean), text);
  }

  /** A value as JSON has it, with every text in it redacted; names of fields, numbers and booleans are structure and stay. */
  redactIn<T>(value: T): T {
    if (this.#forms.length === 0) return value;
    return mapped(value, (text) => (VERDICTS.has(text) ? text : this.redact(text))) as T;
  }
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]));
}
