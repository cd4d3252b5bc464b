import { KnownError } from '../../src/platform/errors.ts';
import type { TrainState } from '../../src/train/machine/state.ts';
import { interruptSome, replaceSome } from './mishaps.ts';
import { type Errand, orchestrate } from './orchestrator.ts';
import { isCalm, type Play } from './play.ts';
import { Process } from './process.ts';

type End = { readonly state: TrainState } | { readonly error: unknown };

/** The jobs of a history: each an orchestrator on a machine of its own, as the runner starts them. */
export class Jobs {
  readonly #play: Play;
  readonly #processes: Process[] = [];
  readonly #working = new Set<Promise<void>>();

  constructor(play: Play) {
    this.#play = play;
  }

  /** Of all jobs so far. */
  get processes(): readonly Process[] {
    return this.#processes;
  }

  /** Runs one job until it ends, dies, or somebody starts another in its place. */
  run(errand: Errand): Promise<void> {
    const { chronicle } = this.#play;
    const process = this.#spawn();
    const { name } = process;
    chronicle.say(name, `starts to ${errand}`);
    const controller = new AbortController();
    const { signal } = controller;
    const ended = orchestrate(this.#play, { process, signal, errand })
      .then(
        (state): End => ({ state }),
        (error: unknown): End => ({ error }),
      )
      .then((end) => this.#hear(process, end, signal));
    const died = process.death.then(() => chronicle.say(name, 'dies'));
    const over = Promise.race([ended, died]);
    this.#working.add(over);
    void over.then(() => this.#working.delete(over));
    interruptSome(this.#play, process, { controller, ended });
    return Promise.race([over, replaceSome(this.#play, process)]);
  }

  /** Resolves when all that still work, replaced ones too, have ended or died. */
  async allOver(): Promise<void> {
    await Promise.all(this.#working);
  }

  #spawn(): Process {
    const { scenario, clock, universe, chronicle } = this.#play;
    const { features } = scenario;
    const random = this.#play.random.fork(`process ${this.#processes.length}`);
    const dies =
      features.has('crashes') && !isCalm(this.#play) && random.next() < 0.5
        ? { call: random.between(1, 80), when: random.pick(['before', 'after'] as const) }
        : undefined;
    const process = new Process({
      name: `p${this.#processes.length + 1}`,
      clock,
      transport: universe.github.transport,
      skewMs: features.has('skew') ? random.between(-20_000, 20_000) : 0,
      dies,
      onSent: (sent) => {
        if (!chronicle.send(sent)) process.kill();
      },
    });
    this.#processes.push(process);
    return process;
  }

  #hear(process: Process, end: End, { aborted }: AbortSignal): void {
    const { chronicle } = this.#play;
    const { name } = process;
    chronicle.say(name, 'state' in end ? `leaves it ${end.state.status}` : `fails: ${String(end.error)}`);
    if ('state' in end) {
      const left = JSON.stringify(end.state);
      const isKept = chronicle.kept.findLast(({ saved }) => JSON.stringify(saved.state) === left) !== undefined;
      if (!isKept) chronicle.accuse(`8: ${name} left a state that was never kept`);
      return;
    }
    if (end.error instanceof KnownError || aborted) return;
    chronicle.accuse(`defect: ${end.error instanceof Error ? end.error.stack : end.error}`);
  }
}
