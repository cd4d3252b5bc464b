import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActivities } from '../../src/engine/activities.ts';
import { branchStore } from '../../src/engine/branch-store.ts';
import { fileStore } from '../../src/engine/file-store.ts';
import { planHash } from '../../src/engine/plan-train.ts';
import { deserialise, type Saved, type StateStore } from '../../src/engine/store.ts';
import { moveTrain, openTrain } from '../../src/engine/train.ts';
import { UserError } from '../../src/errors.ts';
import { clientsByOwner } from '../../src/github/clients.ts';
import { staticToken } from '../../src/github/tokens.ts';
import { isOpen, type TrainState } from '../../src/train/state.ts';
import { createRandom, type Random } from '../random.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { findViolations } from './invariants.ts';
import { scheduleDeeds } from './people.ts';
import { Process, type Sent } from './process.ts';
import type { Kept } from './record.ts';
import type { Scenario } from './scenario.ts';
import { silent } from './silent.ts';
import { createUniverse, HOME, type Universe } from './universe.ts';

export const TRAIN = 'train-1';

export interface History {
  readonly violations: readonly string[];
  readonly status: TrainState['status'] | 'nothing';
  readonly hash: string;
  readonly trace: readonly string[];
  readonly requests: number;
  readonly minutes: number;
}

const MINUTE = 60_000;
const MOST_JOBS = 120;
/** So many requests are no history but an endless loop. */
const MOST_REQUESTS = 20_000;
/** Virtual time within which every train has to end. */
const LONGEST = 3 * 24 * 60 * MINUTE;

