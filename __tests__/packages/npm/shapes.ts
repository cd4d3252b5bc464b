/**
 * Workspaces in the forms that people have them. Between « and » stands what is there and, after →, what must be there once
 * lib is at 2.1.0 and @acme/core at 1.5.0; every other byte is to stay as it is.
 */
export const VERSIONS = { lib: '2.1.0', '@acme/core': '1.5.0' };

type Shape = Readonly<Record<string, string>>;
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const MARK = '\uFEFF';

export const shapes: Readonly<Record<string, Shape>> = {
  'two spaces, all four kinds': {
    'package.json': json({
      name: 'app',
      dependencies: { lib: '«^1.0.0→^2.1.0»', other: '^1.0.0' },
      devDependencies: { '@acme/core': '«~1.4.2→~1.5.0»' },
      peerDependencies: { lib: '«^1.0.0→^2.1.0»' },
      optionalDependencies: { '@acme/core': '«1.4.2→1.5.0»' },
    }),
  },
  tabs: { 'package.json': '{\n\t"dependencies": {\n\t\t"lib": "«^1.0.0→^2.1.0»"\n\t}\n}\n' },
  'four spaces, no final newline': {
    'package.json': '{\n    "dependencies": {\n        "lib": "«^1.0.0→^2.1.0»"\n    }\n}',
  },
  'line ends of Windows and a byte order mark': {
    'package.json': `${MARK}{\r\n  "dependencies": {\r\n    "lib": "«^1.0.0→^2.1.0»"\r\n  }\r\n}\r\n`,
  },
  'one line': { 'package.json': '{"name":"app","dependencies":{"lib":"«^1.0.0→^2.1.0»","a":"1"},"x":[1, 2 ,3]}' },
  'odd blanks': { 'package.json': '{ "dependencies" :{"lib" : "«^1.0.0→^2.1.0»" , "z":"*"}  }  \n\n' },
  'escapes in the text': {
    'package.json': '{"dependencies":{"l\\u0069b":"«^1.0.0→^2.1.0»","\\u00e9":"1"},"note":"\\u2028 \\/"}\n',
  },
  'a key twice': {
    'package.json': '{"dependencies":{"lib":"«^1.0.0→^2.1.0»"},"dependencies":{"lib":"«~1.0.0→~2.1.0»"}}\n',
  },
  'traps beside the fields': {
    'package.json': json({
      name: 'lib',
      version: '1.0.0',
      lib: '^1.0.0',
      scripts: { lib: '^1.0.0' },
      config: { dependencies: { lib: '^1.0.0' } },
      peerDependenciesMeta: { lib: { optional: true } },
      bundleDependencies: ['lib'],
      dependencies: { '@acme/core': '«>=1.4.0→>=1.5.0»' },
    }),
  },
  'forms of ranges': {
    'package.json': json({
      dependencies: { lib: '«1.x→2.x»' },
      devDependencies: { lib: '«^1→^2»' },
      optionalDependencies: { lib: '« ^1.0.0 → ^2.1.0 »' },
    }),
  },
  'unions and sets': {
    'package.json': json({
      peerDependencies: { lib: '«^0.9.0 || ^1.0.0→^0.9.0 || ^1.0.0 || ^2.1.0»' },
      dependencies: { lib: '«>=1.2.0 <3→>=2.1.0 <3»' },
      devDependencies: { lib: '>=1.0.0 <2' },
    }),
  },
  'peers that hold': { 'package.json': json({ peerDependencies: { lib: '>=1', '@acme/core': '^1.0.0' } }) },
  'what is no range': {
    'package.json': json({
      dependencies: { lib: 'file:../lib' },
      devDependencies: { lib: 'github:acme/lib#v1.0.0' },
      optionalDependencies: { lib: 'latest' },
      peerDependencies: { lib: '*' },
    }),
  },
  'an alias alone': { 'package.json': json({ dependencies: { old: 'npm:lib@«^1.0.0→^2.1.0»' } }) },
  'an alias beside its package': {
    'package.json': json({ dependencies: { lib: '«^1.0.0→^2.1.0»', 'lib-1': 'npm:lib@^1.0.0' } }),
  },
  'aliases of several lines': {
    'package.json': json({ devDependencies: { 'lib-1': 'npm:lib@^1.0.0', 'lib-2': 'npm:lib@«^2.0.0→^2.1.0»' } }),
  },
  'an alias that only has the name': { 'package.json': json({ dependencies: { lib: 'npm:fork@^1.0.0' } }) },
  'workspaces of npm': {
    'package.json': json({ private: true, workspaces: ['packages/*'], devDependencies: { lib: '«^1.0.0→^2.1.0»' } }),
    'packages/a/package.json': json({ name: 'a', dependencies: { '@acme/core': '«^1.0.0→^1.5.0»', b: '^1.0.0' } }),
    'packages/b/package.json': '{\n\t"name": "b"\n}\n',
    'elsewhere/package.json': json({ name: 'e', dependencies: { lib: '^1.0.0' } }),
    'packages/a/node_modules/x/package.json': json({ name: 'x', dependencies: { lib: '^1.0.0' } }),
  },
  'workspaces of yarn as a map': {
    'package.json': json({ workspaces: { packages: ['pkgs/**'], nohoist: ['**/lib'] } }),
    'pkgs/deep/er/package.json': json({ name: 'er', dependencies: { lib: '«^1.0.0→^2.1.0»' } }),
    'yarn.lock': '# yarn lockfile v1\n\n\nlib@^1.0.0:\n  version "1.0.0"\n',
  },
  'workspaces with an exception': {
    'package.json': json({ workspaces: ['packages/*', '!packages/skipped'] }),
    'package-lock.json': json({ lockfileVersion: 3, packages: {} }),
    'packages/a/package.json': json({ name: 'a', dependencies: { lib: '«~1.0→~2.1»' } }),
    'packages/skipped/package.json': json({ name: 's', dependencies: { lib: '~1.0' } }),
  },
  'members by the workspace protocol': {
    'package.json': json({ private: true }),
    'pnpm-workspace.yaml': 'packages:\n  - "packages/*"\n',
    'packages/a/package.json': json({
      name: 'a',
      dependencies: { lib: 'workspace:«^1.0.0→^2.1.0»', '@acme/core': 'workspace:^' },
    }),
  },
  'a catalog of pnpm, with comments': {
    'package.json': json({ dependencies: { lib: 'catalog:' } }),
    'pnpm-workspace.yaml': `# ours\npackages: [ "packages/*" ]\ncatalog:\n  lib: «^1.0.0→^2.1.0»   # pinned?\n  "@acme/core": '«~1.4.0→~1.5.0»'\n\nonlyBuiltDependencies: [lib]\n`,
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  },
  'catalogs of pnpm, several lines': {
    'package.json': json({ dependencies: { lib: 'catalog:lib2' }, devDependencies: { lib: 'catalog:lib1' } }),
    'pnpm-workspace.yaml': `catalogs:\r\n  lib1:\r\n    lib: ^1.0.0\r\n  lib2: { lib: "«^2.0.0→^2.1.0»" }\r\n`,
  },
  'a catalog of pnpm with an anchor': {
    'package.json': json({ dependencies: { lib: 'catalog:' } }),
    'pnpm-workspace.yaml': 'catalog:\n  lib: &v «^1.0.0→^2.1.0»\n  friend: «*v→^1.0.0»\n  "@acme/core": «*v→^1.5.0»\n',
  },
  'a catalog of yarn': {
    'package.json': json({ packageManager: 'yarn@4.10.0', dependencies: { lib: 'catalog:' } }),
    '.yarnrc.yml': 'nodeLinker: pnp\n\ncatalog:\n  lib: "«^1.0.0→^2.1.0»"\n  other: npm:^1.0.0\n',
    'yarn.lock': '__metadata:\n  version: 8\n',
  },
  'catalogs of yarn by name': {
    'package.json': json({ dependencies: { '@acme/core': 'catalog:stable' } }),
    '.yarnrc.yml': 'catalogs:\n  stable:\n    "@acme/core": npm:«^1.4.0→^1.5.0»\n',
  },
  'a catalog of bun': {
    'package.json': json({
      workspaces: { packages: ['packages/*'], catalog: { lib: '«^1.0.0→^2.1.0»' } },
      devDependencies: { lib: 'catalog:' },
    }),
    'packages/a/package.json': json({ name: 'a', dependencies: { lib: 'catalog:' } }),
    'bun.lock': '{\n  "lockfileVersion": 1,\n}\n',
  },
  'catalogs of bun beside workspaces': {
    'package.json': json({ workspaces: ['packages/*'], catalogs: { test: { '@acme/core': '«1.4.x→1.5.x»' } } }),
  },
  'overrides are somebody’s decision': {
    'package.json': json({
      dependencies: { lib: '«^1.0.0→^2.1.0»' },
      overrides: { lib: '1.0.0' },
      resolutions: { '**/lib': '1.0.0' },
      pnpm: { overrides: { 'a>lib': '1.0.0' } },
    }),
  },
  'up to date already': {
    'package.json': json({ dependencies: { lib: '^2.1.0' }, devDependencies: { '@acme/core': '1.5.0' } }),
  },
  'only an override in pnpm-workspace.yaml': {
    'package.json': json({ dependencies: { lib: '«1.0.0→2.1.0»' } }),
    'pnpm-workspace.yaml': 'overrides:\n  lib: 1.0.0\n',
  },
  'a shrinkwrap and a name with capitals': {
    'package.json': json({ name: 'JSONStream', dependencies: { lib: '«^1.0.0-beta.1→^2.1.0»' } }),
    'npm-shrinkwrap.json': json({ name: 'JSONStream', lockfileVersion: 2, requires: true, packages: {} }),
  },
};

const MARKED = /«([^»→]*)→([^»]*)»/g;

/** The files of a shape before or after. */
export function filesOf(shape: Shape, when: 'before' | 'after'): Record<string, string> {
  const chosen = when === 'before' ? '$1' : '$2';
  return Object.fromEntries(Object.entries(shape).map(([path, text]) => [path, text.replace(MARKED, chosen)]));
}

/** The paths of the files that must change, in order. */
export function changing(shape: Shape): string[] {
  return Object.keys(shape)
    .filter((path) => /«/.test(shape[path] ?? ''))
    .sort();
}
