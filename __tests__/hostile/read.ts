/** Reads every hostile file by the reader that meets such files, one after the other, and prints what came of each as a line of JSON. */
import { resolveRead } from '../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../src/engine/planning/read-manifest.ts';
import { packedManifest } from '../../src/packages/publish/tarball.ts';
import { parseToml } from '../../src/packages/python/toml.ts';
import { parsePackageJson } from '../../src/packages/workspace/package-json.ts';
import { messageOf, UserError } from '../../src/platform/errors.ts';
import { unzip } from '../../src/platform/files/unzip.ts';
import { readJson } from '../../src/services/health/bounded-json.ts';
import { type HostileFile, hostileFiles } from './files.ts';

/** What is wrong with the file, in words; nothing where it was taken for a good one. */
async function said({ kind, content }: HostileFile): Promise<string | undefined> {
  const text = String(content);
  const bytes = content as Uint8Array;
  switch (kind) {
    case 'manifest': {
      const read = resolveRead(await readManifest(text, 'train.yml'));
      return 'faults' in read ? read.faults.map(({ message }) => message).join('; ') : undefined;
    }
    case 'package.json':
      await parsePackageJson(text, 'package.json');
      return undefined;
    case 'pyproject':
      await parseToml({ path: '/x/pyproject.toml', shown: 'pyproject.toml', text });
      return undefined;
    case 'zip':
      unzip(bytes, { maxBytes: 10_000_000, maxFiles: 1_000 });
      return undefined;
    case 'tarball':
      packedManifest(bytes, 'x.tgz');
      return undefined;
    case 'json': {
      const read = readJson(text);
      return read.kind === 'not-json' ? read.reason : undefined;
    }
  }
}

/** What it says of the file, and the milliseconds of the processor that it took. */
async function read(file: HostileFile) {
  const before = process.cpuUsage();
  const taken = () => {
    const { user, system } = process.cpuUsage(before);
    return Math.round((user + system) / 1_000);
  };
  try {
    const message = await said(file);
    return { message, isDefect: false, ms: taken() };
  } catch (error) {
    const isDefect = !(error instanceof UserError);
    return { message: isDefect ? String((error as Error).stack) : messageOf(error), isDefect, ms: taken() };
  }
}

/** What others do on the machine only ever adds, also to the time of the processor: what takes long is read again. */
const LONG_MS = 1_000;
const TRIES = 3;

for (const file of hostileFiles()) {
  globalThis.gc?.();
  const before = { rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS };
  const { message, isDefect, ms: first } = await read(file);
  const peak = process.resourceUsage().maxRSS;
  const megabytes = peak > before.peak ? Math.round(peak / 1024 - before.rss / 1024 ** 2) : 0;
  let ms = first;
  for (let tries = 1; tries < TRIES && ms > LONG_MS; tries += 1) ms = Math.min(ms, (await read(file)).ms);
  console.log(
    JSON.stringify({ kind: file.kind, name: file.name, ms, megabytes, isDefect, message: message?.slice(0, 300) }),
  );
}
