import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMPONENT_STATUSES } from '../../../src/train/machine/state.ts';
import { graphSection } from '../../../src/train/views/graph-section.ts';
import { type GraphNode, mermaid } from '../../../src/train/views/mermaid.ts';
import { drawInBrowser } from '../../support/browser.ts';
import { describeWith } from '../../support/needs.ts';
import { slow } from '../../support/slow.ts';
import { hostileText } from '../samples.ts';

/** As wide as a comment on GitHub, and as small as letters may become in it. */
const PAGE = 760;
const SMALLEST = 9;

const name = fc.constantFrom('core', 'web', 'infrastructure', 'browser-extension', 'contract-declaration', 'api');

/** Components that need earlier ones: none, few or many, near or far. */
const graphs = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.tuple(
      fc.array(name, { minLength: size, maxLength: size }),
      fc.array(fc.array(fc.nat({ max: 29 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
      fc.constantFrom(2, 6, 30),
    ),
  );

const nodes = graphs.map(([names, needs, reach]) =>
  names.map((of, index): GraphNode => {
    const id = `${of}-${index}`;
    const before = (needs[index] ?? []).map((number) => index - 1 - (number % reach)).filter((number) => number >= 0);
    return { id, lines: [id, '10.1.0 → 10.2.0'], needs: before.map((number) => `${names[number]}-${number}`) };
  }),
);

const shapes: Readonly<Record<string, (index: number) => readonly number[]>> = {
  chain: (index) => (index === 0 ? [] : [index - 1]),
  star: (index) => (index === 0 ? [] : [0]),
  flat: () => [],
  pairs: (index) => (index < 15 ? [] : [index - 15]),
};

/** Each box leads to six, of which the last leads to six again: each row stands further to the right. */
const drifting = (index: number): readonly number[] =>
  index === 0 ? [] : [index - 1 - ((index * 7) % Math.min(index, 6))];

function shaped(size: number, needs: (index: number) => readonly number[]): GraphNode[] {
  const id = (index: number) => `component-number-${index}`;
  return Array.from({ length: size }, (_, index) => ({
    id: id(index),
    lines: [id(index), '1.0.0 → 1.0.1'],
    needs: needs(index).map(id),
    status: COMPONENT_STATUSES[index % COMPONENT_STATUSES.length] ?? 'pending',
  }));
}

describeWith('chromium', 'in a real browser', () => {
  slow('up to 30 components are readable in a comment, whatever their shape', () => {
    const random = fc.sample(nodes, { seed: 20, numRuns: 40 });
    const drifts = [16, 22, 30].map((size) => shaped(size, drifting));
    const all = [...random, ...Object.values(shapes).map((needs) => shaped(30, needs)), ...drifts];
    const drawn = all.flatMap((one) => mermaid(one) ?? []);
    // A table is the way out where no picture would do, not a way around this test.
    expect(drawn.length).toBeGreaterThan(all.length * 0.7);
    for (const picture of drawInBrowser(drawn, PAGE)) {
      expect(picture.error).toBeUndefined();
      expect(picture.letters).toBeGreaterThanOrEqual(SMALLEST);
    }
  });

  slow('no text breaks a picture', () => {
    const texts = fc.sample(hostileText, { seed: 20, numRuns: 20 });
    const drawn = texts.flatMap(
      (text) => mermaid([{ id: text, lines: [text, text], needs: [], status: 'failed' }]) ?? [],
    );
    expect(drawInBrowser(drawn, PAGE).map(({ error }) => error)).toEqual(drawn.map(() => undefined));
  });
});

test('every shape of thirty is drawn', () => {
  for (const needs of Object.values(shapes)) expect(graphSection(shaped(30, needs))).toContain('```mermaid');
});

slow.each([
  [101, shapes.chain, 'a picture of 101 components could not be read'],
  [
    100,
    (index: number) => (index < 50 ? [] : Array.from({ length: 50 }, (_, need) => need)),
    'the text would be too small',
  ],
])('%i components that cannot be drawn are a table that says why', (size, needs, because) => {
  const text = graphSection(shaped(size, needs ?? (() => [])));
  expect(text).toContain(because);
  expect(text).toContain('| Wave | Count | Components |');
  expect(text).not.toContain('mermaid');
  expect(text).toContain('`component-number-0`');
});
