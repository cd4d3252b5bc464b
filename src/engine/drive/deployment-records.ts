import { kindOf, messageOf } from '../../platform/errors.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { createPool } from '../../platform/time/pool.ts';
import { timedSignal } from '../../platform/time/timed-signal.ts';
import { within } from '../../platform/time/within.ts';
import { isOpen } from '../../train/machine/state.ts';
import { EMPTY_LEDGER } from '../../train/telling/ledger.ts';
import {
  dueDeployments,
  recorded,
  unrecorded,
  type WantedDeployment,
  wantedDeployments,
} from '../../train/telling/wanted-deployments.ts';
import type { Projection, ProjectionReports } from './projection.ts';
import { checkDeployment, recordDeployment } from './record-deployment.ts';
import { untilWoken } from './until-woken.ts';
import type { WorkingCopy } from './working-copy.ts';

interface RecordsOptions extends ProjectionReports {
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
}

const MOST_AT_ONCE = 4;
const LONGEST_MS = 30_000;

/** Keeps GitHub's deployment records of a train as its saved state says, one change of a component at a time. */
export class DeploymentRecords implements Projection {
  readonly #options: RecordsOptions;
  readonly #active = new Map<string, AbortController>();
  #settled: () => void = () => {};

  constructor(options: RecordsOptions) {
    this.#options = options;
  }

  pursue(copy: WorkingCopy): void {
    for (const wanted of this.#outlook(copy).due) {
      if (this.#active.has(wanted.component) || this.#active.size >= MOST_AT_ONCE) continue;
      void this.#record(wanted, copy);
    }
  }

  nextAt(copy: WorkingCopy): number | undefined {
    return this.#outlook(copy).nextAt;
  }

  async finish(copy: WorkingCopy, deadline: number): Promise<void> {
    const { clock } = this.#options;
    for (;;) {
      const now = clock.now();
      if (now >= deadline) break;
      this.pursue(copy);
      const { nextAt = Number.POSITIVE_INFINITY } = this.#outlook(copy);
      if (this.#active.size === 0 && nextAt > deadline) break;
      await untilWoken({ clock, until: Math.max(now + 1, Math.min(nextAt, deadline)) }, (wake) => {
        this.#settled = wake;
      });
    }
    if (!isOpen(copy.savedState)) await this.#check(copy, deadline);
    this.stop();
  }

  /** At the end of a train: what is noted is what GitHub shows. What cannot be looked at now is looked at by the next step. */
  async #check({ plan, savedState, savedLedger = EMPTY_LEDGER }: WorkingCopy, deadline: number): Promise<void> {
    const { clock, repositoryFor } = this.#options;
    const pool = createPool(MOST_AT_ONCE);
    const { signal, clear } = timedSignal({ clock, ms: deadline - clock.now() }, () => new Error('The step is over.'));
    const check = async (wanted: WantedDeployment) => {
      const note = savedLedger.deployments?.[wanted.key];
      if (note?.id === undefined || note.state !== wanted.state) return;
      const how = { repository: repositoryFor(wanted.repository), known: note.id, signal };
      await checkDeployment(wanted, how).catch((error: unknown) => {
        if (kindOf(error) === undefined && !signal.aborted) this.#options.onTrouble?.(messageOf(error));
      });
    };
    await Promise.all(wantedDeployments(plan, savedState).map((wanted) => pool(() => check(wanted))));
    clear();
  }

  stop(): void {
    for (const controller of this.#active.values()) controller.abort(new Error('The step is over.'));
    this.#active.clear();
  }

  #outlook({ plan, savedState, savedLedger = EMPTY_LEDGER }: WorkingCopy) {
    const { due, nextAt } = dueDeployments(wantedDeployments(plan, savedState), savedLedger, this.#options.clock.now());
    return { due: due.filter(({ component }) => !this.#active.has(component)), nextAt };
  }

  async #record(wanted: WantedDeployment, copy: WorkingCopy): Promise<void> {
    const { clock, repositoryFor, onEnd } = this.#options;
    const { key, component, state } = wanted;
    const controller = new AbortController();
    this.#active.set(component, controller);
    const bounds = { clock, ms: LONGEST_MS, signal: controller.signal };
    try {
      const known = copy.savedLedger?.deployments?.[key]?.id;
      const repository = repositoryFor(wanted.repository);
      const id = await within(bounds, (signal) => recordDeployment(wanted, { repository, known, signal }));
      if (!controller.signal.aborted) copy.noteDelivery((ledger) => recorded(ledger, key, { id, state }));
    } catch (error) {
      if (!controller.signal.aborted) this.#fail(wanted, error, copy);
    }
    if (this.#active.get(component) === controller) this.#active.delete(component);
    this.#settled();
    onEnd?.();
  }

  /** A right that is missing will be missing for the next component, too: one warning for the whole train. */
  #fail({ key, component, repository, environment }: WantedDeployment, error: unknown, copy: WorkingCopy): void {
    const { clock, onTrouble } = this.#options;
    const said = messageOf(error).slice(0, 500);
    const status = error instanceof GitHubError ? error.status : 0;
    if (status === 403) {
      const off = `GitHub's deployment records are left out for this train: they need a token with Deployments: write on ${repository}. ${said}`;
      if (copy.savedLedger?.deploymentsOff === undefined) onTrouble?.(off);
      copy.noteDelivery((ledger) => ({ ...ledger, deploymentsOff: off }));
      return;
    }
    const isLasting = status === 404 || status === 409 || status === 422;
    const at = clock.now();
    copy.noteDelivery((ledger) => unrecorded(ledger, key, { at, error: said, isLasting }));
    if (copy.savedLedger?.deployments?.[key]?.givenUp)
      onTrouble?.(`The deployment of ${component} to ${environment} could not be recorded in ${repository}: ${said}`);
  }
}
