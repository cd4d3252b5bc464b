import { type Fault, messageOf, UserError } from '../../platform/errors.ts';
import { list } from '../../platform/runner/inputs.ts';
import { parseDigest } from './integrity.ts';
import { formatPackage, type PackageVersion, parsePackage } from './package.ts';
import type { Expectations } from './verify.ts';

/** Reads the packages input, one package a line (or a JSON or YAML list); throws a UserError with every bad line and its number. */
export async function parsePackages(text: string): Promise<PackageVersion[]> {
  const structured = /^\[|^- /.test(text);
  const entries = structured ? await structuredEntries(text) : text.split(/\r?\n/).map((line) => line.trim());
  const faults: Fault[] = [];
  const packages = new Map<string, PackageVersion>();
  entries.forEach((entry, index) => {
    if (entry === '') return;
    const parsed = parsePackage(entry);
    if (parsed instanceof Error) {
      const where = `${structured ? 'entry' : 'line'} ${index + 1}`;
      faults.push({ message: `Input packages, ${where}: ${JSON.stringify(entry)} is not valid: ${parsed.message}.` });
    } else packages.set(formatPackage(parsed), parsed);
  });
  if (faults.length > 0) throw new UserError(faults);
  return [...packages.values()];
}

async function structuredEntries(text: string): Promise<readonly string[]> {
  try {
    return await list(text);
  } catch (error) {
    throw new UserError(`Input packages is not a valid list: ${messageOf(error)}.`);
  }
}

/** Checks what was planned against the packages that are asked for; throws a UserError with every fault. */
export function parsePlan(
  packages: readonly PackageVersion[],
  { integrity, commit }: { integrity: Readonly<Record<string, string>>; commit: string | undefined },
): Expectations {
  const faults: Fault[] = [];
  const planned: Record<string, string> = {};
  for (const [key, digests] of Object.entries(integrity)) {
    const parsed = parsePackage(key);
    const name = parsed instanceof Error ? key : formatPackage(parsed);
    if (!packages.some((one) => formatPackage(one) === name)) {
      faults.push({ message: `Input integrity names ${JSON.stringify(key)}, which is not in the packages input.` });
    }
    const wrong = digests.split(/\s+/).find((one) => !parseDigest(one));
    if (wrong !== undefined) {
      faults.push({
        message: `Input integrity, ${key}: ${JSON.stringify(wrong)} is not a digest; expected sha512-BASE64 (as npm prints it) or sha256:HEX.`,
      });
    }
    planned[name] = digests;
  }
  if (commit !== undefined && !/^[0-9a-f]{7,64}$/i.test(commit)) {
    faults.push({
      message: `Input commit: ${JSON.stringify(commit)} is not a commit; expected at least 7 hexadecimal digits.`,
    });
  }
  if (faults.length > 0) throw new UserError(faults);
  return { integrity: planned, commit };
}
