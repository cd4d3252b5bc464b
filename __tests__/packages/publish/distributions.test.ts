import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { distributionsIn } from '../../../src/packages/publish/distributions.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

/* What a build hands over is what a job uploads that is trusted with more than this package in this version. */
const folders = temporaryFolders();
const WHEEL = 'my_lib-1.2.0rc1-py3-none-any.whl';
const wanted = { name: 'My.Lib', version: '1.2.0rc1' };
const verified = async (...files: string[]) =>
  distributionsIn(await folders(Object.fromEntries(files.map((file) => [file, '']))), wanted, 'dist');

slow('wheels of any machine, a build number and an sdist, in any spelling of the version, are taken', async () => {
  const files = [
    ...['My.Lib-1.2rc1.tar.gz', 'my_lib-1.2.0.rc1-1-cp313-cp313-manylinux_2_28_x86_64.whl', WHEEL],
    ...['my-lib-1.2.0c1.zip', 'my_lib-v1.2.0rc1-py2.py3-none-any.whl'],
  ];
  expect(await verified(...files)).toEqual([...files].sort());
});

test.each([
  ...['my_lib-1.2.0-py3-none-any.whl', 'my_lib-1.2.0rc1.999-py3-none-any.whl', 'my_lib-1.2.0rc1.post1.tar.gz'],
  ...['my_lib-1.2.0rc1+local.tar.gz', 'my_lib-1!1.2.0rc1.tar.gz', 'my_lib-999.tar.gz', 'my_lib_1-2.0rc1.tar.gz'],
  ...['my_lib_1.2.0rc1.tar.gz', 'other-1.2.0rc1.tar.gz', 'my_lib-1.2.0rc1.tar.gz.asc', 'my_lib-1.2.0rc1.exe'],
  ...[`${WHEEL}.publish.attestation`, '.pypirc', `-${WHEEL}`, 'my_lib-1.2.0rc1-py3-none.whl'],
])('%s beside a wheel is refused', async (file) => {
  await expect(verified(WHEEL, file)).rejects.toThrow(
    `The release that was handed over is refused: expected files of My.Lib 1.2.0rc1 only, found "${file}"`,
  );
});

test('a folder that is called like one is refused, and so is an empty one', async () => {
  const folder = await folders();
  await expect(distributionsIn(folder, wanted, 'dist')).rejects.toThrow('"dist" has no distributions');
  await expect(distributionsIn(join(folder, 'none'), wanted, 'none')).rejects.toThrow('"none" has no distributions');
  await mkdir(join(folder, WHEEL));
  await expect(distributionsIn(folder, wanted, 'dist')).rejects.toThrow(`only, found "${WHEEL}"`);
});
