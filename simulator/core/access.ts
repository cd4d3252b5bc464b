import { createPublicKey, createVerify, type KeyObject } from 'node:crypto';
import type { Operation } from '../operations.ts';
import { Problem } from './answer.ts';
import type { Repository } from './world.ts';

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

export interface TokenDefinition {
  readonly owners?: readonly string[];
  readonly repositories?: readonly string[];
  /** Absent: everything may be written. */
  readonly permissions?: Permissions;
  readonly kind?: 'pat' | 'app' | 'github-token';
  /** Of an App's installation: the App. */
  readonly appId?: number | string;
  readonly expiresAt?: number;
  /** Whether rulesets let it through: it stands in their bypass list. */
  readonly bypass?: boolean;
  /** Whether its user may not triage: labels and assignees of what it opens are dropped without a word. */
  readonly dropsLabels?: boolean;
  /** Requests an hour. */
  readonly limit?: number;
  /** Whether the secondary limits (80 writes a minute, …) hold; default: yes. */
  readonly secondaryLimits?: boolean;
}

export interface AppDefinition {
  readonly appId: number | string;
  /** PEM; JSON Web Tokens are verified with it. */
  readonly publicKey: string;
  readonly slug?: string;
  readonly installations: readonly Installation[];
}

export interface Installation {
  readonly id: number;
  /** The organisation or person it is installed for. */
  readonly owner: string;
  readonly permissions?: Permissions;
  readonly repositories?: readonly string[];
}

export interface Budget {
  /** Requests an hour. */
  readonly limit: number;
  readonly secondaryLimits: boolean;
  used: number;
  resetAt: number;
  /** Points and content writes of the current minute and hour. */
  minute: number;
  points: number;
  minuteWrites: number;
  hourWrites: number;
  /** Told to wait: nothing is answered before. */
  blocked: { from: number; until: number } | undefined;
}

/** Who calls. */
export type Access =
  | { readonly kind: 'anonymous'; readonly name: string; readonly budget: Budget }
  | { readonly kind: 'app-jwt'; readonly name: string; readonly budget: Budget; readonly app: AppDefinition }
  | { readonly kind: 'token'; readonly name: string; readonly budget: Budget; readonly token: TokenDefinition };

export function createBudget(limit: number, secondaryLimits = true): Budget {
  return {
    limit,
    secondaryLimits,
    used: 0,
    resetAt: 0,
    minute: 0,
    points: 0,
    minuteWrites: 0,
    hourWrites: 0,
    blocked: undefined,
  };
}

export class AccessBook {
  readonly #tokens = new Map<string, Access & { kind: 'token' }>();
  readonly #apps = new Map<string, { definition: AppDefinition; key: KeyObject; budget: Budget }>();
  readonly #anonymous: Access = { kind: 'anonymous', name: 'anonymous', budget: createBudget(60) };

  addToken(value: string, token: TokenDefinition): void {
    const limit = token.limit ?? (token.kind === 'github-token' ? 1_000 : 5_000);
    const given = token.owners?.[0] ?? token.repositories?.[0] ?? 'everything';
    const name = token.kind === 'github-token' ? 'github-actions[bot]' : given;
    this.#tokens.set(value, { kind: 'token', name, budget: createBudget(limit, token.secondaryLimits), token });
  }

  addApp(definition: AppDefinition): void {
    const key = createPublicKey(definition.publicKey);
    this.#apps.set(String(definition.appId), { definition, key, budget: createBudget(5_000) });
  }

  get apps(): readonly AppDefinition[] {
    return [...this.#apps.values()].map(({ definition }) => definition);
  }

  /** Who an `authorization` header stands for; a wrong one is a 401. */
  identify(header: string | null, now: number): Access {
    if (header === null || header === '') return this.#anonymous;
    const value = /^(?:bearer|token) +(\S+)$/i.exec(header)?.[1] ?? '';
    const known = this.#tokens.get(value);
    if (known && (known.token.expiresAt ?? Number.POSITIVE_INFINITY) > now) return known;
    if (!known && value.split('.').length === 3) return this.#verifyJwt(value, now);
    throw new Problem(401, 'Bad credentials');
  }

  #verifyJwt(jwt: string, now: number): Access {
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const claims = jsonPart(payload);
    const app = this.#apps.get(String(claims.iss));
    const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
    if (jsonPart(header).alg !== 'RS256' || !app || !verifier.verify(app.key, Buffer.from(signature, 'base64url'))) {
      throw new Problem(401, 'A JSON web token could not be decoded');
    }
    const seconds = now / 1000;
    const expires = Number(claims.exp);
    const issued = Number(claims.iat);
    if (!(expires > seconds))
      throw new Problem(
        401,
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    if (!(expires <= seconds + 660)) throw new Problem(401, "'Expiration time' claim ('exp') is too far in the future");
    if (!(issued <= seconds + 60))
      throw new Problem(
        401,
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      );
    return { kind: 'app-jwt', name: `app ${app.definition.appId}`, budget: app.budget, app: app.definition };
  }
}

function jsonPart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

export function reaches(token: TokenDefinition, repository: Repository): boolean {
  if (token.owners === undefined && token.repositories === undefined) return true;
  const owner = repository.owner.toLowerCase();
  const fullName = repository.fullName.toLowerCase();
  return (
    (token.owners?.some((one) => one.toLowerCase() === owner) ?? false) ||
    (token.repositories?.some((one) => one.toLowerCase() === fullName) ?? false)
  );
}

export function allows(permissions: Permissions | undefined, name: string, level: 'read' | 'write'): boolean {
  if (permissions === undefined) return true;
  return permissions[name] === 'write' || permissions[name] === level;
}

/** Throws what GitHub answers to somebody who may not do this to that repository. */
export function authorise(access: Access, repository: Repository, operation: Operation): void {
  const [name, level] = operation.permission ?? ['metadata', 'read'];
  const inside = access.kind === 'token' && reaches(access.token, repository);
  if (!inside && repository.private) throw new Problem(404, 'Not Found');
  if (access.kind === 'app-jwt' && operation.id !== 'apps/get-repo-installation') {
    throw new Problem(401, 'A JSON web token could not be decoded');
  }
  const wanted = { names: namesOf(name, operation), level, open: !repository.private };
  if (operation.permission !== undefined && !isPermitted(access, inside, wanted)) {
    throw forbidden(access, name, level);
  }
  if (level === 'write' && repository.archived) {
    throw new Problem(403, 'Repository was archived so is read-only.');
  }
}

/** Comments on pull requests are open to who may write pull requests, too: they are comments of the issue that each has. */
function namesOf(name: string, { id }: Operation): readonly string[] {
  return name === 'issues' && id.includes('comment') ? [name, 'pull_requests'] : [name];
}

function isPermitted(
  access: Access,
  inside: boolean,
  wanted: { names: readonly string[]; level: 'read' | 'write'; open: boolean },
): boolean {
  if (wanted.level === 'read' && wanted.open) return true;
  if (!inside || access.kind !== 'token') return false;
  const { permissions } = access.token;
  return wanted.names.some((name) => allows(permissions, name, wanted.level));
}

function forbidden(access: Access, name: string, level: string): Problem {
  if (access.kind === 'anonymous') return new Problem(401, 'Requires authentication');
  const pat = access.kind === 'token' && (access.token.kind ?? 'pat') === 'pat';
  return new Problem(403, `Resource not accessible by ${pat ? 'personal access token' : 'integration'}`, {
    headers: { 'x-accepted-github-permissions': `${name}=${level}` },
  });
}
