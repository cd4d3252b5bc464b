import type { SimulatedGitHub } from '../github.ts';
import type { Random } from '../random.ts';
import type { EffectRecord } from '../types.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import type { Chronicle } from './chronicle.ts';
import type { Scenario } from './scenario.ts';
import { HOME, OWNER } from './universe.ts';

interface Stage {
  readonly clock: VirtualClock;
  readonly github: SimulatedGitHub;
  readonly random: Random;
  readonly chronicle: Chronicle;
}

const HOUR = 3_600_000;

/** People who cancel and re-run what they see, and others who run the same workflows for reasons of their own. */
export function scheduleDeeds(scenario: Scenario, stage: Stage): void {
  const { features, plan } = scenario;
  const { clock, github, random, chronicle } = stage;
  const say = (text: string) => chronicle.say('people', text);
  const [first, ...rest] = plan.components;
  if (!first) return;
  const runs = () => github.effects.filter(({ kind, nonce }) => kind === 'run-created' && nonce);
  const deed = (name: string, count: number, act: () => void) => {
    for (let index = 0; index < count; index += 1) {
      clock.at(clock.now() + random.between(1_000, HOUR / 2), () => {
        try {
          act();
          say(name);
        } catch {
          // GitHub refused it: the run had ended, or had not.
        }
      });
    }
  };
  const someRun = (): EffectRecord | undefined => runs().at(Math.floor(random.next() * runs().length));
  if (features.has('people')) {
    deed('cancel a run', 2, () => {
      const run = someRun();
      if (run) github.cancelByHuman(run.repository, run.runId ?? 0);
    });
    deed('run one again', 3, () => {
      const run = someRun();
      if (run) github.rerun(run.repository, run.runId ?? 0, { failedOnly: random.next() < 0.5 });
    });
  }
  if (features.has('foreign')) {
    deed('release something else', 4, () => {
      const { repository } = random.pick([first, ...rest]);
      const nonce = someRun()?.nonce ?? 'nonce';
      const lookalike = random.pick(['', `${nonce}1`, `x${nonce}`, `${nonce}.1`, nonce.slice(0, -1), `${nonce}-copy`]);
      const version = random.pick(['9.9.9', '1.0.1']);
      github.startForeignRun(repository, 'release.yml', { version, nonce: lookalike });
    });
    forge(stage);
    imitate(scenario, stage);
  }
  if (features.has('alike')) nameAlike(stage);
}

/** The train's own account starts other runs, too, at times right before its own: only their names are others. */
function nameAlike({ github, random, chronicle }: Stage): void {
  const luck = random.fork('alike');
  github.subscribe(({ kind, repository, nonce, workflow }) => {
    if (kind !== 'dispatch' || !nonce || workflow === undefined || luck.next() > 0.3) return;
    const alike = luck.pick([`${nonce}1`, `x${nonce}`, `${nonce}.1`, `${nonce}-copy`]);
    github.startForeignRun(repository, workflow, { version: '1.0.1', nonce: alike }, OWNER);
    chronicle.say('people', 'name a run alike');
  });
}

/** Somebody reads the intents of the train, and is a moment faster with a run whose name almost carries the nonce. */
function forge({ github, random, chronicle }: Stage): void {
  const luck = random.fork('forge');
  github.subscribe(({ kind, repository, nonce, workflow }) => {
    if (kind !== 'dispatch' || nonce === undefined || workflow === undefined || luck.next() > 0.2) return;
    const version = luck.pick(['9.9.9', '1.0.1']);
    github.startForeignRun(repository, workflow, { version, nonce: luck.pick([`${nonce}1`, `${nonce}-copy`]) });
    chronicle.say('people', 'forge a run');
  });
}

/**
 * Somebody who may start a child's workflow reads each intent as soon as it is kept, and starts a run under the very nonce: often
 * before the train's own, which then finds its release claimed.
 */
function imitate({ plan }: Scenario, { github, random, chronicle }: Stage): void {
  const luck = random.fork('imitate');
  const seen = new Set<string>();
  github.subscribe(({ kind, repository, sha }) => {
    const state = kind === 'commit' && repository === HOME ? chronicle.savedWith(sha)?.state : undefined;
    for (const { id, repository: child } of state ? plan.components : []) {
      const nonce = state?.components[id]?.dispatch?.nonce;
      if (nonce === undefined || seen.has(nonce)) continue;
      seen.add(nonce);
      if (luck.next() > 0.15) continue;
      github.startForeignRun(child, 'release.yml', { version: luck.pick(['9.9.9', '1.1.0']), nonce });
      chronicle.say('people', 'imitate a run');
    }
  });
}
