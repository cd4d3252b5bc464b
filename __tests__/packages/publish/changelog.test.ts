import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changelogSection, withSection } from '../../../src/packages/publish/changelog.ts';

const change = (subject: string) => ({ subject, commit: '0123456789abcdef' });
const section = { version: '1.2.0', date: '2026-11-20', changes: [change('Fix it'), change('Add <b>\n## 9.9.9')] };

test('a changelog is begun where there is none', () => {
  expect(withSection('', section)).toBe(
    '# Changelog\n\n## 1.2.0 (2026-11-20)\n\n- Fix it (012345678)\n- Add &lt;b&gt; \\#\\# 9.9.9 (012345678)\n',
  );
});

test('a new section stands above the others, whose bytes stay', () => {
  const before = '# Changes\r\n\r\nOf lib.\r\n\r\n## 1.1.0\r\n\r\n- Old\r\n';
  const after = withSection(before, { ...section, changes: [] });
  expect(after).toBe(
    '# Changes\r\n\r\nOf lib.\r\n\r\n## 1.2.0 (2026-11-20)\r\n\r\n- No changes.\r\n\r\n## 1.1.0\r\n\r\n- Old\r\n',
  );
  expect(withSection(after, section)).toBe(after);
});

test.each([
  ['## 1.2.0', '1.2.0'],
  ['## v1.2.0', '1.2.0'],
  ['# [1.2.0](https://example.com) (2026-01-01)', '1.2.0'],
  ['### [v1.2.0] - 2026-01-01', '1.2.0'],
  ['## @acme/lib@1.2.0', '1.2.0'],
  ['## 1.2.0-rc.1', '1.2.0-rc.1'],
])('the heading %j is found for %s', (heading, version) => {
  const level = heading.replace(/[^#].*/, '');
  expect(changelogSection(`# Log\n\n${heading}\n\n- Text\n\n${level} 1.0.0\n\n- Old\n`, version)).toBe('- Text');
  expect(changelogSection(`${heading}\n`, '1.2')).toBeUndefined();
});

test('what is written is found again, and writing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (subjects, before) => {
      const wanted = { ...section, version: '7.8.9', changes: subjects.map(change) };
      const once = withSection(before, wanted);
      fc.pre(changelogSection(before, '7.8.9') === undefined);
      expect(
        changelogSection(once, '7.8.9')
          ?.split('\n')
          .filter((line) => line.startsWith('- ')),
      ).toHaveLength(Math.max(1, subjects.length));
      expect(withSection(once, wanted)).toBe(once);
    }),
  );
});
