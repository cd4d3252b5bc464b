import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TrainRequest } from '../../../src/train/plan/request.ts';
import { selectComponents } from '../../../src/train/plan/selection.ts';
import { reached } from '../../support/reached.ts';
import { acyclicGraph, component, manifest, selectionOf } from '../samples.ts';

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

function ids(request: TrainRequest, of = sample): string[] {
  return selectionOf(of, { releaseType: 'patch', ...request }).components.map(({ id }) => id);
}

describe('packages', () => {
  test.each([
    ['all', 'all' as const, ['core', 'server', 'app', 'other']],
    ['a list that says all', ['all'], ['core', 'server', 'app', 'other']],
    ['ids in any order, once or twice', ['other', 'core', 'core'], ['core', 'other']],
    ['a group', ['eda'], ['core', 'server']],
    ['a group and one of its members', ['core', 'eda', 'other'], ['core', 'server', 'other']],
  ])('select %s', (_, packages, expected) => {
    expect(ids({ packages })).toEqual(expected);
  });

  test('with dependents select all that needs them, directly or not', () => {
    expect(ids({ packages: ['core'], includeDependents: true })).toEqual(['core', 'server', 'app']);
  });

  test('that are empty are a fault, not everything and not nothing', () => {
    expect(selectComponents(sample, { releaseType: 'patch', packages: [] })).toEqual({
      faults: [{ message: 'Input packages selects nothing; name component or group ids, or all.' }],
    });
  });

  test('that are unknown are all named, with what was probably meant', () => {
    const selected = selectComponents(sample, {
      releaseType: 'patch',
      packages: ['sevrer', 'core', 'constructor', 'empty'],
    });
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
        const first = ids({ packages: [nodes[pick % nodes.length]?.id ?? ''], includeDependents: true }, all);
        expect(ids({ packages: first, includeDependents: true }, all)).toEqual(first);
        expect(first).toEqual(nodes.map(({ id }) => id).filter((id) => first.includes(id)));
        if (first.length > 1) closures.met('larger');
      }),
    );
    closures.verify();
  });
});
