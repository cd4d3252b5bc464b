import { trainRegistry } from '../../engine/planning/train-registry.ts';
import { branchStore } from '../../engine/stores/branch-store.ts';
import { oneLook } from '../../operations/doctor/one-look.ts';
import type { Pass } from '../../operations/doctor/pass.ts';
import type { TemplateSource } from '../../operations/doctor/templates/template-source.ts';
import type { Hub } from '../../operations/hub/hub-file.ts';
import { cliRegistry } from '../../packages/registries/package-registry.ts';
import { type Fault, KnownError, UserError } from '../../platform/errors.ts';
import type { GitHubClient } from '../../platform/github/client/client.ts';
import { openRepository, type Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { connect } from './connect-github.ts';
import type { DoctorInputs } from './doctor-inputs.ts';
import { secretsFrom } from './notification-inputs.ts';

/** What a pass is about. */
interface DoctorSubject {
  readonly manifest: Manifest | undefined;
  readonly manifestPath?: string | undefined;
  readonly hub?: Hub | undefined;
  readonly services?: Pass['services'];
  readonly usesChangesets?: boolean;
  readonly repositories: readonly string[];
  readonly templates?: TemplateSource;
}

interface DoctorWorld {
  readonly pass: Pass;
  /** Repositories whose clients ask again each time, for what is written. */
  readonly writerFor: (name: string) => Repository;
  /** The repository that this job belongs to, by the job's own token. */
  readonly home: Repository | undefined;
  /** Every client that was asked for. */
  clients(): readonly GitHubClient[];
}

/** Connects a pass: a token that is missing is told when its owner is looked at, and hides nothing of the others. */
export function openDoctor(
  given: DoctorInputs,
  { repositories, templates, ...about }: DoctorSubject,
  runner: Runner,
): DoctorWorld {
  const { env, workspace, clock, signal } = runner;
  const { repository: homeName, actionRepository, serverUrl = 'https://github.com' } = runContext(env);
  const { manifest, hub } = about;
  const tokens = manifest?.tokens ?? {};
  const look = oneLook({ clock, signal });
  const looking = new Map<GitHubClient, GitHubClient>();
  const seen = ({ client, name }: Repository): Repository => {
    const known = looking.get(client) ?? look(client);
    looking.set(client, known);
    return openRepository(known, name);
  };
  const writerFor = connectEach(given, { tokens, owners: repositories.map(ownerOf) }, runner);
  const own = connectOwn(given, homeName, runner);
  const home = own && seen(own);
  const { registryUrl, indexUrl } = given;
  const withheld = Object.values(tokens);
  const registry = cliRegistry({ registryUrl, indexUrl, cwd: workspace, env, signal, withheld });
  const secret = secretsFrom(given, runner, env);
  const known = new Map<string, Promise<unknown>>();
  const pass: Pass = {
    ...about,
    ...{ hub, homeName, templates: templates && { source: templates, bundle: actionRepository } },
    ...{ manifest, workspace, serverUrl, signal, now: clock.now(), probes: given.dryRun !== true },
    repositoryFor: (name) => seen(writerFor(name)),
    registry: { ...trainRegistry(registry), lookUp: registry.lookUp, publisher: registry.publisher },
    store: home && branchStore({ repository: home, clock }),
    hasSecret: (name) => secret(name) !== undefined,
    once: <T>(key: string, work: () => Promise<T>): Promise<T> => {
      const started = (known.get(key) as Promise<T> | undefined) ?? work();
      known.set(key, started);
      return started;
    },
  };
  return {
    pass,
    writerFor,
    home,
    clients: () => [...looking.keys()],
  };
}

/** The repositories of each owner that has a token; asking for another's throws what is wrong with it. */
function connectEach(
  given: DoctorInputs,
  { tokens, owners }: { readonly tokens: Readonly<Record<string, string>>; readonly owners: readonly string[] },
  runner: Runner,
): (name: string) => Repository {
  const faults = new Map<string, readonly Fault[]>();
  const all = [...new Set(owners)];
  for (const owner of all) {
    try {
      connect(
        { ...given, tokens: onlyOf(given.tokens, owner) },
        { ...runner, log: SILENT },
        { tokens, owners: [owner] },
      );
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      faults.set(owner.toLowerCase(), error.faults);
    }
  }
  const reached = all.filter((owner) => !faults.has(owner.toLowerCase()));
  const repositoryFor = connect(given, runner, { tokens, owners: reached });
  return (name) => {
    const wrong = faults.get(ownerOf(name).toLowerCase());
    if (wrong) throw new UserError(wrong);
    return repositoryFor(name);
  };
}

function onlyOf(tokens: DoctorInputs['tokens'], owner: string): DoctorInputs['tokens'] {
  const name = owner.toLowerCase();
  const own = tokens && Object.hasOwn(tokens, name) ? tokens[name] : undefined;
  return own === undefined ? undefined : { [name]: own };
}

const nothing = () => undefined;
const SILENT: Runner['log'] = {
  ...{ info: nothing, debug: nothing, notice: nothing, warning: nothing, error: nothing },
  group: async (_, body) => body(),
};

/** The job's own token where there is one: tokens for others need no right here. */
function connectOwn(given: DoctorInputs, home: string | undefined, runner: Runner): Repository | undefined {
  if (home === undefined || given.token === undefined) return undefined;
  const { token, apiUrl } = given;
  return connect({ token, apiUrl, appId: undefined, privateKey: undefined }, runner, { owners: [] })(home);
}
