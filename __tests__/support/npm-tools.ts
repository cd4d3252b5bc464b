import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../src/platform/errors.ts';
import { lacks } from './needs.ts';

/**
 * The folder of the programs of an npm package in an exact version (`pnpm@8.15.9`), fetched once a machine; undefined where it
 * cannot be had, see `lacks`.
 */
export function npmTool(spec: string): string | undefined {
  const folder = join(tmpdir(), 'release-actions-test-tools', spec.replace(/[^\w.-]+/g, '_'));
  const bin = join(folder, 'node_modules', '.bin');
  const name = spec.replace(/(?<=.)@.*$/, '');
  // bun's own package is a stand-in until its install script has run; the program is in the package of the platform.
  const platform = `${process.platform}-${process.arch}`;
  const homes: Readonly<Record<string, string>> = {
    bun: join(folder, 'node_modules', '@oven', `bun-${platform}`, 'bin'),
    [`node-${platform}`]: join(folder, 'node_modules', `node-${platform}`, 'bin'),
  };
  const home = homes[name] ?? bin;
  try {
    execFileSync('node', ['-e', `require(${JSON.stringify(join(folder, 'node_modules', name, 'package.json'))})`], {
      stdio: 'ignore',
    });
    return home;
  } catch {
    return fetched(spec, folder) ? home : undefined;
  }
}

/** Made beside its place and moved there: another worker may do the same. */
function fetched(spec: string, folder: string): boolean {
  const fresh = `${folder}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', ...flags, '--prefix', fresh, spec], { cwd: fresh, stdio: 'pipe' });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
    return true;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    lacks(spec, messageOf(error));
    return false;
  }
}
