import schema from '../../../release-train.schema.json' with { type: 'json' };
import type { RawManifest } from '../../train/manifest/raw-manifest.ts';
import { checkAgainstSchema, type Structure } from './schema-check.ts';

/** Checks a document against the manifest's published schema. */
export function checkStructure(value: unknown): Promise<Structure<RawManifest>> {
  return checkAgainstSchema(value, { schema, name: 'manifest', holds: 'name and components' });
}
