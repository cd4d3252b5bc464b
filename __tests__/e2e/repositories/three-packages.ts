import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../support/processes.ts';
import type { Ground } from '../scenario.ts';

/** Three npm packages in three repositories, each needing the one before it, and the repository that releases them. */
export interface ThreePackages {
  readonly home: string;
  /** Component id → repository and package. */
  readonly components: readonly { readonly id: string; readonly repository: string; readonly package: string }[];
}

export interface ThreePackagesOptions {
  readonly name: string;
  /** The release workflow of each package's repository. */
  readonly release: string;
  /** Workflow files of the repository that releases: file name → text. */
  readonly workflows: Readonly<Record<string, string>>;
  /** Ids of the components whose tests fail, and of those whose tests hang. */
  readonly broken?: readonly string[];
  readonly hanging?: readonly string[];
  /** What MY_ORG_TOKEN reaches: the packages' repositories as the templates ask for it (default), or everything. */
  readonly token?: 'components' | 'everything';
}

const IDS = ['core', 'adapter', 'app'] as const;

/** Puts them into a world, with version 1.0.0 of each package in the registry. */
export async function addThreePackages(
  { world, services }: Ground,
  { name, release, workflows, broken = [], hanging = [], token = 'components' }: ThreePackagesOptions,
): Promise<ThreePackages> {
  const registry = await services.npm();
  const components = IDS.map((id) => ({ id, repository: `${name}/${id}`, package: `@${name}/${id}` }));
  for (const [index, component] of components.entries()) {
    const needed = components[index - 1];
    const dependencies = needed ? { [needed.package]: '^1.0.0' } : {};
    await registry.release(component.package, '1.0.0', { dependencies });
    world.addRepository(component.repository, {
      files: {
        '.github/workflows/release.yml': release,
        'package.json': `${JSON.stringify({ name: component.package, version: '1.0.0', type: 'module', exports: './index.js', scripts: { test: 'node --test' }, dependencies }, null, 2)}\n`,
        'index.js': indexOf(component.id, needed?.package),
        'index.test.js': testOf(component.id, { broken, hanging }),
        'README.md': `# ${component.package}\n`,
      },
    });
    world.npm.publishers.set(component.package, { repository: component.repository, workflow: 'release.yml' });
  }
  const home = `${name}/releases`;
  const repositories = components.map(({ repository }) => repository);
  if (token === 'everything') world.addToken(`pat-of-${name}`, [home, ...repositories]);
  else world.addToken(`pat-of-${name}`, repositories, { actions: 'write', contents: 'read' });
  world.addRepository(home, {
    files: {
      ...Object.fromEntries(Object.entries(workflows).map(([file, text]) => [`.github/workflows/${file}`, text])),
      '.github/release-train.yml': manifestOf(name, components),
    },
    secrets: { MY_ORG_TOKEN: `pat-of-${name}` },
  });
  return { home, components };
}

function indexOf(id: string, needed: string | undefined): string {
  return needed === undefined
    ? `export const name = '${id}';\n`
    : `import { name as needed } from '${needed}';\n\nexport const name = \`\${needed}/${id}\`;\n`;
}

function testOf(id: string, { broken, hanging }: { broken: readonly string[]; hanging: readonly string[] }): string {
  const expected = broken.includes(id) ? 'something else' : id;
  return [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import { setTimeout } from 'node:timers/promises';",
    "import { name } from './index.js';",
    '',
    ...(hanging.includes(id) ? ["test('it hangs', () => setTimeout(120_000));"] : []),
    `test('it has a name', () => assert.ok(name.endsWith('${expected}')));`,
    '',
  ].join('\n');
}

function manifestOf(name: string, components: ThreePackages['components']): string {
  const lines = components.flatMap(({ id, repository, package: npm }, index) => [
    `  ${id}:`,
    `    repository: ${repository}`,
    `    package: { npm: "${npm}" }`,
    ...(index > 0 ? [`    needs: [${components[index - 1]?.id}]`] : []),
  ]);
  const inputs = ['version: "{version}"', 'dependency_versions: "{dependency-versions}"', 'nonce: "{nonce}"'];
  return [
    `name: ${name}`,
    'defaults:',
    '  workflow: release.yml',
    '  ref: main',
    '  timeout: 2m',
    '  inputs:',
    ...inputs.map((line) => `    ${line}`),
    'components:',
    ...lines,
    '',
  ].join('\n');
}

/** Somebody pushes the fixed test. */
export function fix({ world }: Ground, { components }: ThreePackages, id: string): void {
  const repository = components.find((component) => component.id === id)?.repository ?? '';
  world.github.commit(repository, 'main', { 'index.test.js': testOf(id, { broken: [], hanging: [] }) }, 'Fix the test');
}

/** Installs a package into an empty folder, imports it there, and answers the `name` it exports. */
export async function installedName({ folder, services }: Ground, specifier: string): Promise<string> {
  const { env } = await services.npm();
  const user = join(folder, `user-${specifier.replace(/\W+/g, '-')}`);
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run('npm', ['install', '--no-audit', specifier], { cwd: user, env });
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  const script = `import { name } from ${JSON.stringify(name)}; process.stdout.write(name);`;
  return run(process.execPath, ['--input-type=module', '--eval', script], { cwd: user });
}
