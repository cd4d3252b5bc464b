import { readFile } from 'node:fs/promises';
import { UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import { whyUnreadable } from '../../platform/text/why-unreadable.ts';
import {
  type Declared,
  type DeclaredServices,
  type Partly,
  readPackage,
  readServiceFile,
  readServices,
} from './definition.ts';

/** The services that files declare, together; undefined where no file is given. A name that two files declare is a fault. */
export async function readDeclared(
  files: readonly string[],
  workspace: string,
): Promise<readonly Declared[] | undefined> {
  if (files.length === 0) return undefined;
  const { services, faults } = await readAllDeclared(files, workspace);
  if (faults.length > 0) throw new UserError(faults);
  return services;
}

/** The same, for whoever can do something with what is right. Throws a UserError where a file cannot be read at all. */
export async function readAllDeclared(files: readonly string[], workspace: string): Promise<DeclaredServices> {
  const read = await Promise.all(
    files.map(async (file) => ({ file, ...(await readServices(await readText(file, workspace), file)) })),
  );
  const declared = read.flatMap(({ services, file }) => services.map((service) => ({ service, file })));
  const doubled = declared.flatMap(({ service, file }, index) => {
    const first = declared.findIndex((other) => other.service.name === service.name);
    if (first === index) return [];
    const where = declared[first]?.file ?? '';
    // Within one file it is told with its line.
    if (where === file) return [];
    return [{ message: `The service ${JSON.stringify(service.name)} is declared here and in ${where}.`, file }];
  });
  return {
    services: declared.map(({ service }) => service),
    faults: [...read.flatMap(({ faults }) => faults), ...doubled],
  };
}

/**
 * What a service file says of the one service that is meant. Throws a UserError where the file cannot be read, or declares none
 * of that name.
 */
export async function readOneService(file: string, name: string | undefined, workspace: string): Promise<Partly> {
  const services = await readServiceFile(await readText(file, workspace), file);
  const [first, ...others] = name === undefined ? services : services.filter((one) => one.name === name);
  if (!first) throw new UserError({ message: `${file} declares no service named ${JSON.stringify(name)}.`, file });
  if (others.length > 0) {
    throw new UserError({ message: `${file} declares ${services.length} services: say which by service-name.`, file });
  }
  const { routes: _routes, repository: _repository, ...service } = first;
  return service;
}

/** What a package.json says of the service; nothing where there is no such file. */
export async function readPackageFile(file: string, workspace: string): Promise<Partly> {
  const text = await readFile(await namedPath(workspace, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  });
  return text === undefined ? {} : readPackage(text, file);
}

async function readText(file: string, workspace: string): Promise<string> {
  return readFile(await namedPath(workspace, file), 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
}

function unreadable(file: string, error: unknown): UserError {
  return new UserError(
    `The file ${file} cannot be read: ${whyUnreadable(error)}. Check its path, and that the repository is checked out before this step.`,
  );
}
