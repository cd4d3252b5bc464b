import { wavesOf } from '../../src/train/graph.ts';
import type { Plan, PlannedComponent } from '../../src/train/plan/plan.ts';
import { createRandom, type Random } from '../random.ts';

/** What may go wrong in a history. One that is left out draws nothing, so that leaving it out changes nothing else. */
export const FEATURES = [
  'faults',
  'lag',
  'failures',
  'people',
  'foreign',
  'crashes',
  'zombies',
  'skew',
  'interrupts',
  'registry',
  'approvals',
  'nameless',
  'refusals',
  'late',
  'outputs',
  'going back',
  'gone',
  'hidden',
  'alike',
  'in time',
  'unread',
] as const;

export type Feature = (typeof FEATURES)[number];

/** What components hand on: an artifact of this name, with this key. */
export const HANDED_ON = { artifact: 'handed-on', key: 'image' } as const;

/** The version that people leave who go back to what was good before it. */
export const LEFT = '1.2.0';

/** The id of the train that every history is about. */
export const TRAIN = 'train-1';

export interface Scenario {
  readonly seed: number;
  readonly features: ReadonlySet<Feature>;
  readonly plan: Plan;
  readonly mode: 'wait' | 'advance';
  readonly store: 'branch' | 'file';
  /** An older server: dispatches are answered without the id of their run. */
  readonly oldServer: boolean;
  /** How often a person resumes the train after it ended without success. */
  readonly resumes: number;
  /** Virtual milliseconds after the start at which everything works again. */
  readonly calmAfter: number;
}

/** What every storm has: what is left of one round of a train meets the next. */
const STORM: readonly Feature[] = ['failures', 'people', 'zombies'];

/** How often: of streams of their own, so that histories without them stay as they were. Approvals of days make a history long. */
const APART: Readonly<Partial<Record<Feature, number>>> = {
  approvals: 0.2,
  nameless: 0.2,
  refusals: 0.2,
  late: 0.25,
  outputs: 0.3,
  'going back': 0.3,
  gone: 0.15,
  hidden: 0.3,
  alike: 0.3,
  'in time': 0.2,
  unread: 0.3,
};

export interface Choices {
  readonly without?: readonly Feature[];
  /** Another plan than the random one. */
  readonly plan?: Plan;
  readonly mode?: Scenario['mode'];
  readonly store?: Scenario['store'];
}

const MINUTE = 60_000;

/** The history that a seed stands for. */
export function drawScenario(seed: number, choices: Choices = {}): Scenario {
  const random = createRandom(seed).fork('scenario');
  const isStorm = createRandom(seed).fork('storm').next() < 0.2;
  const isRecorded = createRandom(seed).fork('records').next() < 0.5;
  const isDrawn = (feature: Feature) =>
    feature in APART
      ? createRandom(seed).fork(feature).next() < (APART[feature] ?? 0)
      : random.next() < 0.6 || (isStorm && STORM.includes(feature));
  const features = new Set(FEATURES.filter((feature) => isDrawn(feature) && !choices.without?.includes(feature)));
  const drawn = drawPlan(createRandom(seed).fork('plan'), { isStorm, isRecorded });
  const named = features.has('nameless') ? withoutNames(drawn, createRandom(seed).fork('names')) : drawn;
  const handed = features.has('outputs') ? handingOn(named, createRandom(seed).fork('handed on')) : named;
  const plan = features.has('going back') ? goingBack(handed, createRandom(seed).fork('going back')) : handed;
  const mode = random.next() < 0.35 ? 'advance' : 'wait';
  const store = random.next() < 0.15 ? 'file' : 'branch';
  return {
    seed,
    features,
    plan: choices.plan ?? plan,
    mode: choices.mode ?? mode,
    store: choices.store ?? store,
    oldServer: random.next() < 0.2,
    resumes: random.between(0, 2) + (isStorm ? 2 : 0),
    calmAfter: random.between(10, 50) * MINUTE * (isStorm ? 2 : 1),
  };
}

