import { UserError } from '../../platform/errors.ts';
import { known } from '../registries/rest-record.ts';
import { SERVICE_NAME } from '../service.ts';
import { readOneService, readPackageFile } from './declared-files.ts';
import type { Partly } from './definition.ts';
import type { Operation } from './outcome-text.ts';

/** Where the facts of the service are said: in inputs, in its file, in package.json. */
interface FactSources {
  readonly serviceName: string | undefined;
  readonly serviceVersion: string | undefined;
  readonly serviceDescription: string | undefined;
  readonly endpoints: Readonly<Record<string, string>> | undefined;
  readonly capabilities: readonly string[] | undefined;
  readonly serviceStatus: string | undefined;
  readonly serviceFile: string | undefined;
  readonly packageJson: string;
}

/** What is said of the service, the most specific first. Throws a UserError for a file that is not valid. */
export async function readFacts(sources: FactSources, workspace: string): Promise<Partly[]> {
  const { serviceName, serviceFile, packageJson } = sources;
  const given = known({
    name: serviceName,
    version: sources.serviceVersion,
    description: sources.serviceDescription,
    endpoints: sources.endpoints,
    capabilities: sources.capabilities,
    status: sources.serviceStatus,
  });
  const declared = serviceFile === undefined ? {} : await readOneService(serviceFile, serviceName, workspace);
  return [given, declared, await readPackageFile(packageJson, workspace)];
}

/** The name of the service; undefined where the operation needs none, and none is said. Throws a UserError for one that is not valid. */
export function nameIn(facts: readonly Partly[], operation: Operation): string | undefined {
  const name = facts.map((one) => one.name).find((one) => one !== undefined);
  // Registering tells all that is wrong with the service at once.
  if (operation === 'register') return name;
  if (name === undefined) {
    if (operation === 'discover' || operation === 'refresh') return undefined;
    throw new UserError(`The operation ${operation} needs a service-name.`);
  }
  if (!SERVICE_NAME.test(name)) throw new UserError(`The service name ${JSON.stringify(name)} is not valid.`);
  return name;
}
