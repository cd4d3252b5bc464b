import { isRecord, listOf, parsedJson } from '../../platform/records.ts';
import { runContext } from '../../platform/runner/context.ts';
import { parseDigest } from './integrity.ts';

/** Where the bytes that are served were built, as their provenance says. */
export interface Provenance {
  readonly commit: string;
  /** The URL of the repository, without `.git`. */
  readonly repository: string;
  /** The path of the workflow's file in it. */
  readonly workflow: string;
}

/** What a provenance has to be about. */
interface ProvenanceSubject {
  readonly name: string;
  readonly version: string;
  /** Digests of the bytes that are served. */
  readonly integrity: readonly string[];
}

/**
 * The provenance in a registry's attestations of one version, or an Error that says why there is none that counts: it must be
 * about this very package, version and SHA-512. Its signature is not verified here, as the registry does that when it takes
 * it in; `npm audit signatures` repeats it. https://docs.npmjs.com/generating-provenance-statements
 */
export function readProvenance(attestations: string, subject: ProvenanceSubject): Provenance | Error {
  const statements = [...statementsIn(attestations)];
  const own = statements.filter((one) => isAbout(one, subject));
  const [found] = own.map(provenanceIn).filter((one) => one !== undefined);
  if (found) return found;
  if (statements.length === 0) return new Error('its attestations hold no provenance that could be read');
  if (own.length === 0) return new Error('its provenance is about other bytes than those that are served');
  return new Error('its provenance names no commit, repository and workflow');
}

/** Why a provenance is not that of a build of ours; undefined where it is. */
export function foreignOrigin(found: Provenance, expected: Partial<Provenance>): string | undefined {
  const differs = (key: keyof Provenance, same: (a: string, b: string) => boolean) => {
    const wanted = expected[key];
    return wanted === undefined || same(found[key], wanted) ? undefined : `${key} ${found[key]}, not ${wanted}`;
  };
  const differences = [
    differs('repository', (a, b) => a.toLowerCase() === b.toLowerCase()),
    differs('commit', sameCommit),
    differs('workflow', (a, b) => a === b),
  ].filter((one) => one !== undefined);
  return differences.length === 0 ? undefined : `it was built from ${differences.join('; ')}`;
}

/** What the provenance of a build in this job names; undefined where this is no job of GitHub. */
export function ownBuild(env: Readonly<Record<string, string | undefined>>, commit: string): Provenance | undefined {
  const { serverUrl: server, repository: name, workflowRef } = runContext(env);
  const workflow = /^[^/]+\/[^/]+\/(.+)@/.exec(workflowRef ?? '')?.[1];
  return server && name && workflow ? { commit, repository: `${server}/${name}`, workflow } : undefined;
}

/** Commits may be shortened to seven digits or more. */
export function sameCommit(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return short.length >= 7 && long.startsWith(short);
}

function* statementsIn(text: string): Generator<Record<string, unknown>> {
  for (const attestation of listAt(parsedJson(text), 'attestations')) {
    const type = textAt(attestation, 'predicateType');
    const payload = textAt(at(attestation, 'bundle', 'dsseEnvelope'), 'payload');
    if (!type?.startsWith('https://slsa.dev/provenance/') || payload === undefined) continue;
    const statement = parsedJson(Buffer.from(payload, 'base64').toString('utf8'));
    if (isRecord(statement)) yield statement;
  }
}

/** https://github.com/in-toto/attestation/blob/main/spec/v1/resource_descriptor.md; names are package URLs. */
function isAbout(statement: unknown, { name, version, integrity }: ProvenanceSubject): boolean {
  const served = integrity.map(parseDigest).find((one) => one?.algorithm === 'sha512')?.hex;
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  return listAt(statement, 'subject').some(
    (one) => textAt(one, 'name') === purl && textAt(at(one, 'digest'), 'sha512')?.toLowerCase() === served,
  );
}

/** SLSA 1 and 0.2 say the same in other places. https://slsa.dev/spec/v1.0/provenance, https://slsa.dev/spec/v0.2/provenance */
function provenanceIn(statement: unknown): Provenance | undefined {
  const predicate = at(statement, 'predicate');
  const definition = at(predicate, 'buildDefinition');
  const workflow = at(definition, 'externalParameters', 'workflow');
  const [source] = listAt(definition, 'resolvedDependencies');
  const configuration = at(predicate, 'invocation', 'configSource');
  const commit = textAt(at(source, 'digest'), 'gitCommit') ?? textAt(at(configuration, 'digest'), 'sha1');
  const repository = textAt(workflow, 'repository') ?? textAt(configuration, 'uri')?.replace(/@refs\/.*$/, '');
  const path = textAt(workflow, 'path') ?? textAt(configuration, 'entryPoint');
  if (!commit || !repository || !path || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  return { commit, repository: repository.replace(/^git\+/, '').replace(/\.git$/, ''), workflow: path };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function textAt(value: unknown, key: string): string | undefined {
  const member = at(value, key);
  return typeof member === 'string' ? member : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  return listOf(at(value, key));
}
