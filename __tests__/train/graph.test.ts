import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCycles, wavesOf, withDependents, withNeeds } from '../../src/train/graph.ts';
import { reached } from '../support/reached.ts';
import { acyclicGraph, anyGraph, type SampleNode } from './samples.ts';

const node = (id: string, ...needs: string[]): SampleNode => ({ id, needs });

describe('waves', () => {
  test('hold what needs nothing but earlier waves, in the order given', () => {
    const nodes = [node('z'), node('top', 'left', 'right'), node('right', 'base'), node('left', 'base'), node('base')];
    expect(wavesOf(nodes)).toEqual([['z', 'base'], ['right', 'left'], ['top']]);
  });

  test('keep the order given also where another order frees them', () => {
    const nodes = [node('x', 'second'), node('y', 'first'), node('first'), node('second')];
    expect(wavesOf(nodes)).toEqual([
      ['first', 'second'],
      ['x', 'y'],
    ]);
  });

  test('take a need that is not among the nodes as satisfied', () => {
    expect(wavesOf([node('a', 'elsewhere')])).toEqual([['a']]);
  });

  test('are a permutation of the nodes, and put every node one wave after the last of its needs', () => {
    const graphs = reached({ 'of several waves': 20 });
    fc.assert(
      fc.property(acyclicGraph, (nodes) => {
        const waves = wavesOf(nodes);
        expect(waves.flat().sort()).toEqual(nodes.map(({ id }) => id).sort());
        const depth = new Map(waves.flatMap((wave, index) => wave.map((id) => [id, index] as const)));
        for (const { id, needs } of nodes) {
          expect(depth.get(id)).toBe(1 + Math.max(-1, ...needs.map((need) => depth.get(need) ?? Number.NaN)));
        }
        if (waves.length > 2) graphs.met('of several waves');
      }),
    );
    graphs.verify();
  });

  test('leave out exactly what is on a cycle or needs something on one', () => {
    const nodes = [node('a', 'b'), node('b', 'a'), node('after', 'a'), node('free')];
    expect(wavesOf(nodes)).toEqual([['free']]);
  });

  test('of 10,000 nodes and 30,000 needs take well under a second', () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) =>
      node(`n${index}`, ...[1, 7, 90].map((back) => `n${index - back}`).filter((id) => !id.includes('-'))),
    );
    expect(wavesOf(nodes)).toHaveLength(10_000);
    expect(findCycles([...nodes, node('x', 'y'), node('y', 'x')])).toEqual([['x', 'y', 'x']]);
  });
});

describe('cycles', () => {
  test('are told as a path that begins at the node the manifest names first', () => {
    expect(findCycles([node('c', 'a'), node('a', 'b'), node('b', 'c'), node('d', 'a')])).toEqual([
      ['c', 'a', 'b', 'c'],
    ]);
  });

  test('without a node in common are all told', () => {
    const nodes = [node('a', 'b'), node('b', 'a'), node('x', 'x'), node('between', 'a')];
    expect(findCycles(nodes)).toEqual([
      ['a', 'b', 'a'],
      ['x', 'x'],
    ]);
  });

  test('are real, and found if and only if there is one', () => {
    const graphs = reached({ cyclic: 10, 'without a cycle': 3, 'with several': 3 });
    fc.assert(
      fc.property(anyGraph, (nodes) => {
        const needs = new Map(nodes.map((one) => [one.id, one.needs]));
        const cycles = findCycles(nodes);
        for (const cycle of cycles) {
          expect(cycle.length).toBeGreaterThan(1);
          expect(cycle.at(-1)).toBe(cycle[0]);
          for (const [index, need] of cycle.slice(1).entries()) expect(needs.get(cycle[index] ?? '')).toContain(need);
        }
        // Reachability, the slow and plain way.
        const cyclic = nodes.some(({ id, needs: own }) => [...own].some((need) => withNeeds(nodes, [need]).has(id)));
        expect(cycles.length > 0).toBe(cyclic);
        const members = cycles.flatMap((cycle) => cycle.slice(1));
        expect(new Set(members).size).toBe(members.length);
        graphs.met(cyclic ? 'cyclic' : 'without a cycle');
        if (cycles.length > 1) graphs.met('with several');
      }),
    );
    graphs.verify();
  });

  test('are not found in graphs without one', () => {
    fc.assert(fc.property(acyclicGraph, (nodes) => expect(findCycles(nodes)).toEqual([])));
  });
});

describe('closures', () => {
  test('over needs and over dependents mirror each other', () => {
    const pairs = reached({ 'needs another': 100 });
    fc.assert(
      fc.property(anyGraph, (nodes) => {
        for (const { id } of nodes) {
          for (const need of withNeeds(nodes, [id])) {
            expect(withDependents(nodes, [need]).has(id)).toBe(true);
            if (need !== id) pairs.met('needs another');
          }
        }
      }),
    );
    pairs.verify();
  });
});
