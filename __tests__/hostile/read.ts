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

for (const file of hostileFiles()) {
  globalThis.gc?.();
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS };
  let message: string | undefined;
  let isDefect = false;
  try {
    message = await said(file);
  } catch (error) {
    isDefect = !(error instanceof UserError);
    message = isDefect ? String((error as Error).stack) : messageOf(error);
  }
  // Of the processor, which a busy machine does not change.
  const { user, system } = process.cpuUsage(before.cpu);
  const ms = Math.round((user + system) / 1_000);
  const peak = process.resourceUsage().maxRSS;
  const megabytes = peak > before.peak ? Math.round(peak / 1024 - before.rss / 1024 ** 2) : 0;
  console.log(
    JSON.stringify({ kind: file.kind, name: file.name, ms, megabytes, isDefect, message: message?.slice(0, 300) }),
  );
}
