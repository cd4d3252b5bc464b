import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { readableMarkdown } from '../../scripts/terminal/readable-markdown.ts';

test('a summary in a terminal has no marks, and its tables have columns', () => {
  const summary = [
    '## ❌ Release of a\\_b failed',
    '- **Failed:** `web` ([its run](https://github.test/run/7)): see `https://x.test/a_b`, \\`no code\\`, &lt;b&gt; @\u200balice',
    '',
    '| Component | Version | Run |',
    '| --- | --- | ---: |',
    '| `core` | `1.0.0`\u00a0→\u00a0`1.1.0` | [5\u00a0s](https://github.test/run/8) |',
    `| ${'long '.repeat(20)} | a \\| b | |`,
    '',
    '```mermaid',
    'flowchart LR',
    '```',
    '',
    '```text',
    '█ run | **kept**',
    '```',
    '<details><summary>Plan</summary>',
    '',
    'folded',
    '</details>',
  ].join('\n');
  expect(stripVTControlCharacters(readableMarkdown(summary))).toBe(
    [
      '❌ Release of a_b failed',
      '- Failed: web (its run (https://github.test/run/7)): see https://x.test/a_b, `no code`, <b> @alice',
      '',
      'Component  Version        Run',
      'core       1.0.0 → 1.1.0  5 s',
      `${'long '.repeat(20).trim()}  a | b`,
      '',
      '█ run | **kept**',
    ].join('\n'),
  );
});
