import { createHash } from 'node:crypto';
import { gzipSync, strToU8, zipSync } from 'fflate';
import type { Answer } from './core/answer.ts';

/** Every file says this date, so that the same version always has the same bytes. */
const epoch = new Date(1985, 9, 26);

/** A version of a package, and since when the registry serves it. */
export interface Release {
  readonly version: string;
  readonly publishedAt: number;
  readonly servedFrom: number;
  /** As npm writes it: `sha512-…`. */
  readonly integrity: string;
  readonly provenance?: Build;
}

/** Where a version was built. */
export interface Build {
  readonly commit: string;
  /** The URL of the repository. */
  readonly repository: string;
  /** The path of the workflow's file. */
  readonly workflow: string;
  /** The environment that the trusted publisher of a Python package is bound to. */
  readonly environment?: string;
}

export interface NpmDocument {
  readonly name: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, unknown>>;
  readonly time: Readonly<Record<string, string>>;
}

/** https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
export function npmDocument(name: string, releases: readonly Release[], base: string): NpmDocument {
  const latest = releases.findLast(({ version }) => !version.includes('-')) ?? releases.at(-1);
  const versions = releases.map((release) => [release.version, npmVersion(name, release, base)] as const);
  const times = releases.map(({ version, servedFrom }) => [version, new Date(servedFrom).toISOString()] as const);
  return {
    name,
    'dist-tags': { latest: latest?.version ?? '' },
    versions: Object.fromEntries(versions),
    time: Object.fromEntries(times),
  };
}

function npmVersion(name: string, { version, integrity, provenance }: Release, base: string): unknown {
  const tarball = npmTarball(name, version);
  const own = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  return {
    name,
    version,
    _id: `${name}@${version}`,
    dist: {
      tarball: `${base}/npm/-/tarballs/${encodeURIComponent(name)}/${version}.tgz`,
      shasum: createHash('sha1').update(tarball).digest('hex'),
      integrity: integrity.startsWith('sha') ? integrity : own,
      ...(provenance && {
        attestations: {
          url: `${base}/npm/-/npm/v1/attestations/${name}@${version}`,
          provenance: { predicateType: SLSA },
        },
      }),
    },
  };
}

const SLSA = 'https://slsa.dev/provenance/v1';

/** What npm's registry serves of a build that a workflow attested. https://docs.npmjs.com/generating-provenance-statements */
export function npmAttestations(name: string, version: string, { commit, repository, workflow }: Build): string {
  const digest = { sha512: createHash('sha512').update(npmTarball(name, version)).digest('hex') };
  const statement = {
    subject: [{ name: `pkg:npm/${name.replace(/^@/, '%40')}@${version}`, digest }],
    predicateType: SLSA,
    predicate: {
      buildDefinition: {
        externalParameters: { workflow: { ref: 'refs/heads/main', repository, path: workflow } },
        resolvedDependencies: [{ uri: `git+${repository}@refs/heads/main`, digest: { gitCommit: commit } }],
      },
    },
  };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  return JSON.stringify({ attestations: [{ predicateType: SLSA, bundle: { dsseEnvelope: { payload } } }] });
}

export function npmTarball(name: string, version: string): Uint8Array {
  const content = strToU8(JSON.stringify({ name, version, main: 'index.js' }));
  const header = new Uint8Array(512);
  const put = (text: string, offset: number) => header.set(strToU8(text), offset);
  put('package/package.json', 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\u000000', 257);
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  put(`${checksum.toString(8).padStart(6, '0')}\0 `, 148);
  const tar = new Uint8Array(512 + Math.ceil(content.length / 512) * 512 + 1024);
  tar.set(header);
  tar.set(content, 512);
  return gzipSync(tar, { mtime: epoch });
}

/** https://packaging.python.org/specifications/name-normalization/ */
export function pypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function wheelFile(name: string, version: string): { readonly filename: string; readonly sha256: string } {
  const sha256 = createHash('sha256')
    .update(pypiWheel(pypiName(name), version))
    .digest('hex');
  return { filename: wheelFilename(name, version), sha256 };
}

export function wheelFilename(name: string, version: string): string {
  return `${wheelName(name, version)}-py3-none-any.whl`;
}

/** What PyPI's index serves of a file that a trusted publisher brought. https://peps.python.org/pep-0740/, https://docs.pypi.org/api/integrity/ */
export function pypiProvenance(name: string, version: string, build: Build): string {
  const { filename, sha256 } = wheelFile(name, version);
  const { repository, workflow, environment = null } = build;
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType: 'https://docs.pypi.org/attestations/publish/v1',
    predicate: null,
  };
  const envelope = { signature: '', statement: Buffer.from(JSON.stringify(statement)).toString('base64') };
  const publisher = {
    ...{ kind: 'GitHub', claims: null, environment, repository: new URL(repository).pathname.slice(1) },
    workflow: workflow.split('/').at(-1),
  };
  const attestation = { envelope, verification_material: { certificate: '', transparency_entries: [] }, version: 1 };
  return JSON.stringify({ attestation_bundles: [{ attestations: [attestation], publisher }], version: 1 });
}

function wheelName(name: string, version: string): string {
  return `${pypiName(name).replaceAll('-', '_')}-${version}`;
}

export function pypiWheel(name: string, version: string): Uint8Array {
  const info = `${wheelName(name, version)}.dist-info`;
  const files = {
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: simulator\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/RECORD`]: `${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`,
  };
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: epoch });
}

const pypiJson = 'application/vnd.pypi.simple.v1+json';

/** https://packaging.python.org/specifications/simple-repository-api/ */
export function pypiPage(page: { name: string; releases: readonly Release[]; accept: string; base: string }): Answer {
  const name = pypiName(page.name);
  const files = page.releases.map(({ version, servedFrom, provenance }) => {
    const { filename, sha256 } = wheelFile(name, version);
    const url = `${page.base}/pypi/files/${name}/${version}/${filename}`;
    return {
      ...{ filename, url, hashes: { sha256 }, 'upload-time': new Date(servedFrom).toISOString() },
      provenance: provenance ? `${page.base}/pypi/integrity/${name}/${version}/${filename}/provenance` : null,
    };
  });
  if (page.accept.includes(pypiJson)) {
    const versions = page.releases.map(({ version }) => version);
    const body = { meta: { 'api-version': '1.3' }, name, versions, files };
    return { status: 200, headers: { 'content-type': pypiJson }, body: JSON.stringify(body) };
  }
  const links = files.map(
    ({ filename, url, hashes }) => `<a href="${url}#sha256=${hashes.sha256}">${filename}</a><br>`,
  );
  const html = `<!DOCTYPE html><html><head><title>${name}</title></head><body>\n${links.join('\n')}\n</body></html>\n`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}
