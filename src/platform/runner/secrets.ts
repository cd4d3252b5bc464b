import { maskCommands } from './commands.ts';

/**
 * Secrets that this process has seen. The runner masks what is printed; files (reports, state, summaries) and messages to
 * other systems are ours to keep clean, so everything that leaves the process passes through `redact`.
 */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #write: (commands: string) => void;

  constructor(write: (commands: string) => void) {
    this.#write = write;
  }

  /** Masks the secret before its first use and returns it. */
  add(secret: string): string {
    if (secret.trim() !== '' && !this.#values.has(secret)) {
      this.#write(maskCommands(secret));
      this.#values.add(secret);
    }
    return secret;
  }

  /** The text without any secret, longest first so that one inside another leaves no remainder. */
  redact(text: string): string {
    let clean = text;
    for (const secret of [...this.#values].sort((a, b) => b.length - a.length)) {
      clean = clean.replaceAll(secret, '***');
      const encoded = encodeURIComponent(secret);
      if (encoded !== secret) clean = clean.replaceAll(encoded, '***');
    }
    return clean;
  }
}
