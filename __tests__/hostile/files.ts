import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import schema from '../../release-train.schema.json' with { type: 'json' };

/** A file that somebody made to hurt whoever reads it. */
export interface HostileFile {
  readonly kind: 'manifest' | 'package.json' | 'pyproject' | 'zip' | 'tarball' | 'json';
  readonly name: string;
  readonly content: string | Uint8Array;
}

const times = (text: string, count: number) => text.repeat(count);
const DEPTHS = [200, 600, 2_000, 20_000, 200_000] as const;
const SIZES = [1_000, 30_000, 100_000, 300_000] as const;

/** Forms that every reader of text meets: what stands before and behind is of its own. */
const OPENERS: readonly (readonly [name: string, unit: string])[] = [
  ['brackets', '['],
  ['maps in maps', '{"a":'],
  ['lists in maps', '{"a":['],
];

/** Each place of a manifest where a text may stand, with a map that no `String()` can make one. */
function mapsWithoutText(): [string, string][] {
  const { component, check } = schema.definitions;
  const map = '{ toString: 0 }';
  const places: [string, string][] = [
    ...Object.keys(schema.properties).map((key): [string, string] => [key, `${key}: ${map}`]),
    ...Object.keys(component.properties).map((key): [string, string] => [key, `components: { a: { ${key}: ${map} } }`]),
    ...Object.keys(check.properties).map((key): [string, string] => [
      `health.${key}`,
      `components: { a: { health: [{ url: https://x, ${key}: ${map} }] } }`,
    ]),
  ];
  return places.map(([name, text]) => [`a map without a text: ${name}`, text]);
}

function manifests(): [string, string][] {
  const head = 'name: x\ncomponents:\n';
  const bomb = Array.from(
    { length: 12 },
    (_, at) => `  a${at}: &a${at} [${times(at === 0 ? 'x,' : `*a${at - 1},`, 12)}]`,
  );
  return [
    ...DEPTHS.flatMap((depth) =>
      OPENERS.map(([name, unit]): [string, string] => [`${name} ${depth}`, `${head}  a: ${times(unit, depth)}`]),
    ),
    ...DEPTHS.slice(0, 3).map((depth): [string, string] => [
      `sequences ${depth}`,
      `${head}  a:\n    ${times('- ', depth)}x`,
    ]),
    ...[50, 400, 1_500].map((depth): [string, string] => [
      `indentation ${depth}`,
      Array.from({ length: depth }, (_, at) => `${times(' ', at)}a:`).join('\n'),
    ]),
    ...SIZES.map((size): [string, string] => [`one word of ${size}`, times('x', size)]),
    ...SIZES.map((size): [string, string] => [`an open quote of ${size}`, `name: "${times('\\u0041', size / 10)}`]),
    ...SIZES.map((size): [string, string] => [
      `one key ${size} times`,
      `${head}${times('  a: { repository: a/b }\n', size / 10)}`,
    ]),
    ...SIZES.map((size): [string, string] => [`tabs ${size}`, `name:${times('\t', size)}:\n\t- x`]),
    ...SIZES.map((size): [string, string] => [`colons ${size}`, times(':', size)]),
    ...SIZES.map((size): [string, string] => [`anchors ${size}`, `${head}${times('  - &a x\n', size / 10)}`]),
    ...mapsWithoutText(),
    ['aliases that unfold to 12^12', `${bomb.join('\n')}\ncomponents: *a11`],
    ['an alias of itself', 'a: &a [*a]'],
    ['merges of itself', `${head}  a: &m { <<: *m }`],
    ['a tag that would make an object', 'name: !!js/function "function(){}"'],
    ['proto', `${head}  __proto__: { repository: x }\n  constructor: { repository: 1 }`],
    ['a list for the components', 'name: x\ncomponents: [1, 2]'],
    [
      'a cycle',
      `defaults: { workflow: w.yml }\n${head}  a: { repository: a/a, needs: [b] }\n  b: { repository: a/b, needs: [a] }`,
    ],
    ['nothing but NUL', times('\0', 1_000)],
    ['a number beyond all', `name: x\ndefaults: { timeout: 1${times('0', 400)}h }`],
    ['several documents', '---\nname: a\n---\nname: b\n'],
    ['bytes of another encoding', Buffer.from('name: caf\xe9\ncomponents: \xff', 'latin1').toString('latin1')],
  ];
}

function packageFiles(): [string, string][] {
  return [
    ...DEPTHS.flatMap((depth) =>
      OPENERS.map(([name, unit]): [string, string] => [`${name} ${depth}`, `{"name":"x","a":${times(unit, depth)}`]),
    ),
    ...DEPTHS.map((depth): [string, string] => [
      `closed lists ${depth}`,
      `{"name":"x","workspaces":${times('[', depth)}${times(']', depth)}}`,
    ]),
    ...DEPTHS.map((depth): [string, string] => [
      `closed maps ${depth}`,
      `{"name":"x","dependencies":${times('{"a":', depth)}1${times('}', depth)}}`,
    ]),
    ...SIZES.map((size): [string, string] => [`an open quote of ${size}`, `{"name":"${times('\\u0041', size / 10)}`]),
    ...SIZES.map((size): [string, string] => [`commas ${size}`, `{${times(',', size)}}`]),
    ...SIZES.map((size): [string, string] => [`comments ${size}`, `{${times('/* x */', size / 10)}}`]),
    ...SIZES.map((size): [string, string] => [`a list instead ${size}`, `[${times('1,', size / 10)}1]`]),
    ['nothing', ''],
    ['a number', '1e999'],
    ['a text', '"x"'],
    ['an end too many', '{}}'],
    ['a BOM in the middle', '{"a":\uFEFF1'],
  ];
}

