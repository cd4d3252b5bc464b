import { readFile } from 'node:fs/promises';
import { messageOf, UserError } from '../../platform/errors.ts';
import { isRecord, isText, listOf, mapOf } from '../../platform/records.ts';
import type { ServicesView, ServiceView } from './status.ts';

/** What a pass of reconcile-services left in its report. Throws a UserError where that is none. */
export async function readServices(path: string, shownAs: string): Promise<ServicesView> {
  let report: unknown;
  try {
    report = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UserError(
      `Input reconciliation: ${shownAs} cannot be read as the report of reconcile-services: ${messageOf(error)}`,
    );
  }
  if (!isRecord(report) || !Array.isArray(report.findings))
    throw new UserError(
      `Input reconciliation: ${shownAs} is not the report of reconcile-services: it has no findings.`,
    );
  return servicesIn(report);
}

function servicesIn(report: Readonly<Record<string, unknown>>): ServicesView {
  const landscape = mapOf(report.landscape);
  const { at } = landscape;
  return {
    ...(isText(at) && { at }),
    services: rows(landscape.services).flatMap(serviceOf),
    routes: rows(landscape.routes).flatMap(({ path, service, method }) =>
      isText(path) && isText(service) ? [{ path, service, ...(isText(method) && { method }) }] : [],
    ),
    conflicts: rows(report.findings).flatMap(({ kind, path, services, reason }) =>
      kind === 'conflict' && isText(path) && isText(reason) && Array.isArray(services)
        ? [{ path, services: services.filter(isText), reason }]
        : [],
    ),
    findings: rows(report.causes).flatMap(({ title }) => (isText(title) ? [title] : [])),
  };
}

function serviceOf({ name, registered, version, direct, proxied }: Readonly<Record<string, unknown>>): ServiceView[] {
  if (!isText(name)) return [];
  return [
    {
      name,
      registered: typeof registered === 'boolean' ? registered : undefined,
      ...(isText(version) && { version }),
      ...(isText(direct) && { direct }),
      ...(isText(proxied) && { proxied }),
    },
  ];
}

function rows(value: unknown): Readonly<Record<string, unknown>>[] {
  return listOf(value).filter(isRecord);
}
