import schema from '../../../release-train.schema.json' with { type: 'json' };
import type { RawManifest } from '../../train/manifest/raw-manifest.ts';
import { checkAgainstSchema, type Structure } from './schema-check.ts';

/** Other tools' words for ours. */
const SYNONYMS: Readonly<Record<string, string>> = {
  repo: 'repository',
  'depends-on': 'needs',
  depends_on: 'needs',
  dependencies: 'needs',
  requires: 'needs',
  packages: 'package',
  branch: 'ref',
  path: 'directory',
  event_type: 'event-type',
  'workflow-file': 'workflow',
  'tag-format': 'tag',
};

/** Checks a document against the manifest's published schema. */
export function checkStructure(value: unknown): Promise<Structure<RawManifest>> {
  return checkAgainstSchema(value, { schema, name: 'manifest', holds: 'name and components', synonyms: SYNONYMS });
}
