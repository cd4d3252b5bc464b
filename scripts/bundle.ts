import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { type BundledModule, doubled, namedChunks } from './chunks.ts';
import { compact } from './compact.ts';
import { buildingBlocks, publicActions } from './project.ts';

export interface Bundle {
  /** What dist/ holds: file name → content. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The packages whose code is in the bundle. */
  readonly packages: readonly string[];
}

/**
 * The toolkit's HTTP client, a megabyte with what it needs, of which we call nothing: ID tokens are npm's to ask for, and
 * GitHub is reached by our own transport. Anyone who does call it finds another module's exports in its place, and fails: one
 * that the entry imports anyway. It must not be node:http, of which an import reads every export, `WebSocket` among them, and
 * that loads the undici inside Node: 28 ms, a third of the start.
 */
const NEVER_CALLED = {
  '@actions/http-client': 'node:module',
  '@actions/http-client/lib/auth': 'node:module',
  undici: 'node:module',
};

/**
 * Packages that every start would pay for, and that come in by one careless import: of @actions/github only what it says of the
 * run is taken.
 */
const KEPT_OUT = ['@actions/http-client', '@octokit/core', '@octokit/request', 'undici'];

/** How small a file may be that several share, and how many files one action may load: as it takes to hold nothing twice. */
const SETTINGS = [
  ['"minSize",()=>R?2e4:1e4', '"minSize",()=>0'],
  ['"maxAsyncRequests",()=>R?30:Infinity', '"maxAsyncRequests",()=>Infinity'],
] as const;

/** The statistics of every module, ungrouped, with what was joined into it. */
const EVERY_MODULE = {
  ...{ all: false, modules: true, nestedModules: true, ids: true, chunks: true, cachedModules: true },
  ...{ modulesSpace: Infinity, nestedModulesSpace: Infinity },
  ...{ groupModulesByType: false, groupModulesByLayer: false, groupModulesByAttributes: false },
  ...{ groupModulesByPath: false, groupModulesByExtension: false, groupModulesByCacheStatus: false },
};

type Ncc = (
  input: string,
  options: object,
) => Promise<{
  code: string;
  assets: Record<string, { source: Buffer | string }>;
  stats: { toJson(options: object): { modules: readonly BundledModule[] } };
}>;

/**
 * Bundles the project in the given folder: one file that holds every action, and a stub per action that names it. The same
 * sources give the same bytes on every machine. Throws when a bundled package has no entry in licenses.txt or is one that is
 * kept out, when code would stand in two files, and when a file would import one of Node's modules with all that it exports.
 */
export async function bundle(project: string): Promise<Bundle> {
  compile(project);
  const { code, assets, stats } = await bundled(project);
  const { modules } = stats.toJson(EVERY_MODULE);
  const built = new Map([['index.js', Buffer.from(code)]]);
  for (const [name, { source }] of Object.entries(assets)) built.set(name, Buffer.from(source));
  const stubs = [...publicActions(project), ...buildingBlocks(project)].map(({ name }) => name);
  const named = [...namedChunks(built, modules, stubs)];
  const files = new Map(named.map(([name, content]) => [name, compact(name, content)]));
  for (const name of stubs) {
    files.set(`${name}.js`, Buffer.from(`import { main } from './index.js';\nawait main('${name}');\n`));
  }
  const packages = packagesOf(modules, project);
  const brought = KEPT_OUT.filter((name) => packages.includes(name));
  if (brought.length > 0)
    throw new Error(`dist/ would bring ${brought.join(', ')}. Import only the file that is needed.`);
  const unlicensed = withoutLicence(packages, String(files.get('licenses.txt')));
  if (unlicensed.length > 0) {
    throw new Error(`dist/licenses.txt lacks what is bundled from ${unlicensed.join(', ')}.`);
  }
  const twice = doubled(modules);
  if (twice.length > 0) throw new Error(`dist/ would hold code twice: ${twice.join(', ')}.`);
  const whole = importedWhole(files);
  if (whole.length > 0)
    throw new Error(`dist/ would import modules of Node whole, not require() them: ${whole.join(', ')}.`);
  return { files, packages };
}

async function bundled(project: string): ReturnType<Ncc> {
  const ncc = loadNcc(project);
  const home = process.cwd();
  // The numbers of chunks come from paths relative to the working directory.
  process.chdir(project);
  try {
    const main = join(project, 'build', 'src', 'main.js');
    return await ncc(main, { cache: false, license: 'licenses.txt', quiet: true, externals: NEVER_CALLED });
  } finally {
    process.chdir(home);
  }
}

/** Modules of Node that a file imports, `node:module` apart. To import one reads every export, also what is loaded only when read. */
export function importedWhole(files: ReadonlyMap<string, Buffer>): string[] {
  return [...files].flatMap(([name, content]) => {
    const imports = name.endsWith('.js') ? String(content).matchAll(/^import\b[^;'"]*["']([^.'"][^'"]*)["']/gm) : [];
    const found = [...imports].flatMap(([, module = '']) => (isBuiltin(module) ? [module.replace(/^node:/, '')] : []));
    return found.filter((module) => module !== 'module').map((module) => `${name}: ${module}`);
  });
}

/**
 * ncc takes no settings of its bundler, whose defaults leave shared code below 20 kB in every file that uses it: a tenth of
 * dist/ stood there two to ten times. So they are other ones while ncc is loaded.
 */
function loadNcc(project: string): Ncc {
  const path = createRequire(join(project, 'package.json')).resolve('@vercel/ncc');
  let source = readFileSync(`${path}.cache.js`, 'utf8');
  for (const [theirs, ours] of SETTINGS) {
    if (source.split(theirs).length !== 2) throw new Error(`ncc no longer has the setting ${theirs}.`);
    source = source.replace(theirs, ours);
  }
  const exported: { exports: unknown } = { exports: {} };
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = compileFunction(source, names, { filename: path });
  run(exported.exports, createRequire(path), exported, path, dirname(path));
  return exported.exports as Ncc;
}

/** Removes types and comments, which a job would only download (64 kB of 860): ncc cannot read TypeScript 7, and `npm run types` is what judges them. */
function compile(project: string): void {
  rmSync(join(project, 'build'), { recursive: true, force: true });
  const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck'];
  execFileSync(process.execPath, args, { cwd: project, stdio: 'inherit' });
  // What names a package's file by its path finds it from there, too.
  symlinkSync(join(project, 'node_modules'), join(project, 'build', 'node_modules'), 'junction');
}

/** By their own names: a dependency on another version of a package has a folder of another name. */
function packagesOf(modules: readonly BundledModule[], project: string): string[] {
  const aliases = aliasesOf(project);
  const all = modules.flatMap((module) => [module, ...(module.modules ?? [])]);
  const names = all.flatMap(({ name = '' }) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
  return [...new Set(names.map((name) => aliases.get(name) ?? name))].sort();
}

function aliasesOf(project: string): ReadonlyMap<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return new Map(
    Object.entries(dependencies).flatMap(([alias, spec]) => {
      const name = /^npm:(.+)@/.exec(spec)?.[1];
      return name === undefined ? [] : [[alias, name] as const];
    }),
  );
}

/** The packages that a licence file does not name; it has each one's name on a line of its own. */
export function withoutLicence(packages: readonly string[], licences: string): string[] {
  const named = new Set(licences.split(/\r?\n/));
  return packages.filter((name) => !named.has(name));
}
