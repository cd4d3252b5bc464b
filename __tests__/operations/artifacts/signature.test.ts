import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { EMPTY_PAYLOAD, type Signed, signed } from '../../../src/operations/artifacts/signature.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const bucket = 'https://examplebucket.s3.amazonaws.com';
const at = Date.UTC(2013, 4, 24);
const welcome = createHash('sha256').update('Welcome to Amazon S3.').digest('hex');

test.each([
  [
    'GET /test.txt',
    { headers: { range: 'bytes=0-9' } },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT /test%24file.text',
    {
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      payload: welcome,
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  ['GET /?lifecycle', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ['GET /?max-keys=2&prefix=J', {}, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])("AWS's own example: %s", (request, more: Partial<Signed>, signature) => {
  const [method = '', path = ''] = request.split(' ');
  const common = { headers: {}, payload: EMPTY_PAYLOAD, region: 'us-east-1', at };
  const { authorization } = signed({ method, url: new URL(bucket + path), ...common, ...more }, credentials);
  expect(authorization).toMatch(new RegExp(`Signature=${signature}$`));
});
