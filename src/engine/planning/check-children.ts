import type { RepositoryFacts } from '../../platform/github/repositories.ts';
import { askedOnce, type Repository } from '../../platform/github/repository.ts';
import { mapPooled } from '../../platform/time/pool.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import { namesIn } from '../../train/manifest/interpolate.ts';
import type { DispatchTarget } from '../../train/manifest/manifest.ts';
import { nameOf, type Published, packagesOf } from '../../train/manifest/packages.ts';
import { listedRepositories } from './listed-repositories.ts';
import { preflight, type WantedDispatch } from './look-at-children.ts';
import { withoutToken } from './without-token.ts';

/** A component, planned or only selected: what will be dispatched, and how it is undone. */
export interface AskedChild {
  readonly id: string;
  readonly repository: string;
  readonly dispatch: DispatchTarget;
  readonly ref?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly package?: Published;
  readonly version?: string;
  /** The form of its tags, where the manifest says it: `core-v{version}`. */
  readonly tag?: string;
  readonly rollback?: {
    readonly workflow: string;
    readonly ref?: string;
    readonly inputs: Readonly<Record<string, string>>;
  };
}

/** What is asked of it, wherever it is. */
type Asked = Omit<WantedDispatch, 'repository'>;

const PARALLEL = 8;

interface LookingWorld {
  readonly repositoryFor: (name: string) => Repository;
  /** The repository of the job. */
  readonly home: string;
  /** Whether the tokens of this step start them; else those of another may, and a token that is missing is a warning. */
  readonly starts: boolean;
  /** Whether the workflows that would undo it are looked at, too. */
  readonly rollback: boolean;
  readonly signal: AbortSignal;
  /** What is known of repositories, by their name in lower case: they are not asked for again. */
  readonly facts?: ReadonlyMap<string, RepositoryFacts>;
}

/**
 * What every child asks of the train is looked at before the first of them starts: what is found impossible later has released
 * others before. What the token may not look at is a warning.
 */
export async function checkChildren(
  children: readonly AskedChild[],
  { repositoryFor, home, starts, rollback, signal, facts }: LookingWorld,
): Promise<{ readonly faults: readonly TrainFault[]; readonly warnings: readonly TrainFault[] }> {
  const looks = children.flatMap((child) => [
    { child, at: ['components', child.id], what: '', wanted: wantedOf(child) },
    ...(rollback && child.rollback
      ? [
          {
            child,
            at: ['components', child.id, 'rollback'],
            what: 'its rollback: ',
            wanted: undoOf(child, child.rollback),
          },
        ]
      : []),
  ]);
  const repositories = new Map<string, Repository>();
  const unknown = children.map(({ repository }) => repository).filter((name) => !facts?.has(name.toLowerCase()));
  const listed = await listedRepositories(unknown, { repositoryFor, signal });
  const unstartable = await withoutToken(children, { repositoryFor, home, signal });
  const found = await mapPooled(looks, PARALLEL, async ({ child, at, what, wanted }) => {
    const key = child.repository.toLowerCase();
    const repository = repositories.get(key) ?? askedOnce(repositoryFor(child.repository));
    repositories.set(key, repository);
    const { problems, doubts, warnings } = await preflight(
      { ...wanted, repository },
      { facts: facts?.get(key) ?? listed.get(key), signal },
    );
    const told = (message: string): TrainFault => ({
      at,
      key: 'key',
      message: `Component ${child.id}: ${what}${message}`,
    });
    const doubted = doubts.map((doubt) => told(`it could not be checked: ${doubt}`));
    // What cannot be seen without a token is told already.
    const isToldOf = unstartable.children.has(child);
    const faults = problems.filter(({ kind }) => !isToldOf || kind !== 'no-repository');
    return {
      faults: faults.map((one) => told(one.message)),
      warnings: [...(isToldOf ? [] : doubted), ...warnings.map(told)],
    };
  });
  return {
    faults: [...(starts ? unstartable.faults : []), ...found.flatMap(({ faults }) => faults)],
    warnings: [...(starts ? [] : unstartable.faults), ...found.flatMap(({ warnings }) => warnings)],
  };
}

/** What will be asked for when the child is started, or undone; undefined where nothing undoes it. */
export function wantedFrom(child: AskedChild, what: 'release' | 'rollback'): Asked | undefined {
  if (what === 'release') return wantedOf(child);
  return child.rollback && undoOf(child, child.rollback);
}

function wantedOf(child: AskedChild): Asked {
  const { dispatch, ref = '', inputs } = child;
  const target =
    'eventType' in dispatch
      ? { eventType: dispatch.eventType, clientPayload: inputs }
      : { workflow: dispatch.workflow, ref, inputs };
  return { target, ...nonceInputOf(inputs), ...tagsOf(child) };
}

/** What the tag may be called: record-release names the package where the repository has several, and its own form tells which. */
function tagsOf(child: AskedChild): { readonly tags?: readonly string[] } {
  const { version, tag } = child;
  if (version === undefined) return {};
  const names = packagesOf(child).map(nameOf);
  const named = (names.length > 0 ? names : ['package']).map((name) => `${name}@${version}`);
  const usual = names.length > 1 ? named : [`v${version}`, ...named];
  const own = tag?.replace('{version}', () => version);
  if (own === undefined) return { tags: usual };
  return { tags: usual.includes(own) ? [own] : [own, ...usual] };
}

function undoOf({ ref = '' }: AskedChild, rollback: NonNullable<AskedChild['rollback']>): Asked {
  const target = { workflow: rollback.workflow, ref: rollback.ref ?? ref, inputs: rollback.inputs };
  return { target, ...nonceInputOf(rollback.inputs) };
}

function nonceInputOf(inputs: Readonly<Record<string, string>>): { readonly nonceInput?: string } {
  const name = Object.keys(inputs).find((one) => namesIn(inputs[one] ?? '').includes('nonce'));
  return name === undefined ? {} : { nonceInput: name };
}
