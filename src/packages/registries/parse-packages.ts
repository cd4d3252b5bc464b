import { type Fault, messageOf, UserError } from '../../platform/errors.ts';
import { list } from '../../platform/runner/inputs.ts';
import { quote } from '../../platform/text/wording.ts';
import { formatPackage, type PackageVersion, parsePackage } from './package.ts';

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
      faults.push({ message: `Input packages, ${where}: ${quote(entry)} is not valid: ${parsed.message}.` });
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