function pyprojects(): [string, string][] {
  return [
    ...DEPTHS.flatMap((depth): [string, string][] => [
      [`lists ${depth}`, `[project]\nname = ${times('[', depth)}`],
      [`tables ${depth}`, `[project]\nname = ${times('{a=', depth)}`],
    ]),
    ...DEPTHS.slice(0, 3).map((depth): [string, string] => [
      `a dotted key of ${depth}`,
      `[project]\nname = 1\n${times('a.', depth)}b = 1\n${times('a.', depth)}b = 2`,
    ]),
    ...SIZES.map((size): [string, string] => [
      `an open quote of ${size}`,
      `[project]\nname = "${times('\\u0041', size / 10)}`,
    ]),
    ...SIZES.map((size): [string, string] => [`open brackets ${size}`, times('[', size)]),
    ...SIZES.map((size): [string, string] => [`one table ${size} times`, times('[project]\n', size / 30)]),
    ...SIZES.map((size): [string, string] => [`one key ${size} times`, `[project]\n${times('name = 1\n', size / 30)}`]),
    ...SIZES.map((size): [string, string] => [`three quotes ${size}`, `[project]\nname = """${times('x\n', size)}`]),
    ['a bare value', '[project]\nname = x'],
    ['a date that is none', '[project]\nname = 2024-99-99'],
    ['an escape that is none', '[project]\nname = "\\q"'],
    ['NUL', '[project]\n\0'],
    ['a key twice', '[project]\nname = "a"\nname = "b"'],
    ['a table that is a value', 'project = 1\n[project]\nname = "a"'],
    ['nothing of a project', 'x ='],
  ];
}

function zips(): [string, Uint8Array][] {
  const link = { os: 3, attrs: 0o120777 << 16 };
  const made: [string, Zippable][] = [
    ['climbs', { '../evil': strToU8('x') }],
    ['climbs later', { 'a/b/../../../evil': strToU8('x') }],
    ['is absolute', { '/etc/passwd': strToU8('x') }],
    ['has a drive', { 'C:evil': strToU8('x') }],
    ['has backslashes', { 'a\\..\\evil': strToU8('x') }],
    ['links', { a: [strToU8('/etc/passwd'), link] }],
    ['is a bomb', { big: new Uint8Array(60_000_000) }],
    ['is too large', { big: [new Uint8Array(11_000_000), { level: 0 }] }],
    ['has too many', Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, strToU8('')]))],
  ];
  const whole = zipSync({
    'a.json': strToU8('{"a":1}'.repeat(50)),
    'b.json': [strToU8('{}'.repeat(50)), { level: 0 }],
  });
  const cut = [1, 5, 20, 40, 80, 120].map((length): [string, Uint8Array] => [
    `is cut to ${length}`,
    whole.slice(0, length),
  ]);
  // But for the size of the directory, which nobody needs.
  const turned = [0, 1, 2, 3, 6, 7, 8].map((at): [string, Uint8Array] => {
    const bytes = Uint8Array.from(whole);
    // The fields of the directory and its end, where sizes, counts and offsets stand.
    const end = bytes.length - 22;
    bytes.fill(0xff, end + 8 + at, end + 12 + at);
    return [`lies in its end at ${at}`, bytes];
  });
  return [...made.map(([name, files]): [string, Uint8Array] => [name, zipSync(files)]), ...cut, ...turned];
}

function tarballs(): [string, Uint8Array][] {
  return [
    ['a bomb', gzipSync(Buffer.alloc(100_000_000))],
    ['nothing', new Uint8Array()],
    ['no gzip', strToU8('x'.repeat(2_000))],
    ['no tar', gzipSync(strToU8('x'.repeat(2_000)))],
    [
      'a size beyond it',
      gzipSync(Buffer.from(`package/package.json${times('\0', 104)}77777777777\0${times('\0', 400)}`)),
    ],
  ];
}

function answers(): [string, string][] {
  return [
    ...DEPTHS.flatMap((depth) =>
      OPENERS.map(([name, unit]): [string, string] => [`${name} ${depth}`, times(unit, depth)]),
    ),
    ...DEPTHS.map((depth): [string, string] => [`closed ${depth}`, `${times('[', depth)}${times(']', depth)}`]),
    ...SIZES.map((size): [string, string] => [`an open quote of ${size}`, `"${times('x', size)}`]),
    ...SIZES.map((size): [string, string] => [`a page of ${size}`, `<html>${times('<b>', size)}`]),
    ['nothing', ''],
    ['half of it', '{"versions":{"1.0.0":{'],
    ['NaN', 'NaN'],
  ];
}

/** The corpus: what it holds is generated, the same each time. */
export function hostileFiles(): HostileFile[] {
  const of = (kind: HostileFile['kind'], files: readonly (readonly [string, string | Uint8Array])[]) =>
    files.map(([name, content]): HostileFile => ({ kind, name, content }));
  return [
    ...of('manifest', manifests()),
    ...of('package.json', packageFiles()),
    ...of('pyproject', pyprojects()),
    ...of('zip', zips()),
    ...of('tarball', tarballs()),
    ...of('json', answers()),
  ];
}
