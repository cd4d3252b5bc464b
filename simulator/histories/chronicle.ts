import type { Saved } from '../../src/engine/stores/train-store.ts';
import type { TrainState } from '../../src/train/machine/state.ts';
import type { SimulatedGitHub } from '../github.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import type { Sent } from './process.ts';
import type { Kept } from './record.ts';
import { TRAIN } from './scenario.ts';
import { HOME } from './universe.ts';

/** So many requests are no history but an endless loop. */
const MOST_REQUESTS = 20_000;

/** What is written down of a history while it runs. */
export class Chronicle {
  readonly #clock: VirtualClock;
  readonly #start: number;
  readonly #trace: string[] = [];
  readonly #kept: Kept[] = [];
  readonly #sent: Sent[] = [];
  readonly #broken: string[] = [];
  #plan: { readonly text: string; readonly plan: Saved['plan'] } | undefined;
  #latest: { readonly sha: string | undefined; readonly saved: Saved | undefined } | undefined;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    this.#start = clock.now();
  }

  /** All that happened, a line each: of two histories that are the same, every line is. */
  get trace(): readonly string[] {
    return this.#trace;
  }

  get kept(): readonly Kept[] {
    return this.#kept;
  }

  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** What orchestrators promised and did not keep. */
  get broken(): readonly string[] {
    return this.#broken;
  }

  /** The state that was kept last. */
  get state(): TrainState | undefined {
    return this.#kept.at(-1)?.saved.state;
  }

  get elapsed(): number {
    return this.#clock.now() - this.#start;
  }

  say(who: string, text: string): void {
    const at = (this.elapsed / 1_000).toFixed(3).padStart(9);
    this.#trace.push(`${at} ${who.padEnd(8)} ${text}`);
  }

  accuse(text: string): void {
    this.#broken.push(text);
  }

  keep(saved: Saved): void {
    this.#kept.push({ at: this.#clock.now(), saved });
    const parts = Object.entries(saved.state.components).map(([id, { status }]) => `${id}=${status}`);
    this.say('kept', `#${saved.writes} ${saved.state.status} ${parts.join(' ')}`);
  }

  /** Writes a request down; whether whoever sent it may go on. */
  send(sent: Sent): boolean {
    if (this.#sent.push(sent) === MOST_REQUESTS) this.accuse(`6: ${MOST_REQUESTS} requests and no end`);
    this.say(sent.process, `${sent.method} ${sent.path}`);
    return this.#sent.length <= MOST_REQUESTS;
  }

  /** Writes down what happens on GitHub, and each state that is kept there. */
  follow(github: SimulatedGitHub): void {
    github.subscribe((effect) => {
      const { kind, repository, nonce = '', runId = '', conclusion = '', requestId = '-' } = effect;
      this.say(requestId, `${kind} ${repository} ${runId} ${nonce} ${conclusion}`.trim());
      if (kind !== 'commit' || repository !== HOME) return;
      const saved = this.#savedIn(github, effect.sha ?? '');
      this.#latest = { sha: effect.sha, saved };
      if (saved) this.keep(saved);
    });
  }

  /** The train in the commit that was made last. */
  savedWith(sha: string | undefined): Saved | undefined {
    return this.#latest?.sha === sha ? this.#latest?.saved : undefined;
  }

  /** The train as a commit of its repository keeps it; its plan, which does not change, is read once. */
  #savedIn(github: SimulatedGitHub, sha: string): Saved | undefined {
    const { git } = github.repository(HOME);
    const text = (file: string) => {
      const entry = git.entryAt(git.commit(sha)?.tree ?? '', `trains/${TRAIN}/${file}.json`);
      return entry && git.blob(entry.sha)?.toString('utf8');
    };
    const [planText, stateText, ledger] = [text('plan'), text('state'), text('ledger')];
    if (planText === undefined || stateText === undefined) return undefined;
    if (this.#plan?.text !== planText) this.#plan = { text: planText, plan: JSON.parse(planText) };
    const { writes, ...state } = JSON.parse(stateText);
    return { plan: this.#plan.plan, state, writes, ...(ledger && { ledger: JSON.parse(ledger) }) };
  }
}
