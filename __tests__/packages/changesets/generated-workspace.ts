import fc from 'fast-check';
import { changeset, config, type Files } from './workspaces.ts';

const names = ['@x/a', '@x/b', '@x/c', '@y/d', 'e', 'f'];
const versions = ['0.0.1', '0.3.0', '1.0.0', '1.2.3', '2.0.0-next.1', '2.0.0-next.4'];
const ranges = [
  '^1.0.0',
  '~1.2.0',
  '*',
  '>=0.0.1',
  'workspace:*',
  'workspace:^',
  'workspace:~',
  '1.x',
  '^0.3.0',
  '1.0.0',
  '^2.0.0-next.1',
  'latest',
  'file:../a',
  'workspace:packages/0',
  '^1.0.0 || ^2.0.0',
];
const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

const edge = fc.record({ to: fc.nat(5), kind: fc.constantFrom(...kinds), range: fc.constantFrom(...ranges) });
const member = fc.record({
  version: fc.constantFrom(...versions),
  private: fc.boolean().map((one) => one || undefined),
  edges: fc.array(edge, { maxLength: 4 }),
});
const group = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 });
const written = fc.record({
  id: fc.stringMatching(/^[a-z]{3,8}$/),
  pre: fc.boolean(),
  releases: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('major', 'minor', 'patch', 'none'), {
    minKeys: 1,
    maxKeys: 3,
  }),
});

/** A random workspace of changesets 2 or 3; packages depend on earlier ones only, so that there are no cycles. */
export const generatedWorkspace = (major: 2 | 3) =>
  fc
    .record({
      members: fc.array(member, { minLength: 2, maxLength: 6 }),
      changesets: fc.uniqueArray(written, { maxLength: 5, selector: ({ id }) => id }),
      fixed: fc.array(group, { maxLength: 1 }),
      linked: fc.array(group, { maxLength: 1 }),
      ignore: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.nat(5), { maxLength: 1 }) },
      ),
      privatePackages: fc.constantFrom(
        ...[undefined, { version: true, tag: false }, { version: false }],
        ...(major === 3 ? [true] : [false]),
      ),
      bumpVersionsWithWorkspaceProtocolOnly: fc.constantFrom(false, false, true),
      ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: fc.constantFrom(
        ...[{}, {}, { updateInternalDependents: 'always' }],
        { onlyUpdatePeerDependentsWhenOutOfRange: true },
      ),
      pre: fc.constantFrom(undefined, undefined, { mode: 'pre', tag: 'next' }, { mode: 'exit', tag: 'next' }),
    })
    .map(({ members, changesets, pre, ...settings }): Files => {
      const named = (indices: readonly number[]) =>
        indices.filter((one) => one < members.length).map((one) => names[one]);
      const files: Record<string, string | object> = {
        'package.json': {
          ...{ name: 'root', private: true, workspaces: ['packages/*'] },
          devDependencies: { '@changesets/cli': major === 2 ? '^2.31.0' : '^3.0.0' },
        },
        '.changeset/config.json': config({
          ...settings,
          fixed: settings.fixed.map(named),
          linked: settings.linked.map(named),
          ignore: named(settings.ignore),
        }),
      };
      const used = changesets.filter((one) => one.pre).map(({ id }) => id);
      if (pre) files['.changeset/pre.json'] = major === 2 ? { ...pre, initialVersions: {}, changesets: used } : pre;
      for (const [index, one] of members.entries()) files[`packages/${index}/package.json`] = packageJson(index, one);
      for (const one of changesets) Object.assign(files, changesetFile(one, major, members.length));
      return files;
    });

function changesetFile({ id, releases, pre }: Written, major: 2 | 3, members: number): Files {
  const known = Object.entries(releases).filter(([name]) => names.indexOf(name) < members);
  if (known.length === 0) return {};
  return { [`.changeset/${pre && major === 3 ? 'pre/' : ''}${id}.md`]: changeset(Object.fromEntries(known)) };
}

function packageJson(index: number, { edges, ...rest }: Member): object {
  const json: Record<string, unknown> = { name: names[index], ...rest };
  for (const { to, kind, range } of edges.filter((one) => one.to < index)) {
    json[kind] = { ...(json[kind] as object), [names[to] ?? '']: range };
  }
  return json;
}

type Member = typeof member extends fc.Arbitrary<infer T> ? T : never;

type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;
