import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildingBlocks, publicActions } from './project.ts';

export interface Bundle {
  /** What dist/ holds: file name → content. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The packages whose code is in the bundle. */
  readonly packages: readonly string[];
}

interface Module {
  readonly name?: string;
  readonly modules?: readonly Module[];
}

type Ncc = (
  input: string,
  options: object,
) => Promise<{
  code: string;
  assets: Record<string, { source: Buffer | string }>;
  stats: { toJson(options: object): { modules: readonly Module[] } };
}>;

/**
 * Bundles the project in the given folder: one file that holds every action, and a stub per action that names it. The same
 * sources give the same bytes on every machine. Throws when a bundled package has no entry in licenses.txt.
 */
export async function bundle(project: string): Promise<Bundle> {
  compile(project);
  const { code, assets, stats } = await bundled(project);
  const files = new Map([['index.js', Buffer.from(code)]]);
  for (const [name, { source }] of Object.entries(assets)) files.set(name, Buffer.from(source));
  for (const { name } of [...publicActions(project), ...buildingBlocks(project)]) {
    files.set(`${name}.js`, Buffer.from(`import { main } from './index.js';\nawait main('${name}');\n`));
  }
  const { modules } = stats.toJson({ all: false, modules: true, nestedModules: true, modulesSpace: Infinity });
  const packages = packagesOf(modules);
  const unlicensed = withoutLicence(packages, String(files.get('licenses.txt')));
  if (unlicensed.length > 0) {
    throw new Error(`dist/licenses.txt lacks what is bundled from ${unlicensed.join(', ')}.`);
  }
  return { files, packages };
}

async function bundled(project: string): ReturnType<Ncc> {
  const ncc = createRequire(join(project, 'package.json'))('@vercel/ncc') as Ncc;
  const home = process.cwd();
  // The numbers of chunks come from paths relative to the working directory.
  process.chdir(project);
  try {
    const main = join(project, 'build', 'src', 'main.js');
    return await ncc(main, { cache: false, license: 'licenses.txt', quiet: true });
  } finally {
    process.chdir(home);
  }
}

/** Only removes the types: ncc cannot read TypeScript 7, and `npm run types` is what judges them. */
function compile(project: string): void {
  rmSync(join(project, 'build'), { recursive: true, force: true });
  const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck'];
  execFileSync(process.execPath, args, { cwd: project, stdio: 'inherit' });
}

function packagesOf(modules: readonly Module[]): string[] {
  const all = modules.flatMap((module) => [module, ...(module.modules ?? [])]);
  const names = all.flatMap(({ name = '' }) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The packages that a licence file does not name; it has each one's name on a line of its own. */
export function withoutLicence(packages: readonly string[], licences: string): string[] {
  const named = new Set(licences.split(/\r?\n/));
  return packages.filter((name) => !named.has(name));
}
