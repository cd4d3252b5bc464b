import { askedIn } from '../manifest/asked-outputs.ts';
import { fillIn } from '../manifest/interpolate.ts';
import { type PackageName, packagesOf } from '../manifest/packages.ts';
import type { Plan, PlannedComponent } from './plan.ts';

/** GitHub starts at most so many jobs of one matrix. */
const MOST_JOBS = 256;

/** One job of a wave: the inputs of `dispatch-and-wait`, as texts. */
interface MatrixJob {
  readonly component: string;
  readonly repository: string;
  /** One of `workflow` and `event-type`; the other is empty. */
  readonly workflow: string;
  readonly 'event-type': string;
  readonly ref: string;
  readonly version: string;
  /** The packages that have to be served before the next wave, one a line, as `verify-published` takes them; empty where there is none. */
  readonly packages: string;
  /** JSON, without the input that `nonce-input` names. */
  readonly inputs: string;
  /** The input whose whole text is `{nonce}`, for dispatch-and-wait to fill; empty where there is none. */
  readonly 'nonce-input': string;
  readonly 'timeout-minutes': number;
}

/** What `strategy.matrix` of a job takes. */
interface Matrix {
  readonly include: readonly MatrixJob[];
}

/**
 * The plan as matrices to run one after the other: one for each wave, more for a wave that is larger than a matrix may be.
 * `train` is the id that `{train}` stands for; before a train has one, its name does. Each job makes its own nonce, so only
 * `nonce-input` can carry it. Empty where a component asks for what others hand on: only a train knows that.
 */
export function matrices(plan: Plan, train = plan.name): Matrix[] {
  if (asksForOutputs(plan) !== undefined) return [];
  const jobs = new Map(plan.components.map((component) => [component.id, jobOf(component, train)]));
  return plan.waves.flatMap((wave) => {
    const include = wave.flatMap((id) => jobs.get(id) ?? []);
    return Array.from({ length: Math.ceil(include.length / MOST_JOBS) }, (_, part) => ({
      include: include.slice(part * MOST_JOBS, (part + 1) * MOST_JOBS),
    }));
  });
}

/** A component that no job of a matrix can start, because it asks for what others hand on. */
export function asksForOutputs({ components }: Plan): string | undefined {
  return components.find(({ inputs }) => askedIn(inputs).size > 0)?.id;
}

function jobOf(planned: PlannedComponent, train: string): MatrixJob {
  const { id, repository, dispatch, ref, version = '', inputs, timeout } = planned;
  const [nonceInput = ''] = Object.keys(inputs).filter((name) => inputs[name] === '{nonce}');
  const others = Object.entries(inputs)
    .filter(([name]) => name !== nonceInput)
    .map(([name, text]) => [name, fillIn(text, { train, nonce: '{nonce}' })]);
  return {
    component: id,
    repository,
    workflow: 'workflow' in dispatch ? dispatch.workflow : '',
    'event-type': 'eventType' in dispatch ? dispatch.eventType : '',
    ref,
    version,
    packages:
      version === ''
        ? ''
        : packagesOf(planned)
            .map((one) => packageSpec(one, version))
            .join('\n'),
    inputs: JSON.stringify(Object.fromEntries(others)),
    'nonce-input': nonceInput,
    'timeout-minutes': Math.max(1, Math.ceil(timeout / 60_000)),
  };
}

function packageSpec(published: PackageName, version: string): string {
  return 'npm' in published ? `npm:${published.npm}@${version}` : `pypi:${published.pypi}==${version}`;
}
