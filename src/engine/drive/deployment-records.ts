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
import { ActiveWork, MOST_AT_ONCE } from './active-work.ts';
import type { Projection, ProjectionReports } from './projection.ts';
import { checkDeployment, recordDeployment } from './record-deployment.ts';
import type { WorkingCopy } from './working-copy.ts';

interface RecordsOptions extends ProjectionReports {
  readonly repositoryFor: (name: string) => Repository;
  readonly clock: Clock;
}

const LONGEST_MS = 30_000;

/** Keeps GitHub's deployment records of a train as its saved state says, one change of a component at a time. */
export class DeploymentRecords implements Projection {
  readonly #options: RecordsOptions;
  /** By component. */
  readonly #work: ActiveWork;

  constructor(options: RecordsOptions) {
    this.#options = options;
    this.#work = new ActiveWork(options);
  }

  pursue(copy: WorkingCopy): void {
    for (const wanted of this.#outlook(copy).due) {
      if (this.#work.hasRoomFor(wanted.component))
        this.#work.start(wanted.component, (signal) => this.#record(wanted, copy, signal));
    }
  }

  nextAt(copy: WorkingCopy): number | undefined {
    return this.#outlook(copy).nextAt;
  }

  async finish(copy: WorkingCopy, deadline: number): Promise<void> {
    await this.#work.until(deadline, () => {
      this.pursue(copy);
      return this.nextAt(copy);
    });
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
    this.#work.stop();
  }

  #outlook({ plan, savedState, savedLedger = EMPTY_LEDGER }: WorkingCopy) {
    const { due, nextAt } = dueDeployments(wantedDeployments(plan, savedState), savedLedger, this.#options.clock.now());
    return { due: due.filter(({ component }) => !this.#work.has(component)), nextAt };
  }

  async #record(wanted: WantedDeployment, copy: WorkingCopy, signal: AbortSignal): Promise<void> {
    const { clock, repositoryFor } = this.#options;
    const { key, state } = wanted;
    try {
      const known = copy.savedLedger?.deployments?.[key]?.id;
      const repository = repositoryFor(wanted.repository);
      const id = await within({ clock, ms: LONGEST_MS, signal }, (inTime) =>
        recordDeployment(wanted, { repository, known, signal: inTime }),
      );
      if (!signal.aborted) copy.noteDelivery((ledger) => recorded(ledger, key, { id, state }));
    } catch (error) {
      if (!signal.aborted) this.#fail(wanted, error, copy);
    }
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
