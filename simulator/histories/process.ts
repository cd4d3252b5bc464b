import type { HttpMessage, Limits, Reply, Transport } from '../../src/platform/net/transport.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import type { VirtualClock } from '../virtual-clock.ts';

/** A request as a process sent it. */
export interface Sent {
  readonly at: number;
  readonly process: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** The process had been told to wait, and the time was not over. */
  readonly tooEarly: boolean;
  /** GitHub answered that it did not act on it. */
  refused?: boolean;
}

/** What a limit without a time asks for at least: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const UNNAMED_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** How far beyond the time that GitHub names a client may keep away: it names whole seconds. */
const ROUNDING_MS = 2_000;

export interface ProcessOptions {
  readonly name: string;
  readonly clock: VirtualClock;
  readonly transport: Transport;
  /** How far its clock is from GitHub's, in milliseconds. */
  readonly skewMs: number;
  readonly onSent: (sent: Sent) => void;
  /** Dies at its n-th request (1-based): before it leaves, or after it was answered. */
  readonly dies?: { readonly call: number; readonly when: 'before' | 'after' } | undefined;
}

/**
 * The machine that an orchestrator runs on. When it dies nothing is ever answered to it again; while it is frozen its
 * answers and timers wait until it thaws.
 */
export class Process {
  readonly name: string;
  /** In the world's time. */
  readonly startedAt: number;
  readonly clock: Clock;
  readonly transport: Transport;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  wasFrozen = false;
  /** It saw that at once, and looked at nothing else. */
  hadNothingToDo = false;
  #options: ProcessOptions;
  #calls = 0;
  #saves = 0;
  #atSave: { readonly save: number; readonly deed: () => void } | undefined;
  #dead = false;
  #thaw: Promise<void> | undefined;
  #announceDeath: () => void = () => {};
  /** Unnamed limits in a row, each of which asks for twice the time, and until when it may keep away for what it was told. */
  #unnamed = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  /** Until when it may send nothing, by authorization: what it has been told. */
  readonly #told = new Map<string, number>();

  constructor(options: ProcessOptions) {
    const { clock, skewMs, name } = options;
    this.name = name;
    this.startedAt = clock.now();
    this.#options = options;
    this.death = new Promise((resolve) => {
      this.#announceDeath = resolve;
    });
    this.clock = {
      now: () => clock.now() + skewMs,
      sleep: async (ms, signal) => this.#pass(await clock.sleep(ms, signal)),
    };
    this.transport = (message, limits) => this.#send(message, limits);
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** The world's own time, for what is outside the machine. */
  worldTime(): number {
    return this.#options.clock.now();
  }

  /** GitHub has told it to wait, and that is not over. */
  get isPaused(): boolean {
    return this.worldTime() < this.#pausedUntil;
  }

  get isFrozen(): boolean {
    return this.#thaw !== undefined;
  }

  kill(): void {
    this.#dead = true;
    this.#announceDeath();
  }

  /** Stands still for so many milliseconds of the world's time. */
  freeze(ms: number): void {
    this.wasFrozen = true;
    const thaw = this.#options.clock.sleep(ms).then(() => {
      this.#thaw = undefined;
    });
    this.#thaw = thaw;
  }

  /** Does something to the machine right before its n-th write of a state (from now on, 1-based) leaves. */
  beforeSave(save: number, deed: () => void): void {
    this.#atSave = { save: this.#saves + save, deed };
  }

  /** Work of the machine itself, such as files: real, but only a living process hears of its end. */
  async local<T>(work: Promise<T>): Promise<T> {
    return this.#pass(await this.#options.clock.hold(work));
  }

  async #pass<T>(value: T): Promise<T> {
    while (this.#thaw) await this.#thaw;
    return this.#dead ? new Promise<T>(() => {}) : value;
  }

  async #send(message: HttpMessage, limits: Limits): Promise<Reply> {
    this.#calls += 1;
    const { dies } = this.#options;
    const isLast = dies?.call === this.#calls;
    if (isLast && dies.when === 'before') this.kill();
    if (this.#dead) return new Promise(() => {});
    if (message.url.pathname.endsWith('/graphql')) await this.#meetSave();
    const sent = this.#note(message);
    let reply: Reply;
    try {
      reply = await this.#options.transport(message, limits);
    } catch (error) {
      if (isLast) this.kill();
      await this.#pass(undefined);
      throw error;
    }
    if (isLast) this.kill();
    sent.refused = reply.status >= 400 && reply.status < 500;
    await this.#receive(limits.signal);
    this.#listen(reply, authorizationOf(message));
    return reply;
  }

  /** A machine that thaws runs its timers first: what they give up on is never read. */
  async #receive(signal: AbortSignal): Promise<void> {
    const isLate = this.#thaw !== undefined;
    await this.#pass(undefined);
    if (!isLate) return;
    await this.#options.clock.sleep(1);
    await this.#pass(undefined);
    signal.throwIfAborted();
  }

  async #meetSave(): Promise<void> {
    this.#saves += 1;
    if (this.#saves === this.#atSave?.save) this.#atSave.deed();
    await this.#pass(undefined);
  }

  #note(message: HttpMessage): Sent {
    const { clock, name, onSent } = this.#options;
    const { url, method } = message;
    const until = this.#told.get(authorizationOf(message)) ?? 0;
    const at = clock.now();
    const body = message.body === undefined ? '' : new TextDecoder().decode(message.body);
    const sent = { at, process: name, method, path: url.pathname + url.search, body, tooEarly: at < until };
    onSent(sent);
    return sent;
  }

  /** What GitHub asks of whoever it limits; written down without the code that is under test. */
  #listen({ status, headers }: Reply, authorization: string): void {
    // The embedded GitHub refuses nothing else with 403: every token may do everything.
    if (status !== 403 && status !== 429) {
      if (status < 400) this.#unnamed = 0;
      return;
    }
    const seconds = headers['retry-after'];
    const reset = headers['x-ratelimit-remaining'] === '0' ? headers['x-ratelimit-reset'] : undefined;
    const now = this.#options.clock.now();
    const until =
      seconds !== undefined
        ? now + Number(seconds) * 1_000
        : reset !== undefined
          ? Number(reset) * 1_000
          : now + UNNAMED_MS;
    this.#unnamed += seconds === undefined && reset === undefined ? 1 : 0;
    const doubled = Math.min(UNNAMED_MS * 2 ** (this.#unnamed - 1), LONGEST_PAUSE_MS);
    const keepsAway = seconds === undefined && reset === undefined ? now + doubled : until;
    this.#pausedUntil = Math.max(this.#pausedUntil, keepsAway + ROUNDING_MS);
    this.#told.set(authorization, Math.max(until, this.#told.get(authorization) ?? 0));
  }
}

function authorizationOf({ headers }: HttpMessage): string {
  return headers.authorization ?? '';
}
