import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { selectComponents } from '../../../src/train/plan/selection.ts';
import { reached } from '../../support/reached.ts';
import { acyclicGraph, component, manifest } from '../samples.ts';

const sample = manifest(
  [
    component('core', { group: 'eda' }),
    component('server', { needs: ['core'], group: 'eda' }),
    component('app', { needs: ['server'] }),
    component('other'),
  ],
  {
    groups: [
      { id: 'eda', version: 'shared' },
      { id: 'empty', version: 'independent' },
    ],
  },
);

describe('packages', () => {
  test.each([
    ['all', 'all' as const, ['core', 'server', 'app', 'other']],
    ['a list that says all', ['all'], ['core', 'server', 'app', 'other']],
    ['ids in any order, once or twice', ['other', 'core', 'core'], ['core', 'other']],
    ['a group', ['eda'], ['core', 'server']],
    ['a group and one of its members', ['core', 'eda', 'other'], ['core', 'server', 'other']],
  ])('select %s', (_, packages, ids) => {
    expect(selectComponents(sample, { packages })).toEqual({ ids });
  });

  test('with dependents select all that needs them, directly or not', () => {
    expect(selectComponents(sample, { packages: ['core'], includeDependents: true })).toEqual({
      ids: ['core', 'server', 'app'],
    });
  });

  test('that are empty are a fault, not everything and not nothing', () => {
    expect(selectComponents(sample, { packages: [] })).toEqual({
      faults: [{ message: 'Input packages selects nothing; name component or group ids, or all.' }],
    });
  });

  test('that are unknown are all named, with what was probably meant', () => {
    const selected = selectComponents(sample, { packages: ['sevrer', 'core', 'constructor', 'empty'] });
    expect('faults' in selected && selected.faults.map(({ message }) => message)).toEqual([
      'Input packages: the manifest has no component and no group "sevrer"; did you mean "server"?',
      'Input packages: the manifest has no component and no group "constructor".',
      'Input packages: the group "empty" has no components.',
    ]);
  });

  test('closed over dependents stay the same when closed again, and keep the order of the manifest', () => {
    const closures = reached({ larger: 20 });
    fc.assert(
      fc.property(acyclicGraph, fc.nat(), (nodes, pick) => {
        const all = manifest(nodes.map(({ id, needs }) => component(id, { needs })));
        const first = selectComponents(all, {
          packages: [nodes[pick % nodes.length]?.id ?? ''],
          includeDependents: true,
        });
        if ('faults' in first) throw new Error('The node exists.');
        expect(selectComponents(all, { packages: first.ids, includeDependents: true })).toEqual(first);
        expect(first.ids).toEqual(nodes.map(({ id }) => id).filter((id) => first.ids.includes(id)));
        if (first.ids.length > 1) closures.met('larger');
      }),
    );
    closures.verify();
  });
});
