import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { messageOf, UserError } from '../../errors.ts';
import type { Transport } from '../../net/transport.ts';
import type { Secrets } from '../../runner/secrets.ts';
import type { Clock } from '../../time/clock.ts';
import { createClient, type GitHubClient } from '../client/client.ts';
import { GitHubError } from '../client/github-errors.ts';
import { mintedToken } from './minted-token.ts';
import type { TokenSource } from './tokens.ts';

interface AppTokenOptions {
  /** The App's id or client id. */
  readonly appId: string;
  /** PEM, with real line ends or with `\n` as some secret stores write it. */
  readonly privateKey: string;
  readonly apiUrl?: string | undefined;
  readonly clock: Clock;
  readonly transport?: Transport | undefined;
  readonly secrets: Secrets;
  readonly owner: string;
}

/**
 * The token of a GitHub App's installation on an owner: minted when first needed, again before its hour is over, masked before
 * it is used. Throws a UserError at once where the key is not a private RSA key.
 */
export function appToken({
  appId,
  privateKey,
  apiUrl,
  clock,
  transport,
  secrets,
  owner,
}: AppTokenOptions): TokenSource {
  const key = readKey(privateKey);
  const client = createClient({
    token: {
      name: `the key of the App ${appId} (app-id and private-key)`,
      get: async () => secrets.add(signJwt(appId, key, clock.now())),
      refresh: () => false,
    },
    clock,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    transport,
    writeGapMs: 0,
  });
  let installation: number | undefined;
  const name = `the installation token of the App ${appId} for ${owner}`;
  return mintedToken(name, clock, async () => {
    installation ??= await findInstallation(client, owner);
    // Minting twice does no harm, so it is repeated like a read.
    const { data } = await client.writeIdempotent<{ token: string; expires_at: string }>(
      'POST /app/installations/{installation_id}/access_tokens',
      { installation_id: installation },
    );
    const expiresAt = Date.parse(data.expires_at);
    return { token: secrets.add(data.token), expiresAt: Number.isNaN(expiresAt) ? clock.now() + 3_600_000 : expiresAt };
  });
}

async function findInstallation(client: GitHubClient, owner: string): Promise<number> {
  try {
    return (await client.read<{ id: number }>('GET /orgs/{owner}/installation', { owner })).id;
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 404) throw error;
    return (await client.read<{ id: number }>('GET /users/{owner}/installation', { owner })).id;
  }
}

function readKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.replaceAll('\\n', '\n').trim());
  } catch (error) {
    throw new UserError(
      `The App's private key cannot be read (${messageOf(error)}): expected the whole .pem file that GitHub gave, from -----BEGIN to -----END.`,
    );
  }
  if (key.asymmetricKeyType === 'rsa') return key;
  throw new UserError(`The App's private key is of type ${key.asymmetricKeyType}: expected GitHub's RSA key.`);
}

/** https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
function signJwt(appId: string, key: KeyObject, now: number): string {
  const seconds = Math.floor(now / 1000);
  // A minute back and a minute short of the ten allowed, for clocks that differ.
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: appId })}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
