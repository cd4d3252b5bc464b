import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { messageOf, UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { clientEnvironment, lastWords } from '../../platform/process/run-client.ts';
import { isRecord } from '../../platform/records.ts';
import { type Credentials, credentialsFor, type Setting } from './npm-credentials.ts';
import { type Npmrc, npmrcOfEnvironment, parseNpmrc } from './npmrc.ts';
import { runApart } from './run-apart.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A package, and the registry to ask for it where another one is meant than npm's configuration names. */
export interface NameOnRegistry {
  readonly name: string;
  readonly registry?: string | undefined;
}

/** How npm would reach a registry from here. */
export interface NpmConfiguration {
  /** The base URL of the registry that serves a package, without a slash at its end. */
  registryOf(pkg: NameOnRegistry): string;
  credentialsFor(url: URL): Credentials;
  /** Where `https_proxy`, `http_proxy` and `no_proxy` are read from, npm's own settings for them included. */
  readonly proxies: Environment;
  /** PEM of the authorities that are trusted besides the usual ones. */
  readonly authorities?: string;
  /** Whether the configuration asks not to verify TLS, which is never done. */
  readonly wantsUnverified: boolean;
}

export interface NpmConfigurationOptions {
  /** The checkout, whose .npmrc counts. */
  readonly cwd: string;
  readonly env: Environment;
  /** Names of variables that a checkout's .npmrc may not use. */
  readonly withheld?: readonly string[] | undefined;
  /** Asked instead of every registry that the configuration names. */
  readonly registryUrl?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads npm's configuration once: what npm says of itself in an empty folder, the credentials in the files that it names, and
 * of the checkout's .npmrc, which others may have written, no more than which registry serves what, and with which
 * credentials. Throws a UserError where npm is missing or cannot say.
 */
export async function readNpmConfiguration(options: NpmConfigurationOptions): Promise<NpmConfiguration> {
  const { cwd, registryUrl } = options;
  const env = clientEnvironment(options.env);
  const said = await whatNpmSays(options);
  const text = (key: string) => (typeof said[key] === 'string' && said[key] !== '' ? said[key] : undefined);
  const files = [text('userconfig'), text('globalconfig')];
  const [user, global] = await Promise.all(files.map((file) => fileOf(file, env)));
  const withheld = new Set(options.withheld);
  const lent = Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.has(name)));
  const checkout = onlyRegistries(await fileOf(join(cwd, '.npmrc'), lent));
  // npm has merged its own environment and files; a checkout comes between the two.
  const ofEnvironment = npmrcOfEnvironment(env);
  const setting = (key: string) => ofEnvironment.settings.get(key) ?? checkout.settings.get(key) ?? text(key);
  const layers = [ofEnvironment, checkout, user ?? NOTHING, global ?? NOTHING];
  const secret: Setting = (key) => {
    const layer = layers.find(({ settings }) => settings.has(key));
    const missing = layer?.unset.get(key);
    if (missing !== undefined) return { missing };
    const value = layer?.settings.get(key);
    return value === undefined ? undefined : { value };
  };
  const authorities = await authoritiesOf(said, cwd, env);
  return {
    registryOf({ name, registry }) {
      const scope = /^(@[^/]+)\//.exec(name)?.[1];
      const ofScope = scope === undefined ? undefined : setting(`${scope}:registry`);
      const url = registryUrl ?? registry ?? ofScope ?? setting('registry') ?? '';
      return registryFrom(url, name);
    },
    credentialsFor: (url) => credentialsFor(url, secret),
    proxies: { ...env, ...proxiesOf(text, said) },
    ...(authorities !== undefined && { authorities }),
    wantsUnverified: said['strict-ssl'] === false,
  };
}

const NOTHING: Npmrc = { settings: new Map(), unset: new Map() };

async function whatNpmSays({ cwd, env, signal }: NpmConfigurationOptions): Promise<Record<string, unknown>> {
  const result = await runApart('npm', ['config', 'list', '--json'], { cwd, env, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      if (!(error instanceof CommandMissing)) throw error;
      throw new UserError('npm is not installed here. Add a step with actions/setup-node before this one.');
    },
  );
  try {
    const said: unknown = JSON.parse(result.stdout);
    if (isRecord(said)) return said;
  } catch {
    // Falls through to the error below, which has npm's own words.
  }
  const ending = result.exitCode === null ? 'it did not end in time' : lastWords(result.stderr || result.stdout);
  throw new UserError(`npm could not say how it is configured: npm config list: ${ending}`);
}

async function fileOf(path: string | undefined, env: Environment): Promise<Npmrc> {
  if (path === undefined) return NOTHING;
  try {
    return parseNpmrc(await readFile(path, 'utf8'), env);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return NOTHING;
    throw new UserError(`npm's configuration in ${path} could not be read: ${messageOf(error)}.`);
  }
}

const OF_REGISTRIES = /^(registry|@[^:/]+:registry|\/\/.+:(_authToken|_auth|username|_password))$/;

/** A checkout decides neither about proxies nor about whom we trust. */
function onlyRegistries({ settings, unset }: Npmrc): Npmrc {
  return { settings: new Map([...settings].filter(([key]) => OF_REGISTRIES.test(key))), unset };
}

function registryFrom(url: string, name: string): string {
  const text = url.trim().replace(/\/+$/, '');
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed && ['http:', 'https:'].includes(parsed.protocol)) return text;
  throw new UserError(
    `npm's configuration names ${JSON.stringify(url.replace(/\/\/[^/@\s]+@/, '//***@'))} as the registry of ${name}, which is not an http or https URL. Correct it in .npmrc.`,
  );
}

/** npm takes either of its two settings for every registry, and else what the environment says. */
function proxiesOf(text: (key: string) => string | undefined, said: Readonly<Record<string, unknown>>): Environment {
  const proxy = text('https-proxy') ?? text('proxy');
  const { noproxy } = said;
  const exempt = Array.isArray(noproxy) ? noproxy.join(',') : text('noproxy');
  return {
    ...(proxy !== undefined && { https_proxy: proxy, http_proxy: proxy }),
    ...(exempt && { no_proxy: exempt }),
  };
}

async function authoritiesOf(
  { ca, cafile }: Readonly<Record<string, unknown>>,
  cwd: string,
  env: Environment,
): Promise<string | undefined> {
  const given = Array.isArray(ca) ? ca.join('\n') : ca;
  if (typeof given === 'string' && given !== '') return given;
  if (typeof cafile !== 'string' || cafile === '') return undefined;
  const path = resolve(cwd, cafile.replace(/^~(?=[\\/])/, env.HOME || homedir()));
  // npm, too, goes on without a file that is not there: the registry's certificate then says what is missing.
  return readFile(path, 'utf8').catch(() => undefined);
}
