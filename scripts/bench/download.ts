import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { root } from '../project.ts';
import type { Row } from './row.ts';

const MOST_KB = 800;

/** What a job that says `uses: …@v1` downloads: GitHub's archive of the commit, without what .gitattributes leaves out. */
export async function download(): Promise<Row[]> {
  const archive = execFileSync('git', ['archive', '--format=tar', 'HEAD'], { cwd: root, maxBuffer: 256 * 1024 * 1024 });
  const kilobytes = gzipSync(archive, { level: 9 }).length / 1000;
  return [
    {
      what: 'what a job downloads, all actions (git archive of the commit, gzip)',
      measured: `${kilobytes.toFixed(0)} kB`,
      bound: `≤ ${MOST_KB} kB`,
      kept: kilobytes <= MOST_KB,
    },
  ];
}
