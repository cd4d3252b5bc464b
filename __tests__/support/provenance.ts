import { createHash } from 'node:crypto';

interface Build {
  readonly commit: string;
  readonly repository: string;
  readonly workflow: string;
}

export function sha512(content: string | Buffer): string {
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}

export function sha512Hex(content: string | Buffer): string {
  return createHash('sha512').update(content).digest('hex');
}

/** What npm attests of a build by a workflow today. https://slsa.dev/spec/v1.0/provenance */
export function slsa1({ commit, repository, workflow }: Build): object {
  return {
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        externalParameters: { workflow: { ref: 'refs/heads/main', repository, path: workflow } },
        resolvedDependencies: [{ uri: `git+${repository}@refs/heads/main`, digest: { gitCommit: commit } }],
      },
    },
  };
}

/** What it attested before. https://slsa.dev/spec/v0.2/provenance */
export function slsa02({ commit, repository, workflow }: Build): object {
  const uri = `git+${repository}.git@refs/heads/main`;
  return {
    predicateType: 'https://slsa.dev/provenance/v0.2',
    predicate: { invocation: { configSource: { uri, digest: { sha1: commit }, entryPoint: workflow } } },
  };
}

/** A registry's document of attestations: that of the publish, which is no provenance, and the given one. */
export function attestations(
  subjects: readonly { readonly name: string; readonly content: string | Buffer }[],
  statement: object,
): string {
  const subject = subjects.map(({ name, content }) => ({ name, digest: { sha512: sha512Hex(content) } }));
  const { predicateType } = statement as { predicateType: string };
  const payload = Buffer.from(JSON.stringify({ subject, ...statement })).toString('base64');
  const publish = { predicateType: 'https://github.com/npm/attestation/tree/main/specs/publish/v0.1', bundle: {} };
  return JSON.stringify({ attestations: [publish, { predicateType, bundle: { dsseEnvelope: { payload } } }] });
}
