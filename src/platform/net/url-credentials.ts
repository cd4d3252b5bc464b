import { percentDecoded } from '../text/percent-encoding.ts';

/** The header `authorization` for what stands in a URL before its host; undefined where nothing does. */
export function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const pair = `${percentDecoded(username)}:${percentDecoded(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
