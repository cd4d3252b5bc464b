import { afterEach, describe, expect, test } from '@jest/globals';
import { cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { foreignOrigin, ownBuild, readProvenance } from '../../../src/packages/registries/provenance.ts';
import { type PackageServer, packument, type Reply, startPackageServer } from '../../support/package-server.ts';
import { attestations, sha512, sha512Hex, slsa1, slsa02 } from '../../support/provenance.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const commit = 'c'.repeat(40);
const subject = { name: '@acme/lib', version: '1.0.0', integrity: [sha512('ours')] };
const ours = { commit, repository: 'https://github.com/acme/lib', workflow: '.github/workflows/release.yml' };
const purl = 'pkg:npm/%40acme/lib@1.0.0';

describe('a provenance', () => {
  test.each([
    ['1', slsa1(ours)],
    ['0.2', slsa02(ours)],
  ])('of SLSA %s says commit, repository and workflow', (_, statement) => {
    expect(readProvenance(attestations([{ name: purl, content: 'ours' }], statement), subject)).toEqual(ours);
  });

  test.each([
    ['other bytes', [{ name: purl, content: 'other' }]],
    ['another version', [{ name: 'pkg:npm/%40acme/lib@1.0.1', content: 'ours' }]],
    ['another package', [{ name: 'pkg:npm/lib@1.0.0', content: 'ours' }]],
    ['nothing', []],
  ])('about %s proves nothing', (_, about) => {
    const found = readProvenance(attestations(about, slsa1(ours)), subject);
    expect(found).toMatchObject({ message: 'its provenance is about other bytes than those that are served' });
  });

  test('is not that of bytes for which only SHA-1 is served', () => {
    const weak = { ...subject, integrity: [`sha1-${Buffer.alloc(20).toString('base64')}`] };
    const about = [{ name: purl, content: 'ours' }];
    expect(readProvenance(attestations(about, slsa1(ours)), weak)).toBeInstanceOf(Error);
  });

  test.each([
    ['', /no provenance that could be read/],
    ['<html>', /no provenance that could be read/],
    [
      '{"attestations":[null,{},{"predicateType":"https://slsa.dev/provenance/v1","bundle":{"dsseEnvelope":{"payload":"%%"}}}]}',
      /could be read/,
    ],
    [
      attestations([{ name: purl, content: 'ours' }], slsa1({ ...ours, commit: 'main' })),
      /names no commit, repository and workflow/,
    ],
  ])('that is none: %.30j', (text, message) => {
    expect(readProvenance(text, subject)).toMatchObject({ message: expect.stringMatching(message) });
  });
});

describe('a build of ours', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'Acme/lib',
    GITHUB_WORKFLOW_REF: 'acme/lib/.github/workflows/release.yml@refs/heads/main',
  };
  test('is one of this commit, repository and workflow', () => {
    const own = ownBuild(env, commit);
    expect(own && foreignOrigin(ours, own)).toBeUndefined();
    expect(ownBuild({ ...env, GITHUB_WORKFLOW_REF: undefined }, commit)).toBeUndefined();
  });
  test.each([
    [
      { repository: 'https://github.com/attacker/lib' },
      'it was built from repository https://github.com/attacker/lib, not https://github.com/Acme/lib',
    ],
    [{ commit: 'd'.repeat(40) }, `it was built from commit ${'d'.repeat(40)}, not ${commit}`],
    [
      { workflow: '.github/workflows/test.yml' },
      'it was built from workflow .github/workflows/test.yml, not .github/workflows/release.yml',
    ],
  ])('is none of %j', (difference, said) => {
    const own = ownBuild(env, commit);
    expect(own && foreignOrigin({ ...ours, ...difference }, own)).toBe(said);
  });
});

describe('a thorough look', () => {
  let servers: PackageServer[] = [];
  afterEach(async () => {
    for (const one of servers.splice(0)) await one.close();
  });

  async function look(attestation: Reply, urlOf: (registry: string) => string = (url) => `${url}/-/attestations`) {
    const dist = (url: string) => ({ integrity: sha512('ours'), attestations: { url: urlOf(url) } });
    const server = await startPackageServer(({ path }, url) =>
      path === '/@acme%2Flib'
        ? { body: packument('@acme/lib', { '1.0.0': { dist: dist(url), gitHead: commit } }) }
        : attestation,
    );
    servers.push(server);
    const cwd = await folder();
    const { lookUp } = cliRegistry({ cwd, env: { PATH: process.env.PATH }, registryUrl: server.url });
    const found = await lookUp({ ecosystem: 'npm', name: '@acme/lib', version: '1.0.0' }, true);
    return { found, asked: server.asked.map(({ path }) => path) };
  }
  const good = attestations([{ name: purl, content: 'ours' }], slsa1(ours));

  test('brings where the bytes were built', async () => {
    expect((await look({ body: good })).found).toMatchObject({
      state: 'served',
      facts: { origin: ours, provenance: true },
    });
  });

  slow('never takes the word of the publisher for a proof', async () => {
    for (const status of [500, 503, 403]) expect((await look({ status })).found.state).toBe('unreachable');
    const gone = (await look({ status: 404 })).found;
    expect(gone).toMatchObject({
      state: 'served',
      facts: { unproven: expect.stringMatching(/answered 404 for its prov/) },
    });
    expect(gone).not.toHaveProperty('facts.origin');
  });

  slow('asks the registry that was asked, whatever host that names, and not for gigabytes', async () => {
    const elsewhere = await startPackageServer(() => ({ body: good }));
    servers = [elsewhere];
    const { found, asked } = await look({ body: good }, () => `${elsewhere.url}/-/stolen`);
    expect(elsewhere.asked).toEqual([]);
    expect(asked).toEqual(['/@acme%2Flib', '/-/stolen']);
    expect(found).toMatchObject({ state: 'served', facts: { origin: ours } });
    const endless = await look({ body: Buffer.alloc(9 * 1024 * 1024, ' ') });
    expect(endless.found).toMatchObject({ state: 'unreachable', detail: expect.stringMatching(/larger than/) });
  });

  test('the digest in the statement is that of the served bytes', () => {
    expect(good).not.toContain(sha512Hex('ours'));
    expect(Buffer.from(JSON.parse(good).attestations[1].bundle.dsseEnvelope.payload, 'base64').toString()).toContain(
      sha512Hex('ours'),
    );
  });
});
