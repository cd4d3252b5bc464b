import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRoutes, routeConflicts } from '../../../src/services/reconcile/routes.ts';

test.each([
  ['/tasks', '/tasks', 'same'],
  ['/tasks/', '/tasks', 'same'],
  ['/tasks/:id', '/tasks/{task}', 'same'],
  ['/tasks/*', '/tasks/**', 'same'],
  ['/*', '/api/tasks', 'shadowed'],
  ['/api/*', '/api/tasks/:id', 'shadowed'],
  ['/api/*', '/api', 'shadowed'],
  ['/tasks/:id', '/tasks/mine', 'shadowed'],
  ['/tasks/:id/notes', '/tasks/mine/:part', 'ambiguous'],
  ['/:tenant/admin', '/acme/*', 'ambiguous'],
  ['/tasks', '/task', undefined],
  ['/tasks', '/tasks/mine', undefined],
  ['/api/v1/*', '/api/v2/*', undefined],
  ['/tasks/:id', '/tasks/mine/notes', undefined],
])('%s of one service and %s of another: %s', (one, other, reason) => {
  const routes = [
    { path: one, service: 'a' },
    { path: other, service: 'b' },
  ];
  expect(routeConflicts(routes).map((conflict) => conflict.reason)).toEqual(reason ? [reason] : []);
  expect(routeConflicts([...routes].reverse()).map((conflict) => conflict.reason)).toEqual(reason ? [reason] : []);
});

test('one service may overlap itself; other methods and hosts do not meet', () => {
  const conflicts = (...routes: Parameters<typeof routeConflicts>[0]) => routeConflicts(routes).length;
  expect(conflicts({ path: '/a', service: 'a' }, { path: '/a', service: 'a' })).toBe(0);
  expect(conflicts({ path: '/a', service: 'a', method: 'GET' }, { path: '/a', service: 'b', method: 'POST' })).toBe(0);
  expect(conflicts({ path: '/a', service: 'a', host: 'x.test' }, { path: '/a', service: 'b', host: 'y.test' })).toBe(0);
  expect(conflicts({ path: '/a', service: 'a', method: 'GET' }, { path: '/a', service: 'b' })).toBe(1);
});

test('two patterns conflict exactly if some path matches both', () => {
  const segment = fc.constantFrom('a', 'b', ':x');
  const pattern = fc
    .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
    .map(([segments, open]) => `/${[...segments, ...(open ? ['*'] : [])].join('/')}`);
  const matches = (path: string, candidate: string) => {
    const regex = path.replace(/\/\*$/, '(/.*)?').replaceAll(':x', '[^/]+').replace(/^\/$/, '');
    return new RegExp(`^${regex}$`).test(candidate);
  };
  const below = (paths: readonly string[]) => paths.flatMap((path) => ['a', 'b', 'c'].map((part) => `${path}/${part}`));
  const depths = [1, 2, 3, 4].reduce<string[][]>((all) => [...all, below(all.at(-1) ?? [])], [['']]);
  const words = depths.flat();
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const conflict = routeConflicts([
        { path: one, service: 'a' },
        { path: other, service: 'b' },
      ])[0];
      const inOne = words.filter((word) => matches(one, word));
      const inOther = words.filter((word) => matches(other, word));
      const both = inOne.filter((word) => inOther.includes(word)).length;
      expect(conflict !== undefined).toBe(both > 0);
      const contained = both === inOne.length || both === inOther.length;
      const same = both === inOne.length && both === inOther.length;
      if (conflict) expect(conflict.reason).toBe(same ? 'same' : contained ? 'shadowed' : 'ambiguous');
    }),
    { numRuns: 1_000 },
  );
});

test('route documents of several shapes are read, others are not taken for empty', () => {
  const routes = [{ path: '/a', service: 'x' }];
  expect(readRoutes({ routes })?.routes).toEqual(routes);
  expect(readRoutes([{ pattern: '/a', target: 'x', method: '*' }])?.routes).toEqual(routes);
  expect(readRoutes({ routes: { '/a': 'x' } })?.routes).toEqual(routes);
  expect(readRoutes({ routes, conflicts: [{ path: '/a', services: ['y', 'x'] }] })?.conflicts).toEqual([
    { path: '/a', services: ['x', 'y'], reason: 'reported' },
  ]);
  for (const other of [undefined, 'x', { routes: 'none' }, [{ path: '/a' }]]) expect(readRoutes(other)).toBeUndefined();
});
