import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { messageOf } from '../../src/platform/errors.ts';
import { describeLacking } from './needs.ts';

/**
 * Registers tests that need npm packages in exact versions (`pnpm@8.15.9`), fetched once a machine, and hands them the folders of
 * their programs. Where one cannot be had they are reported as skipped; see `lacks`.
 */
export function describeWithTools(
  specs: readonly string[],
  title: string,
  body: (bins: readonly string[]) => void,
): void {
  const tools = specs.map(npmTool);
  const registered = () => body(tools.map(({ bin }) => bin));
  const missing = tools.flatMap((tool) => tool.missing ?? []);
  if (missing.length === 0) describe(title, registered);
  else describeLacking('npm-packages', missing.join('; '), title, registered);
}

interface Tool {
  readonly bin: string;
  /** Why it cannot be had. */
  readonly missing?: string;
}

function npmTool(spec: string): Tool {
  const folder = join(tmpdir(), 'release-actions-test-tools', spec.replace(/[^\w.-]+/g, '_'));
  const name = spec.replace(/(?<=.)@.*$/, '');
  // bun's own package is a stand-in until its install script has run; the program is in the package of the platform.
  const platform = `${process.platform}-${process.arch}`;
  const homes: Readonly<Record<string, string>> = {
    bun: join(folder, 'node_modules', '@oven', `bun-${platform}`, 'bin'),
    [`node-${platform}`]: join(folder, 'node_modules', `node-${platform}`, 'bin'),
  };
  const bin = homes[name] ?? join(folder, 'node_modules', '.bin');
  if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return { bin };
  try {
    fetchTool(spec, folder);
    return { bin };
  } catch (error) {
    return { bin, missing: `${spec}: ${messageOf(error).split('\n', 1)[0]}` };
  }
}

/** Made beside its place and moved there: another worker may do the same. */
function fetchTool(spec: string, folder: string): void {
  const fresh = `${folder}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    execFileSync('npm', ['install', ...flags, '--prefix', fresh, spec], { cwd: fresh, stdio: 'pipe' });
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}
