import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorFinding, TroubleSeverity } from '../../operations/doctor/finding.ts';
import { type ReadEcosystem, readEcosystem } from '../../operations/doctor/read-ecosystem.ts';
import { PROFILES, type Profile } from '../../operations/doctor/subjects.ts';
import { type Hub, readHubText } from '../../operations/hub/hub-file.ts';
import { type Fault, KnownError, UserError } from '../../platform/errors.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { readAllDeclared } from '../../services/register/declared-files.ts';
import type { Declared } from '../../services/register/definition.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { DoctorInputs } from './doctor-inputs.ts';

export const DEFAULT_MANIFEST = '.github/release-train.yml';
const DEFAULT_HUB = '.github/hub.yml';
const DEFAULT_SERVICES = 'services.yml';

/** What a pass is about, as far as this checkout says. */
interface DoctorFiles {
  readonly profiles: readonly Profile[];
  readonly ecosystem: ReadEcosystem | undefined;
  readonly hub: { readonly hub: Hub | undefined; readonly findings: readonly DoctorFinding[] } | undefined;
  readonly fleet: Fleet | undefined;
}

interface Fleet {
  /** The files that declare it, as they are shown. */
  readonly file: string;
  readonly services: readonly Declared[] | undefined;
  readonly findings: readonly DoctorFinding[];
}

/** Reads the files of the profiles that are asked for, else of those that there is a file of. Throws a UserError where there is none. */
export async function readDoctorFiles(given: DoctorInputs, { workspace }: Runner): Promise<DoctorFiles> {
  const { profile, manifest, hubFile, servicesFile } = given;
  const isThere = (path: string) => existsSync(join(workspace, path));
  const there: Readonly<Record<Profile, boolean>> = {
    train: manifest !== undefined || isThere(DEFAULT_MANIFEST),
    hub: hubFile !== undefined || isThere(DEFAULT_HUB),
    changesets: isThere('.changeset/config.json'),
    service: servicesFile.length > 0 || isThere(DEFAULT_SERVICES),
  };
  const profiles = profile ?? PROFILES.filter((one) => there[one]);
  if (profiles.length === 0)
    throw new UserError(
      `There is nothing to look at: no ${DEFAULT_MANIFEST}, no ${DEFAULT_HUB}, no .changeset/config.json and no ${DEFAULT_SERVICES}. Give the input manifest, or let operation: discover write a draft.`,
    );
  const path = manifest ?? DEFAULT_MANIFEST;
  return {
    profiles,
    ecosystem: profiles.includes('train') ? await readEcosystem(await namedPath(workspace, path), path) : undefined,
    hub: profiles.includes('hub') ? await readHub(hubFile ?? DEFAULT_HUB, workspace) : undefined,
    fleet: profiles.includes('service')
      ? await readFleet(servicesFile.length > 0 ? servicesFile : [DEFAULT_SERVICES], {
          ...{ workspace, isAsked: servicesFile.length > 0 || profile !== undefined },
        })
      : undefined,
  };
}

/** Manifest and hub file for what cannot go on with a fault in them. Throws a UserError with every one. */
export async function readSoundFiles(given: DoctorInputs, runner: Runner): Promise<DoctorAbout> {
  const files = await readDoctorFiles(given, runner);
  const findings = [files.ecosystem, files.hub, files.fleet].flatMap((one) => one?.findings ?? []);
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new UserError(faults.map(({ seen, place }) => ({ message: seen, ...place })));
  return aboutOf(files, given);
}

/** What of the files a pass and its templates are about. */
interface DoctorAbout {
  readonly manifest: Manifest | undefined;
  readonly manifestPath: string | undefined;
  readonly hub: Hub | undefined;
  readonly services: readonly Declared[] | undefined;
  readonly usesChangesets: boolean;
}

export function aboutOf({ ecosystem, hub, fleet, profiles }: DoctorFiles, { manifest }: DoctorInputs): DoctorAbout {
  return {
    manifest: ecosystem?.manifest,
    manifestPath: ecosystem && (manifest ?? DEFAULT_MANIFEST),
    hub: hub?.hub,
    services: fleet?.services,
    usesChangesets: profiles.includes('changesets'),
  };
}

async function readHub(path: string, workspace: string): Promise<NonNullable<DoctorFiles['hub']>> {
  const read = await readHubText(await namedPath(workspace, path), path);
  if ('hub' in read) return { hub: read.hub, findings: [] };
  return { hub: undefined, findings: read.faults.map((fault) => hubFinding(fault, path)) };
}

/**
 * A service that cannot be read keeps nobody from looking at the rest. Where nobody asked for services, a file of that name may be
 * somebody else's: that is told, and stops nothing.
 */
async function readFleet(
  files: readonly string[],
  { workspace, isAsked }: { readonly workspace: string; readonly isAsked: boolean },
): Promise<Fleet> {
  const file = files.join(', ');
  const severity = isAsked ? 'error' : 'warning';
  try {
    const { services, faults } = await readAllDeclared(files, workspace);
    return { file, services, findings: faults.map((fault) => fleetFinding(fault, file, severity)) };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { file, services: undefined, findings: error.faults.map((fault) => fleetFinding(fault, file, severity)) };
  }
}

function fleetFinding({ message, ...place }: Fault, subject: string, severity: TroubleSeverity): DoctorFinding {
  return {
    ...{ check: 'services-valid', area: 'services', subject, severity, seen: message, place },
    expected: 'a services file without faults',
    fix: `Correct it: that service is not looked at${severity === 'error' ? '' : '. Where the file is none of ours, name what is to be looked at (profile: train)'}.`,
  };
}

function hubFinding({ message, ...place }: Fault, path: string): DoctorFinding {
  return {
    ...{ check: 'hub-valid', area: 'hub', subject: path, severity: 'error', seen: message, place },
    ...{ expected: 'a hub file without faults', fix: 'Correct it; its sources are looked at once it can be read.' },
  };
}
