import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pypiPage, pypiProvenance, type Release } from '../../../simulator/registry-formats.ts';
import { parsePipSettings } from '../../../src/packages/registries/pip-settings.ts';
import { openPublishers } from '../../../src/packages/registries/pypi-publisher.ts';
import { type Reply, startPackageServer } from '../../support/package-server.ts';
import { needPython } from '../../support/python.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const BUILD = {
  ...{ commit: 'a'.repeat(40), repository: 'https://github.com/acme/lib' },
  ...{ workflow: '.github/workflows/release.yml', environment: 'pypi' },
};
const release = (version: string, at: number, provenance?: typeof BUILD): Release => ({
  ...{ version, publishedAt: at, servedFrom: at, integrity: '' },
  ...(provenance && { provenance }),
});
const bodyOf = ({ body }: { readonly body?: unknown }) => String(body ?? '');

const folder = temporaryFolders();

test('pip says its settings a line each, and a variable comes before its files', () => {
  const list = [
    "global.index-url='https://mirror.example.com/simple'",
    "install.index-url='https://other.example.com/simple'",
    "index.cert='/etc/ssl/own.pem'",
    "global.extra-index-url='\\nhttps://one.example.com/simple\\nhttps://two.example.com/simple'",
    `:env:.proxy="http://pro'xy:3128"`,
  ];
  const { indexes, ...others } = parsePipSettings(`${list.join('\n')}\n`);
  expect(indexes.map(({ href }) => href)).toEqual([
    'https://mirror.example.com/simple',
    'https://one.example.com/simple',
    'https://two.example.com/simple',
  ]);
  expect(others).toEqual({ cert: '/etc/ssl/own.pem', proxy: "http://pro'xy:3128" });
  const env = `${list[0]}\n:env:.index-url='https://env.example.com/simple'\n`;
  expect(parsePipSettings(env).indexes.map(String)).toEqual(['https://env.example.com/simple']);
  expect(parsePipSettings('').indexes.map(String)).toEqual(['https://pypi.org/simple']);
});

const python = await needPython();
python.describe('who published the last file of a Python package', () => {
  const name = 'My_Lib';
  /** An index whose page and provenance are as given, found by pip's own configuration file. */
  async function asked(
    page: (base: string) => Reply | undefined,
    provenance: (filename: string) => Reply | undefined = () => undefined,
  ) {
    const server = await startPackageServer(({ path }, url) =>
      path === '/simple/my-lib/' ? page(url) : provenance(path.split('/').at(-2) ?? ''),
    );
    const cwd = await folder();
    const { host } = new URL(server.url);
    await writeFile(join(cwd, 'pip.conf'), `[global]\nindex-url = http://me:s3cret@${host}/simple/\n`);
    const env = { PATH: process.env.PATH, PIP_CONFIG_FILE: 'pip.conf' };
    const look = await (await openPublishers({ cwd, env }))(name);
    await server.close();
    return { look, asked: server.asked, url: server.url };
  }
  const listing =
    (...releases: readonly Release[]) =>
    (base: string): Reply => ({
      body: bodyOf(pypiPage({ name, releases, accept: 'application/vnd.pypi.simple.v1+json', base })),
    });
  const file = 'my_lib-2.0.0-py3-none-any.whl';

  test('its trusted publisher, of the newest file, with the credentials of pip and past nobody else', async () => {
    const { look, asked: requests } = await asked(
      listing(release('2.0.0', 2_000_000, BUILD), release('1.0.0', 1_000_000)),
      () => ({ body: pypiProvenance(name, '2.0.0', BUILD) }),
    );
    expect(look).toEqual({
      ...{ state: 'published', file },
      publisher: { kind: 'GitHub', repository: 'acme/lib', workflow: 'release.yml', environment: 'pypi' },
    });
    const basic = `Basic ${Buffer.from('me:s3cret').toString('base64')}`;
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
  });

  slow('what proves nothing is told as that', async () => {
    const older = listing(release('1.0.0', 1_000_000, BUILD), release('2.0.0', 2_000_000));
    expect((await asked(older)).look).toEqual({ state: 'unproven', file, detail: 'it has no provenance' });
    const proven = listing(release('2.0.0', 1_000_000, BUILD));
    const saying = async (body: string, status = 200) => (await asked(proven, () => ({ body, status }))).look;
    expect(await saying(pypiProvenance(name, '1.0.0', BUILD))).toMatchObject({
      detail: 'its provenance is about other bytes than those that are served',
    });
    for (const broken of [
      '[]',
      '{',
      '{"attestation_bundles":{}}',
      '{"attestation_bundles":[null,7,{"attestations":3}]}',
    ])
      expect(await saying(broken)).toMatchObject({ state: 'unproven' });
    expect(await saying('', 404)).toMatchObject({ state: 'unproven', detail: expect.stringMatching(/answered 404/) });
    expect((await asked(() => ({ headers: { 'content-type': 'text/html' }, body: '<a>' }))).look).toMatchObject({
      ...{ state: 'unproven', detail: expect.stringMatching(/answers no JSON/) },
    });
  });

  test('an index that leads elsewhere for its provenance is not followed', async () => {
    const elsewhere = await startPackageServer(() => ({ body: pypiProvenance(name, '2.0.0', BUILD) }));
    const { look } = await asked((base) => {
      const { body } = listing(release('2.0.0', 1_000_000, BUILD))(base);
      return { body: String(body).replaceAll(`${base}/pypi/integrity`, `${elsewhere.url}/pypi/integrity`) };
    });
    expect(look).toMatchObject({ state: 'unproven', detail: expect.stringMatching(/no address of its own/) });
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  slow('no name, no answer and a refusal are three things', async () => {
    expect((await asked(() => undefined)).look).toEqual({ state: 'absent' });
    expect((await asked(() => ({ status: 403, body: '{"message":"no"}' }))).look).toMatchObject({
      ...{ state: 'unauthorized', detail: expect.stringMatching(/answered 403 \(no\) to the credentials given$/) },
    });
    expect((await asked(() => ({ drop: true }))).look).toMatchObject({ state: 'unreachable' });
    const proven = listing(release('2.0.0', 1_000_000, BUILD));
    expect((await asked(proven, () => ({ status: 502 }))).look).toMatchObject({
      ...{ state: 'unreachable', detail: expect.stringMatching(/^its provenance could not be read: .* answered 502$/) },
    });
  });
});