/** Runs one history to its end and judges it. */
export async function runHistory(scenario: Scenario, options: { check?: 'all' | 'none' } = {}): Promise<History> {
  const clock = new VirtualClock();
  const universe = createUniverse(scenario, clock, options.check ?? 'none');
  const folder = scenario.store === 'file' ? mkdtempSync(join(tmpdir(), 'history-')) : undefined;
  const play = new Play(scenario, { clock, universe, folder });
  try {
    return await play.run();
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

type End = { readonly state: TrainState } | { readonly error: unknown } | 'dead' | 'replaced';

class Play {
  readonly #scenario: Scenario;
  readonly #clock: VirtualClock;
  readonly #universe: Universe;
  readonly #folder: string | undefined;
  readonly #random: Random;
  readonly #start: number;
  readonly #sent: Sent[] = [];
  readonly #kept: Kept[] = [];
  readonly #processes: Process[] = [];
  #files: Promise<unknown> = Promise.resolve();
  readonly #broken: string[] = [];
  readonly #trace: string[] = [];
  readonly #working = new Set<Promise<unknown>>();

  constructor(scenario: Scenario, parts: { clock: VirtualClock; universe: Universe; folder: string | undefined }) {
    this.#scenario = scenario;
    this.#clock = parts.clock;
    this.#universe = parts.universe;
    this.#folder = parts.folder;
    this.#random = createRandom(scenario.seed).fork('play');
    this.#start = parts.clock.now();
  }

  async run(): Promise<History> {
    const { github } = this.#universe;
    github.subscribe((effect) => {
      const { kind, repository, nonce = '', runId = '', conclusion = '', requestId = '-' } = effect;
      this.#say(requestId, `${kind} ${repository} ${runId} ${nonce} ${conclusion}`.trim());
      if (kind === 'commit' && repository === HOME) this.#keepFromBranch(effect.sha ?? '');
    });
    this.#clock.at(this.#start + this.#scenario.calmAfter, () => {
      this.#say('world', 'calm');
      this.#universe.calm();
    });
    const say = (text: string) => this.#say('people', text);
    scheduleDeeds(this.#scenario, { clock: this.#clock, github, random: this.#random.fork('people'), say });
    try {
      await this.#clock.run(this.#scenario.mode === 'wait' ? this.#waitForIt() : this.#advanceIt(), { limit: LONGEST });
    } catch (error) {
      this.#broken.push(`6: ${error instanceof Error ? error.message : error}`);
    }
    return this.#judge();
  }

  #say(who: string, text: string): void {
    const at = ((this.#clock.now() - this.#start) / 1_000).toFixed(3).padStart(9);
    this.#trace.push(`${at} ${who.padEnd(8)} ${text}`);
  }

  #keepFromBranch(sha: string): void {
    const { git } = this.#universe.github.repository(HOME);
    const text = (file: string) => {
      const entry = git.entryAt(git.commit(sha)?.tree ?? '', `trains/${TRAIN}/${file}.json`);
      return entry && git.blob(entry.sha)?.toString('utf8');
    };
    const [plan, state] = [text('plan'), text('state')];
    if (plan !== undefined && state !== undefined) this.#keep(deserialise({ plan, state }, TRAIN, 'the truth'));
  }

  #keep(saved: Saved): void {
    this.#kept.push({ at: this.#clock.now(), saved });
    const parts = Object.entries(saved.state.components).map(([id, { status }]) => `${id}=${status}`);
    this.#say('kept', `#${saved.writes} ${saved.state.status} ${parts.join(' ')}`);
  }

  get #isCalm(): boolean {
    return this.#clock.now() >= this.#start + this.#scenario.calmAfter;
  }

  get #state(): TrainState | undefined {
    return this.#kept.at(-1)?.saved.state;
  }

  #spawn(): Process {
    const { features } = this.#scenario;
    const random = this.#random.fork(`process ${this.#processes.length}`);
    const dies =
      features.has('crashes') && !this.#isCalm && random.next() < 0.5
        ? { call: random.between(1, 80), when: random.pick(['before', 'after'] as const) }
        : undefined;
    const process = new Process({
      name: `p${this.#processes.length + 1}`,
      clock: this.#clock,
      fetch: this.#universe.github.fetch,
      skewMs: features.has('skew') ? random.between(-20_000, 20_000) : 0,
      dies,
      onSent: (sent) => {
        if (this.#sent.push(sent) === MOST_REQUESTS) this.#broken.push(`6: ${MOST_REQUESTS} requests and no end`);
        if (this.#sent.length > MOST_REQUESTS) process.kill();
        this.#say(sent.process, `${sent.method} ${sent.path}`);
      },
    });
    this.#processes.push(process);
    return process;
  }

  /** Runs one job of an orchestrator, as the runner does, until it ends, dies, or somebody starts another in its place. */
  #job(resume: boolean): Promise<End> {
    const process = this.#spawn();
    const { name } = process;
    this.#say(name, `starts${resume ? '' : ' without resume'}`);
    const controller = new AbortController();
    const work = this.#orchestrate(process, controller.signal, resume).then(
      (state): End => ({ state }),
      (error: unknown): End => ({ error }),
    );
    const ends = work.then((end) => {
      this.#hear(name, end, controller.signal);
      return end;
    });
    const death = process.death.then((): End => {
      this.#say(name, 'dies');
      return 'dead';
    });
    const over = Promise.race([ends, death]);
    this.#working.add(over);
    void over.then(() => this.#working.delete(over));
    this.#interrupt(process, controller, ends);
    return Promise.race([over, this.#replacement(process)]);
  }

  #hear(name: string, end: End, { aborted }: AbortSignal): void {
    if (typeof end === 'string') return;
    this.#say(name, 'state' in end ? `leaves it ${end.state.status}` : `fails: ${String(end.error)}`);
    if ('state' in end) {
      const left = JSON.stringify(end.state);
      const isKept = this.#kept.some(({ saved }) => JSON.stringify(saved.state) === left);
      if (!isKept) this.#broken.push(`8: ${name} left a state that was never kept`);
      return;
    }
    if (end.error instanceof UserError || aborted) return;
    this.#broken.push(`defect: ${end.error instanceof Error ? end.error.stack : end.error}`);
  }

  /** Some jobs are cancelled; where GitHub works, everything is saved before the runner kills them. */
  #interrupt(process: Process, controller: AbortController, ends: Promise<End>): void {
    const random = this.#random.fork(`interrupt ${process.name}`);
    if (!this.#scenario.features.has('interrupts') || this.#isCalm || random.next() > 0.3) return;
    const isQuiet = random.next() < 0.6;
    let isOver = false;
    void ends.then(() => {
      isOver = true;
    });
    const delay = random.between(1_000, 8 * MINUTE);
    const quietBefore = 40_000;
    if (isQuiet)
      this.#clock.at(this.#clock.now() + delay - quietBefore, () => this.#universe.hush(quietBefore + 10_000));
    this.#clock.at(this.#clock.now() + delay, () => {
      if (isOver || process.isDead) return;
      this.#say(process.name, 'SIGINT');
      const mustSave =
        isQuiet && delay > quietBefore && !process.isPaused && !process.isFrozen && this.#kept.length > 0;
      controller.abort(new Error('SIGINT'));
      this.#clock.at(this.#clock.now() + 4_500, () => {
        if (isOver || process.isDead) return;
        process.kill();
        if (mustSave && !process.isFrozen && !process.isPaused)
          this.#broken.push(`8: ${process.name} had not ended 4.5 s after SIGINT`);
      });
    });
  }

  /** Some jobs stand still for minutes; meanwhile somebody starts another one. */
  #replacement(process: Process): Promise<End> {
    const random = this.#random.fork(`zombie ${process.name}`);
    if (!this.#scenario.features.has('zombies') || this.#isCalm || random.next() > 0.4) return new Promise(() => {});
    return new Promise((resolve) => {
      const freeze = () => {
        if (process.isDead) return;
        this.#say(process.name, 'freezes');
        process.freeze(random.between(20_000, 20 * MINUTE));
        this.#clock.at(this.#clock.now() + random.between(0, 30_000), () => resolve('replaced'));
      };
      // The worst moment is when it has something to say and has not said it.
      if (random.next() < 0.5) process.beforeSave(random.between(1, 12), freeze);
      else this.#clock.at(this.#clock.now() + random.between(500, 6 * MINUTE), freeze);
    });
  }

  async #orchestrate(process: Process, signal: AbortSignal, resume: boolean): Promise<TrainState> {
    const { plan, mode, features } = this.#scenario;
    const random = this.#random.fork(`random ${process.name}`);
    const { clock } = process;
    const clientFor = clientsByOwner({
      token: staticToken('secret'),
      apiUrl: this.#universe.github.url,
      clock,
      fetch: process.fetch,
      random: random.next,
    });
    const store = this.#storeFor(process, clientFor, random);
    const planned = async () => ({ plan, hash: planHash(plan), leftOut: [], warnings: [] });
    const salt = `ra${Math.floor(random.next() * 2 ** 40).toString(16)}`;
    const saved = await openTrain({ trainId: TRAIN, store, plan: planned, now: clock.now(), salt, signal });
    const gates = { registry: this.#universe.registryFor(process), health: this.#universe.healthFor(process) };
    const jobTime =
      mode === 'advance' ? 5 * MINUTE : features.has('interrupts') ? random.between(15, 90) * MINUTE : 330 * MINUTE;
    return moveTrain(saved, {
      store,
      clock,
      signal,
      mode,
      resume,
      deadline: clock.now() + jobTime,
      activities: createActivities({ plan, clientFor, gates, clock, log: silent }),
    });
  }

  #storeFor(process: Process, clientFor: ReturnType<typeof clientsByOwner>, random: Random): StateStore {
    if (this.#folder === undefined) {
      const client = clientFor(HOME);
      return branchStore({ client, repository: HOME, clock: process.clock, random: random.next });
    }
    const store = fileStore(this.#folder);
    const save = async (saved: Saved, message: string) => {
      const outcome = await store.save(saved, message);
      if (outcome === 'saved') this.#keep(saved);
      return outcome;
    };
    const local = <T>(work: () => Promise<T>) => process.local(this.#inTurn(work));
    return {
      ...store,
      load: (id) => local(() => store.load(id)),
      save: (saved, message) => local(() => save(saved, message)),
      open: () => local(() => store.open()),
      lastGood: () => local(() => store.lastGood()),
    };
  }

  /** Real files take real time: one after another, or the same seed would not be the same history. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#files.then(work);
    this.#files = turn.catch(() => {});
    return turn;
  }

  /** A job that waits, and whoever starts it again when it is gone. */
  async #waitForIt(): Promise<void> {
    let resumes = this.#scenario.resumes;
    for (let jobs = 0; jobs < MOST_JOBS; jobs += 1) {
      await this.#takeUp();
      if (this.#isOver(resumes)) await Promise.all(this.#working);
      if (this.#isOver(resumes)) break;
      const state = this.#state;
      if (state && !isOpen(state)) resumes -= 1;
      const pause = Math.max(0, (state?.parkedUntil ?? 0) - this.#clock.now());
      await this.#clock.sleep(pause + this.#random.between(1_000, 5 * MINUTE));
    }
    await Promise.all(this.#working);
  }

  /** Nobody takes it up any more; whoever still works on it may. */
  #isOver(resumes: number): boolean {
    const state = this.#state;
    return state !== undefined && !isOpen(state) && (state.status === 'succeeded' || resumes <= 0);
  }

  /** Somebody takes the train up; at times two people do so at the same moment, and one soon ends the job that is too many. */
  async #takeUp(): Promise<void> {
    const random = this.#random.fork(`take up ${this.#processes.length}`);
    const job = this.#job(true);
    if (!this.#scenario.features.has('people') || random.next() > 0.4) return void (await job);
    const other = this.#job(true);
    const tooMany = this.#processes.at(-1);
    this.#clock.at(this.#clock.now() + random.between(500, random.pick([5_000, 5 * MINUTE])), () => tooMany?.kill());
    await Promise.all([job, other]);
  }

  /** Sweeps every 15 minutes and callbacks of children, which get lost, come twice, late, or from a forger. */
  async #advanceIt(): Promise<void> {
    const callbacks = this.#random.fork('callbacks');
    const tick = async (resume = false): Promise<void> => {
      const before = this.#clock.now();
      const wasCalm = this.#isCalm;
      await this.#job(resume);
      const seconds = (this.#clock.now() - before) / 1_000;
      if (wasCalm && seconds > 60) this.#broken.push(`advance: a tick held its job for ${seconds} s`);
    };
    let line: Promise<void> = Promise.resolve();
    const queue = () => {
      if (this.#state && !isOpen(this.#state)) return;
      if (this.#scenario.features.has('zombies') && callbacks.next() < 0.3) void tick();
      else line = line.then(() => tick());
    };
    this.#universe.github.subscribe(({ kind }) => {
      if (kind !== 'run-ended' || callbacks.next() < 0.3) return;
      this.#clock.at(this.#clock.now() + callbacks.between(1_000, 90_000), queue);
      if (callbacks.next() < 0.2) this.#clock.at(this.#clock.now() + callbacks.between(1_000, 90_000), queue);
    });
    let resumes = this.#scenario.resumes;
    line = tick(true);
    await line;
    for (let sweeps = 0; sweeps < 4 * MOST_JOBS; sweeps += 1) {
      await this.#clock.sleep(15 * MINUTE);
      if (this.#isOver(resumes)) await Promise.all(this.#working);
      if (this.#isOver(resumes)) break;
      const state = this.#state;
      if (state && isOpen(state)) queue();
      else {
        if (state) resumes -= 1;
        await tick(true);
      }
      await line;
    }
    await Promise.all(this.#working);
  }

  #judge(): History {
    const { github } = this.#universe;
    const final = this.#kept.at(-1)?.saved;
    const violations = findViolations({
      scenario: this.#scenario,
      universe: this.#universe,
      sent: this.#sent,
      kept: this.#kept,
      processes: this.#processes,
      broken: this.#broken,
      final,
    });
    const hash = createHash('sha256').update(github.traceHash()).update(this.#trace.join('\n')).digest('hex');
    return {
      violations,
      status: final?.state.status ?? 'nothing',
      hash,
      trace: this.#trace,
      requests: github.requests.length,
      minutes: (this.#clock.now() - this.#start) / MINUTE,
    };
  }
}
