import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import { type Declared, type Partly, readPackage, readServiceFile } from './definition.ts';

/** The services that files declare, together; undefined where no file is given. A name that two files declare is a fault. */
export async function readDeclared(files: readonly string[], workspace: string): Promise<Declared[] | undefined> {
  if (files.length === 0) return undefined;
  const read = await Promise.all(
    files.map(async (file) => {
      const services = await readServiceFile(await readText(file, workspace), file);
      return services.map((service) => ({ service, file }));
    }),
  );
  const declared = read.flat();
  const faults = declared.flatMap(({ service, file }, index) => {
    const first = declared.findIndex((other) => other.service.name === service.name);
    if (first === index) return [];
    const where = declared[first]?.file ?? '';
    return [{ message: `The service ${JSON.stringify(service.name)} is declared here and in ${where}.`, file }];
  });
  if (faults.length > 0) throw new UserError(faults);
  return declared.map(({ service }) => service);
}

/** What a service file says of the one service that is meant. */
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
  return new UserError(`The file ${file} cannot be read: ${messageOf(error)}`);
}
