import { expect, test } from '@jest/globals';
import { maskedLinesWarning } from '../../../src/actions/setup/masked-lines.ts';

test.each(['{\n  "acme": "hush"\n}', '{\r\n"acme": "hush"\r\n}\r\n', '[\n"a"\n]'])(
  '%j is warned of, without its content',
  (value) => {
    const warning = maskedLinesWarning('tokens', value);
    expect(warning).toMatch(/Input tokens .* one line/);
    expect(warning).not.toContain('hush');
  },
);

test.each(['', '{"acme":"hush"}', 'acme: secret\npartner: other\n', 'acme: secret\n\npartner: other'])(
  '%j is well written',
  (value) => {
    expect(maskedLinesWarning('tokens', value)).toBeUndefined();
  },
);
