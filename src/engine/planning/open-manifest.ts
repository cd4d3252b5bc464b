import { type Fault, UserError } from '../../platform/errors.ts';
import { checkManifest, missingTokens, type TokensAtHand } from '../../train/manifest/check-manifest.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';
import type { Manifest } from '../../train/manifest/manifest.ts';
import type { RawManifest } from '../../train/manifest/raw-manifest.ts';
import { resolveManifest } from '../../train/manifest/resolve-manifest.ts';
import { checkRequest, type Names, type TrainRequest } from '../../train/plan/request.ts';
import { type Selection, selectComponents } from '../../train/plan/selection.ts';
import { type ReadManifest, readManifestFile } from './read-manifest.ts';

/** A manifest without faults, as it is used. */
interface ResolvedManifest {
  readonly manifest: Manifest;
  readonly warnings: readonly Fault[];
  readonly located: ReadManifest['located'];
}

/** What may be planned: a manifest without faults, what a request chooses of it, and every token that both call for. */
export interface OpenedManifest {
  readonly selection: Selection;
  /** Owners of the selected repositories. */
  readonly owners: readonly string[];
  readonly warnings: readonly Fault[];
  readonly located: ReadManifest['located'];
}

/** Checks and resolves what was read; or all that is wrong in it, each with its place. */
export function resolveRead({ parsed, located }: ReadManifest): ResolvedManifest | { readonly faults: Fault[] } {
  const checked = checkManifest(parsed);
  if ('faults' in checked) return { faults: located(checked.faults) };
  return { manifest: resolveManifest(checked), warnings: located(checked.warnings), located };
}

/** The manifest of a file. Throws a UserError with every fault in it. */
export async function resolveManifestFile(path: string, shownAs = path): Promise<ResolvedManifest> {
  const resolved = resolveRead(await readManifestFile(path, shownAs));
  if ('faults' in resolved) throw new UserError(resolved.faults);
  return resolved;
}

/**
 * Reads the manifest and checks all that can be checked without a request: what is wrong with the file does not hide what is
 * wrong with the inputs. Throws a UserError with every fault.
 */
export async function openManifest(
  file: { readonly path: string; readonly shownAs: string },
  request: TrainRequest,
  tokens: TokensAtHand,
): Promise<OpenedManifest> {
  const read = await readManifestFile(file.path, file.shownAs);
  const resolved = resolveRead(read);
  if ('faults' in resolved) throw new UserError([...resolved.faults, ...aboutFaulty(read.parsed.raw, request)]);
  const { manifest, warnings, located } = resolved;
  const selection = selectComponents(manifest, request);
  const { components } = 'faults' in selection ? manifest : selection;
  const repositories = components.map(({ repository }) => repository);
  const missing = missingTokens(manifest.tokens, repositories, tokens);
  if ('faults' in selection) throw new UserError(located([...selection.faults, ...missing]));
  if (missing.length > 0) throw new UserError(located(missing));
  const owners = [...new Set(repositories.map((repository) => repository.split('/', 1)[0] ?? ''))];
  return { selection, owners, warnings, located };
}

/** What is wrong with a request to a manifest that has faults itself, as far as it can be judged. */
function aboutFaulty(raw: RawManifest, request: TrainRequest): readonly TrainFault[] {
  if (raw.components === undefined) return [];
  const entries = <T>(map: Readonly<Record<string, T>> = {}) => Object.entries(map);
  const names: Names = {
    components: entries(raw.components).map(([id, component]) => ({ ...component, id })),
    groups: entries(raw.groups).map(([id]) => ({ id })),
    environments: entries(raw.environments).map(([id]) => ({ id })),
  };
  return checkRequest(names, request);
}
