import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

interface DescribedOperation {
  readonly query: Readonly<Record<string, unknown>>;
  readonly request?: unknown;
  readonly required?: boolean;
  /** By status; null: no JSON body. */
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly nextVersion: string;
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  readonly next: Readonly<Record<string, DescribedOperation>>;
}

/** A described operation as one API version has it. */
export interface Exchange {
  readonly operation: string;
  readonly apiVersion: string;
}

export interface Checker {
  /** What GitHub's description says is wrong with the query; GitHub itself ignores such parameters. */
  query(exchange: Exchange, query: URLSearchParams): string | undefined;
  /** What is wrong with the body, in GitHub's words; `undefined`: nothing. */
  request(exchange: Exchange, body: unknown): string | undefined;
  /** What is wrong with an answer of ours. */
  answer(exchange: Exchange, status: number, body: unknown): string | undefined;
}

let shared: Checker | undefined;

/**
 * Checks against the part of GitHub's REST description in github-api.json; a schema is compiled when it is first needed, once for
 * all worlds of the process: that takes longer than what most worlds are made for.
 */
export function sharedChecker(): Checker {
  shared ??= createChecker();
  return shared;
}

function createChecker(): Checker {
  const description = JSON.parse(readFileSync(new URL('./github-api.json', import.meta.url), 'utf8')) as Description;
  // Code that is made better than it has to be takes longer to make than it ever saves: each schema checks a few bodies.
  const code = { optimize: false };
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, inlineRefs: false, code });
  ajv.addSchema(description, 'api');
  const compiled = new Map<string, ValidateFunction>();

  const placeOf = ({ operation, apiVersion }: Exchange): 'next' | 'operations' =>
    apiVersion === description.nextVersion && description.next[operation] ? 'next' : 'operations';
  const described = (exchange: Exchange) => description[placeOf(exchange)][exchange.operation];
  const validate = (path: readonly string[], value: unknown) => {
    const pointer = path.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `api#/${pointer}` });
    compiled.set(pointer, check);
    return check(value) ? undefined : (check.errors ?? []);
  };

  return {
    query(exchange, query) {
      const known = described(exchange)?.query ?? {};
      const unknown = [...query.keys()].filter((name) => !Object.hasOwn(known, name));
      return unknown.length > 0 ? `undescribed query parameters: ${unknown.join(', ')}` : undefined;
    },
    request(exchange, body) {
      const operation = described(exchange);
      if (operation?.request === undefined || (body === undefined && !operation.required)) return undefined;
      const errors = validate([placeOf(exchange), exchange.operation, 'request'], body ?? {});
      return errors && `Invalid request.\n\n${errors.map(inGitHubsWords).join('\n')}`;
    },
    answer(exchange, status, body) {
      const schema = described(exchange)?.responses[String(status)];
      if (schema === undefined && status < 400) return `status ${status} is not described`;
      if (schema === null) return body === undefined || status >= 300 ? undefined : `status ${status} has no body`;
      const path =
        schema === undefined
          ? ['schemas', 'basic-error']
          : [placeOf(exchange), exchange.operation, 'responses', String(status)];
      const errors = validate(path, body);
      return errors?.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`).join('; ');
    },
  };
}

function inGitHubsWords({ keyword, params, instancePath, message, data }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') return `"${params.missingProperty}" wasn't supplied.`;
  if (keyword === 'maxProperties') return `No more than ${params.limit} properties are allowed.`;
  return `For 'properties/${where}', ${JSON.stringify(data) ?? 'nil'} ${message}.`;
}
