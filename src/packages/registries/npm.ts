import { UserError } from '../../platform/errors.ts';
import {
  type ClientOptions,
  type ClientResult,
  CommandMissing,
  lastWords,
  runClient,
} from '../../platform/process/run-client.ts';
import { isRecord } from '../../platform/records.ts';
import { formatDigest } from './integrity.ts';
import type { LookUp } from './look-up.ts';
import { provenanceCommit } from './provenance.ts';
import type { ServedVersions } from './served-versions.ts';

export interface NpmOptions extends ClientOptions {
  /** Asked instead of the registry that .npmrc names. */
  readonly registryUrl?: string | undefined;
}

/** One short try: who polls repeats it anyway. `npm view` revalidates its cache by itself. */
const FLAGS = ['--json', '--fetch-retries=0', '--fetch-timeout=30000', '--loglevel=error'];

/**
 * Asks the registry that npm is configured for about one exact version; with `thorough` also for the commit that its
 * provenance names, which is a request of its own. Rejects with a UserError when npm is missing, and
 * with the signal's reason.
 */
export async function lookUpNpm(
  name: string,
  version: string,
  { thorough, ...options }: NpmOptions & { thorough?: boolean },
): Promise<LookUp> {
  const fields = ['name', 'version', 'dist', 'gitHead'];
  const result = await view([`${name}@${version}`, ...fields], options);
  const document = parseDocument(result.stdout);
  if (result.exitCode !== 0) return explainFailure(name, version, document, result);
  if (document?.version !== version)
    return { state: 'pending', detail: `the registry has ${name}, but not ${version}` };
  const { dist, gitHead } = document as { dist?: Record<string, unknown>; gitHead?: unknown };
  const proven = thorough && dist ? await provenanceCommit(dist, { signal: options.signal }) : undefined;
  const commit = proven ?? gitHead;
  const digests = [
    dist?.integrity,
    typeof dist?.shasum === 'string' && formatDigest({ algorithm: 'sha1', hex: dist.shasum }),
  ].filter((one) => typeof one === 'string');
  return {
    state: 'served',
    detail: dist?.attestations ? 'with provenance' : 'without provenance',
    facts: {
      integrity: digests,
      provenance: dist?.attestations !== undefined,
      ...(typeof commit === 'string' && { commit }),
    },
  };
}

/** Every version that is served, and the dist-tags, or undefined where the registry knows no such package; throws a UserError where it does not answer. */
export async function versionsOnNpm(name: string, options: NpmOptions): Promise<ServedVersions | undefined> {
  const result = await view([name, 'name', 'versions', 'dist-tags'], options);
  const document = parseDocument(result.stdout);
  if (result.exitCode === 0) {
    const { versions = [], 'dist-tags': tags = {} } = document ?? {};
    // npm prints a text where the list has one member.
    return { versions: [versions].flat() as string[], tags: tags as Record<string, string> };
  }
  const failure = explainFailure(name, 'latest', document, result);
  if (failure.state === 'absent' || failure.state === 'pending') return undefined;
  throw new UserError(`The npm registry could not say which versions of ${name} there are: ${failure.detail}`);
}

async function view(what: readonly string[], { registryUrl, ...options }: NpmOptions): Promise<ClientResult> {
  const registry = registryUrl ? [`--registry=${registryUrl}`, ...scopeOverride(what[0] ?? '', registryUrl)] : [];
  try {
    return await runClient('npm', ['view', ...what, ...FLAGS, ...registry], options);
  } catch (error) {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError('npm is not installed here. Add a step with actions/setup-node before this one.');
  }
}

/** A scope's registry in .npmrc wins over --registry, so the override names the scope too. */
function scopeOverride(name: string, registryUrl: string): string[] {
  const scope = /^(@[^/]+)\//.exec(name)?.[1];
  return scope ? [`--${scope}:registry=${registryUrl}`] : [];
}

function explainFailure(name: string, version: string, document: Document | undefined, result: ClientResult): LookUp {
  if (result.exitCode === null) return { state: 'unreachable', detail: 'npm got no answer in time' };
  const { code = '', summary = '' } = (document?.error ?? {}) as { code?: string; summary?: string };
  if (code === 'E404' || code === 'ETARGET') {
    // The registry's own 404 names the request; a missing version is npm's own finding in a document that it got.
    return /no match(ing version)? found/i.test(summary)
      ? { state: 'pending', detail: `the registry has ${name}, but not ${version}` }
      : { state: 'absent', detail: `the registry knows no package named ${name}` };
  }
  const said = lastWords(summary || result.stderr);
  if (/^E(401|403|NEEDAUTH)$/.test(code)) return { state: 'unauthorized', detail: `${code}: ${said}` };
  return { state: 'unreachable', detail: code ? `${code}: ${said}` : said };
}

type Document = Readonly<Record<string, unknown>>;

/** npm prints nothing for a version without any of the fields, and a list where a range matched several versions. */
function parseDocument(stdout: string): Document | undefined {
  try {
    const value: unknown = JSON.parse(stdout);
    const one = Array.isArray(value) ? value.at(-1) : value;
    return isRecord(one) ? one : undefined;
  } catch {
    return undefined;
  }
}
