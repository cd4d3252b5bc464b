import { valueAt } from './bounded-json.ts';
import { isHealthJson } from './health-formats.ts';

/** A version that an answer names, and the field it stands in. */
export interface VersionClaim {
  readonly field: string;
  readonly version: string;
}

export interface SeenVersions {
  /** All that the answer names, the deployed one first. */
  readonly claims: readonly VersionClaim[];
  /** The one that is deployed, where the answer tells it without doubt. */
  readonly deployed: string | undefined;
}

/**
 * The versions in a health document. By the draft for `application/health+json` `version` is the API's and `releaseId` the
 * deployed one; everywhere else `version` is what people mean by it. With a path only what stands there counts.
 * https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check-06#section-3
 */
export function versionsIn(body: unknown, contentType: string, path?: string): SeenVersions {
  const fields = path === undefined ? ['releaseId', 'version'] : [path];
  const claims = fields.flatMap((field): VersionClaim[] => {
    const value = valueAt(body, field);
    const version = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    return version === '' ? [] : [{ field, version: version.slice(0, 100) }];
  });
  const [first] = claims;
  const isOfTheApi = path === undefined && first?.field === 'version' && isHealthJson(contentType);
  return { claims, deployed: isOfTheApi ? undefined : first?.version };
}
