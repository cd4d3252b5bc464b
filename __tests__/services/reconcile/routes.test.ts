import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConflicts, readRoutes, routeConflicts } from '../../../src/services/reconcile/routes.ts';
import { cpuMs } from '../../support/cpu-time.ts';
import { slow } from '../../support/slow.ts';

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
  ['/api*', '/api/x', 'shadowed'],
  ['/api*', '/apix', 'shadowed'],
  ['/api*', '/api/*', 'shadowed'],
  ['/api*', '/ap', undefined],
  ['/users/:id?', '/users', 'shadowed'],
  ['/users/:id?', '/users/7', 'shadowed'],
  ['/users/:id?', '/users/7/x', undefined],
  ['/users/:id(\\d+)', '/users/:name', 'shadowed'],
  ['/users/:id(\\d+)', '/users/{id:\\d+}', 'same'],
  ['/users/:id(\\d+)', '/users/me', undefined],
  ['/users/:id(\\d+)', '/users/42', 'shadowed'],
  ['/users/{id:[a-z]+}', '/users/:id(\\d+)', 'ambiguous'],
  ['/files/{path*}', '/files/a/b', 'shadowed'],
  ['/files/:path*', '/files/*', 'same'],
  ['example.com/api*', 'example.com/api/x', 'shadowed'],
  ['example.com/*', '*.example.com/*', undefined],
  ['*.example.com/api/*', 'shop.example.com/api/*', 'shadowed'],
  ['*example.com/*', 'example.com/x', 'shadowed'],
  ['a.example.com/x', 'b.example.com/x', undefined],
  ['https://example.com/x', '/x', 'shadowed'],
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

slow('two patterns conflict exactly if some path matches both', () => {
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

test.each([
  [[{ route: '/a', service: 'x' }], [{ path: '/a', services: ['x'], reason: 'reported' }]],
  [
    [{ path: '/a', services: [{ name: 'y' }, { name: 'x' }] }],
    [{ path: '/a', services: ['x', 'y'], reason: 'reported' }],
  ],
  [[{ route: '/a', service: 'x', conflicts_with: ['y'] }], [{ path: '/a', services: ['x', 'y'], reason: 'reported' }]],
  [{ '/a': ['x', 'y'] }, [{ path: '/a', services: ['x', 'y'], reason: 'reported' }]],
  [['/a'], [{ path: '/a', services: [], reason: 'reported' }]],
  [[{ hello: 'world' }], [{ path: '{"hello":"world"}', services: [], reason: 'not-understood' }]],
  [3, [{ path: '3', services: [], reason: 'not-understood' }]],
  [[], []],
  [{}, []],
  [0, []],
  [null, []],
])('the reported conflicts %j are all told', (reported, expected) => {
  expect(readConflicts(reported)).toEqual(expected);
});

test('an expression that would take long is not tried', () => {
  const slow = { path: '/x/:id((a+)+b)', service: 'a' };
  const conflicts = () => routeConflicts([slow, { path: `/x/${'a'.repeat(150)}`, service: 'b' }]);
  expect(cpuMs(() => expect(conflicts()).toHaveLength(1))).toBeLessThan(1_000);
});
