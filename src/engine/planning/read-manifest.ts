import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Fault } from '../../platform/errors.ts';
import { UserError } from '../../platform/errors.ts';
import { quote } from '../../platform/text/wording.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { checkManifest } from '../../train/manifest/check-manifest.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import { resolveManifest } from '../../train/manifest/resolve-manifest.ts';
import { byPlace, locate } from './located-faults.ts';
import { checkStructure } from './manifest-structure.ts';

/** 10,000 components with everything that they can say fit into it; reading it takes seconds, not minutes. */
const LARGEST = 4 * 1024 * 1024;

/** One slip of syntax can make every later line wrong; the first faults tell where to begin. */
const MOST_SYNTAX_FAULTS = 20;

export interface ReadManifest {
  readonly manifest: Manifest;
  readonly warnings: readonly Fault[];
  /** Gives faults that are found later, such as those of a plan, their file, line and column. */
  located(faults: readonly TrainFault[]): Fault[];
}

/** Reads a manifest file; throws a UserError with every fault in it, each with file, line and column. */
export async function readManifestFile(path: string, shownAs = path): Promise<ReadManifest> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new UserError(
      `The manifest ${quote(shownAs)} cannot be read: ${reason}. Check the input manifest, and that the repository is checked out before this step.`,
      { cause: error },
    );
  }
  const read = await readManifest(text, shownAs);
  if ('faults' in read) throw new UserError(read.faults);
  return read;
}

/** The manifest that a text says, or every fault of syntax, structure and meaning in it. */
export async function readManifest(
  text: string,
  file: string,
): Promise<ReadManifest | { readonly faults: readonly Fault[] }> {
  const size = Buffer.byteLength(text);
  if (size > LARGEST) {
    const message = `The manifest is ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are read. Is this the right file?`;
    return { faults: [{ message, file, line: 1, column: 1 }] };
  }
  const parsed = await parseYaml(text);
  const document = 'faults' in parsed ? parsed.document : parsed;
  const syntax =
    'faults' in parsed ? parsed.faults.slice(0, MOST_SYNTAX_FAULTS).map((fault) => ({ ...fault, file })) : [];
  if (!document) return { faults: syntax };

  const located = (faults: readonly TrainFault[]) => locate(faults, document, file);
  const structure = await checkStructure(document.value);
  if (syntax.length > 0 || structure.faults.length > 0) {
    const meaning = checkManifest(structure.sound).faults;
    return { faults: [...syntax, ...located([...structure.faults, ...meaning])].sort(byPlace) };
  }
  const resolved = resolveManifest(structure.sound, (path, value) => document.written(path) ?? String(value));
  if ('faults' in resolved) return { faults: located(resolved.faults).sort(byPlace) };
  return { manifest: resolved.manifest, warnings: located(resolved.warnings), located };
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
