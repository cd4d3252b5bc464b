import { expect, test } from '@jest/globals';
import { describeChanges } from '../../../src/packages/publish/version-changes.ts';

test('the version pull request shows what a changelog says, and names nobody by it', () => {
  const notes = '### Minor\n\n- Thanks, @someone of @acme/everyone: `@acme/core` is **new** <img src=x>';
  const body = describeChanges([{ name: '@acme/core', from: '1.0.0', to: '1.1.0', notes }], 'Merge it.');
  expect(body).toContain('| `@acme/core` | `1.0.0` | `1.1.0` |');
  expect(body).toContain('- Thanks, @\u200bsomeone of @\u200bacme/everyone: `@acme/core` is **new** &lt;img src=x>');
  expect(body).toContain('## @\u200bacme/core@\u200b1.1.0');
});
