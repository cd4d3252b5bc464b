import { readableLine } from '../terminal/log-line.ts';

/** How long nothing is printed at most, in milliseconds. */
const LONGEST_SILENCE = 5_000;

const ENDED = 'succeeded|failed|timed-out|blocked|skipped|cancelled|rolled-back|rollback-failed';
const PROGRESS = /^\[ *\d+\/\d+\] (?<id>\S+) (?<rest>.*)$/;
const NEWS = new RegExp(`(?:^| )(?:${ENDED})\\b`);

/**
 * What a person reads of a step's log while it runs: what ended, what is wrong, what was proven; and, when nothing of that has come
 * for some seconds, what is under way.
 */
export class Screen {
  readonly #started = Date.now();
  readonly #underWay = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #spokeAt = Date.now();

  constructor() {
    this.#timer = setInterval(() => this.#reassure(), 1_000);
  }

  line(line: string): void {
    const { id, rest = '' } = PROGRESS.exec(line)?.groups ?? {};
    if (id !== undefined) {
      if (NEWS.test(rest)) this.#underWay.delete(id);
      else this.#underWay.add(id);
      if (NEWS.test(rest) || rest.includes('rolling-back')) this.say(line);
      return;
    }
    const { kind, text = '' } = readableLine(line) ?? {};
    if (kind !== undefined) this.say(text.replaceAll('\n', ' '));
    else if (/^(?:Train |.*: (?:un)?healthy)/.test(line)) this.say(line);
  }

  say(text: string): void {
    this.#spokeAt = Date.now();
    console.log(`${((this.#spokeAt - this.#started) / 1_000).toFixed(1).padStart(5)}s ${text}`);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #reassure(): void {
    if (Date.now() - this.#spokeAt < LONGEST_SILENCE) return;
    this.say(this.#underWay.size === 0 ? '… waits' : `… under way: ${[...this.#underWay].join(', ')}`);
  }
}