function drawPlan(random: Random, { isStorm, isRecorded }: Omit<Draws, 'deploys'>): Plan {
  const size = random.next() < 0.1 ? random.between(8, 14) : random.between(1, 6);
  const deploys = random.next() < (isStorm ? 0.7 : 0.3);
  const ids = Array.from({ length: size }, (_, index) => `c${index}`);
  const components = ids.map((id, index) =>
    drawComponent(id, ids.slice(0, index), { random, deploys, isStorm, isRecorded }),
  );
  const canary =
    deploys && (random.next() < 0.5 || isStorm)
      ? { components: [random.pick(['c0', ...ids])], bake: 2 * MINUTE }
      : undefined;
  return {
    format: 1,
    name: 'history',
    strategy: canary ? 'canary' : 'parallel',
    onFailure: random.next() < 0.3 ? 'halt' : 'continue',
    ...(random.next() < 0.3 && { maxParallel: random.between(1, 3) }),
    ...(deploys && { environment: 'production' }),
    rollback: deploys && random.next() < 0.7,
    ...(canary && { canary }),
    components,
    waves: wavesOf(components),
  };
}

/** Some children show no nonce, so that GitHub's answer alone names their run. An event is never answered with its run. */
function withoutNames(plan: Plan, random: Random): Plan {
  const components = plan.components.map((component) => {
    const isNameless = random.next() < 0.5 && 'workflow' in component.dispatch;
    return isNameless ? { ...component, inputs: { version: '1.1.0' } } : component;
  });
  return { ...plan, components };
}

/** Most components without a package hand something on, most of those that need them are sent it, and a rollback what was there before. */
function handingOn(plan: Plan, random: Random): Plan {
  const { artifact, key } = HANDED_ON;
  const givers = new Set(plan.components.filter((one) => !one.package && random.next() < 0.8).map(({ id }) => id));
  const components = plan.components.map((component) => {
    const { id, needs, inputs, rollback } = component;
    const asked = needs.filter((need) => givers.has(need) && random.next() < 0.8);
    const sent = asked.map((need) => [`of-${need}`, `{outputs.${need}.${key}}`] as const);
    const back = rollback && { ...rollback, inputs: { ...rollback.inputs, before: `{previous-outputs.${key}}` } };
    return {
      ...component,
      inputs: { ...inputs, ...Object.fromEntries(sent) },
      ...(givers.has(id) && {
        outputs: artifact,
        previousOutputs: { [key]: `before ${id}` },
        ...(back && { rollback: back }),
      }),
    };
  });
  return { ...plan, components };
}

/** People deploy what was good before to most components: what fails on the way there is left as it is. */
function goingBack(plan: Plan, random: Random): Plan {
  if (plan.environment === undefined) return plan;
  const components = plan.components.map((component) => {
    const { rollback: _, previousOutputs: __, ...rest } = component;
    const back: PlannedComponent = { ...rest, previousVersion: LEFT, goesBack: true };
    return random.next() < 0.7 ? back : component;
  });
  return { ...plan, components };
}

interface Draws {
  readonly deploys: boolean;
  readonly isStorm: boolean;
  readonly isRecorded: boolean;
}

function drawComponent(
  id: string,
  before: readonly string[],
  { random, deploys, isStorm, isRecorded }: Draws & { readonly random: Random },
): PlannedComponent {
  const needs = before.filter(() => random.next() < 0.4);
  const common = { version: '1.1.0', nonce: '{nonce}' };
  const hasPackage = !deploys && random.next() < 0.7;
  const byEvent = random.next() < 0.15;
  const timeout = random.between(5, 15) * MINUTE;
  const isChecked = random.next() < (deploys || isStorm ? 0.8 : 0.2);
  const health = isChecked ? [{ url: `https://${id}.test/health` }] : [];
  const undo = { workflow: 'rollback.yml', ref: 'main', inputs: { version: '1.0.0', nonce: '{nonce}' } };
  return {
    id,
    repository: `acme/${id}`,
    dispatch: byEvent ? { eventType: 'release' } : { workflow: 'release.yml' },
    ref: 'main',
    needs,
    ...(hasPackage && { package: { npm: `@acme/${id}` } }),
    version: '1.1.0',
    previousVersion: '1.0.0',
    inputs: common,
    timeout,
    health,
    gateTimeout: random.between(4, 8) * MINUTE,
    ...(deploys && isRecorded && { deployments: { url: `https://${id}.test` } }),
    ...(deploys && random.next() < 0.9 && { rollback: { ...undo, ...(isChecked && { health }) } }),
  };
}
