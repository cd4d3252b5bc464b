import { resolveRead } from '../../engine/planning/open-manifest.ts';
import { readManifestFile } from '../../engine/planning/read-manifest.ts';
import type { Fault } from '../../platform/errors.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { DoctorFinding, TroublePlace } from './finding.ts';

/** A manifest to look at, or what is wrong with its file. */
export interface ReadEcosystem {
  readonly manifest: Manifest | undefined;
  /** Faults and warnings of the file itself. */
  readonly findings: readonly DoctorFinding[];
  /** Where something stands in it. */
  readonly locate: (at: readonly (string | number)[]) => TroublePlace;
}

/** Reads a manifest for a pass. Throws a UserError where there is no file to read. */
export async function readEcosystem(path: string, shownAs: string): Promise<ReadEcosystem> {
  const read = await readManifestFile(path, shownAs);
  const resolved = resolveRead(read);
  const locate = (at: readonly (string | number)[]): TroublePlace => {
    const [{ message: _, ...place } = { message: '' }] = read.located([{ message: '', at, key: 'key' }]);
    return place;
  };
  const finding =
    (severity: DoctorFinding['severity'], fix: string) =>
    ({ message, ...place }: Fault): DoctorFinding => ({
      ...{ check: 'manifest-valid', area: 'manifest', subject: shownAs, severity, seen: message, fix, place },
      expected: 'a manifest without faults',
    });
  if ('faults' in resolved) {
    const fix = 'Correct it; the repositories are looked at once the manifest can be read.';
    return { manifest: undefined, findings: resolved.faults.map(finding('error', fix)), locate };
  }
  const { manifest, warnings } = resolved;
  return { manifest, findings: warnings.map(finding('warning', 'Correct the manifest as it says.')), locate };
}
