/** What `npm view NAME@VERSION dist` says of attestations: where they are, and that there are any. */
interface Dist {
  readonly tarball?: unknown;
  readonly attestations?: { readonly url?: unknown };
}

/**
 * The commit that a version's provenance names, or undefined where there is none or it cannot be read. Its signature is not
 * verified here: `npm audit signatures` does that. Rejects only when aborted. https://docs.npmjs.com/generating-provenance-statements,
 * https://slsa.dev/spec/v1.0/provenance
 */
export async function provenanceCommit(
  { tarball, attestations }: Dist,
  { signal, request = fetch }: { signal?: AbortSignal | undefined; request?: typeof fetch } = {},
): Promise<string | undefined> {
  const url = attestations?.url;
  // A registry speaks for itself only: what it says must not send us elsewhere.
  if (typeof url !== 'string' || !sameOrigin(url, tarball)) return undefined;
  try {
    const limit = AbortSignal.timeout(15_000);
    const response = await request(url, {
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    return response.ok ? commitIn(await response.json()) : undefined;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

function sameOrigin(url: string, other: unknown): boolean {
  return (
    typeof other === 'string' &&
    URL.canParse(url) &&
    URL.canParse(other) &&
    new URL(url).origin === new URL(other).origin
  );
}

/** The git commit in the first provenance statement of an attestations document. */
function commitIn(document: unknown): string | undefined {
  for (const one of at(document, 'attestations', Array.isArray) ?? []) {
    const type = at(one, 'predicateType', isText) ?? '';
    const payload = at(at(at(one, 'bundle'), 'dsseEnvelope'), 'payload', isText);
    if (!type.startsWith('https://slsa.dev/provenance/') || payload === undefined) continue;
    const predicate = at(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')), 'predicate');
    const [source] = at(at(predicate, 'buildDefinition'), 'resolvedDependencies', Array.isArray) ?? [];
    const commit = at(at(source, 'digest'), 'gitCommit', isText) ?? configSourceCommit(predicate);
    if (commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  }
  return undefined;
}

/** SLSA 0.2 names the commit elsewhere. */
function configSourceCommit(predicate: unknown): string | undefined {
  return at(at(at(at(predicate, 'invocation'), 'configSource'), 'digest'), 'sha1', isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A member of an object of unknown shape, where it is of the wanted kind. */
function at(value: unknown, key: string): unknown;
function at<T>(value: unknown, key: string, is: (value: unknown) => value is T): T | undefined;
function at<T>(value: unknown, key: string, is?: (value: unknown) => value is T): unknown {
  const member: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
  return !is || is(member) ? member : undefined;
}
