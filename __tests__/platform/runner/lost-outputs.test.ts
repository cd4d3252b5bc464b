import { describe, expect, test } from '@jest/globals';
import { createLostOutputs } from '../../../src/platform/runner/lost-outputs.ts';

function warnings(
  secrets: readonly [name: string, value: string][],
  outputs: Readonly<Record<string, string>>,
): string[] {
  const lost = createLostOutputs();
  for (const [name, value] of secrets) lost.readSecret(value, name);
  for (const [name, value] of Object.entries(outputs)) lost.readOutput(name, value);
  return lost.warnings();
}

describe('outputs that a line of a secret stands in', () => {
  test('are named together, each secret once, without a word of the secret', () => {
    const [first, ...more] = warnings([['Input tokens', '{\n"a": "b",\n}']], {
      versions: '{}',
      plan: '{"x":1}',
      count: '1',
    });
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^The outputs plan and versions of this step hold a line of Input tokens\. .* gets nothing\./,
    );
    expect(first).not.toContain('{');
  });

  test.each<[string, string, string]>([
    ['a secret of one line', '{"a":"b"}', '{"a":"b2"}'],
    ['YAML', 'my-org: ghp_1\nother: ghp_2', '{"core":"1.0.0"}'],
    ['a line that is nothing but blanks', 'one\n  \ntwo', 'a  b'],
  ])('are none with %s', (_, secret, output) => {
    expect(warnings([['Input tokens', secret]], { plan: output })).toEqual([]);
  });

  test('are found with the ends of lines of Windows', () => {
    expect(warnings([['Input tokens', '[\r\nx\r\n]']], { list: '["a"]' })).toHaveLength(1);
  });
});

describe('outputs that are too large for a job', () => {
  test('are told with their sizes, counted as GitHub counts', () => {
    const [told] = warnings([], { plan: 'x'.repeat(400_000), matrix: 'x'.repeat(124_289), count: '1' });
    expect(told).toContain('1,048,580 bytes together as GitHub counts them (plan 800,000, matrix 248,578 and count 2)');
    expect(told).toContain('more than 1,048,576 bytes fails');
  });

  test('are none up to the limit; an output that is set again counts once', () => {
    const lost = createLostOutputs();
    lost.readOutput('plan', 'x'.repeat(500_000));
    lost.readOutput('plan', 'x'.repeat(524_288));
    expect(lost.warnings()).toEqual([]);
  });
});
