import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../platform/errors.ts';
import { createNetwork, type Network } from '../../platform/net/network.ts';
import type { NpmConfiguration } from './npm-configuration.ts';
import type { ClientCertificate } from './npm-credentials.ts';

/** The network for requests that show a client certificate, or none; made once for each. Throws a UserError for files that are none. */
type NpmNetworks = (shown: ClientCertificate | undefined) => Promise<Network>;

/** Networks as npm's configuration has them. An authority that is no certificate is a UserError. */
export function npmNetworks(configuration: NpmConfiguration): NpmNetworks {
  const made = new Map<string, Promise<Network>>();
  return (shown) => {
    const key = `${shown?.certfile}\n${shown?.keyfile}`;
    const network = made.get(key) ?? networkFor(configuration, shown);
    made.set(key, network);
    return network;
  };
}

/** A registry is where the user says, on a private network too; what is link-local stays closed. */
async function networkFor(
  { proxies, authorities }: NpmConfiguration,
  shown: ClientCertificate | undefined,
): Promise<Network> {
  const identity = shown && { cert: await fileOf(shown.certfile), key: await fileOf(shown.keyfile) };
  try {
    return createNetwork({
      trusted: true,
      authorityHint: 'name its authority by cafile in the .npmrc of the user',
      env: proxies,
      ...(authorities !== undefined && { ca: authorities }),
      ...(identity && { identity }),
    });
  } catch (error) {
    throw new UserError("npm's configuration names an authority (ca or cafile) that is not a PEM certificate.", {
      cause: error,
    });
  }
}

async function fileOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `npm's configuration names ${path} for a client certificate (certfile, keyfile), which could not be read: ${messageOf(error)}.`,
    );
  }
}
