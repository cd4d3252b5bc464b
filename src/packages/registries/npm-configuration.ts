import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../platform/errors.ts';
import { clientEnvironment } from '../../platform/process/run-client.ts';
import { trimEnd } from '../../platform/text/trim-end.ts';
import { credentialsFor, type NpmCredentials, type Setting } from './npm-credentials.ts';
import { readNpmSettings } from './npm-settings.ts';
import { type Npmrc, npmrcOfEnvironment, parseNpmrc } from './npmrc.ts';

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
  credentialsFor(url: URL): NpmCredentials;
  /** Where `https_proxy`, `http_proxy` and `no_proxy` are read from, npm's own settings for them included. */
  readonly proxies: Environment;
  /** PEM of the authorities that are trusted besides the usual ones. */
  readonly authorities: string | undefined;
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
  const { cwd, registryUrl, signal, withheld = [] } = options;
  const env = clientEnvironment(options.env);
  const npm = await readNpmSettings({ cwd, env, ...(signal && { signal }) });
  const [user, global] = await Promise.all(['userconfig', 'globalconfig'].map((key) => fileOf(npm.text(key), env)));
  const lent = Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.includes(name)));
  const checkout = onlyRegistries(await fileOf(join(cwd, '.npmrc'), lent));
  // npm has merged its own environment and files; a checkout comes between the two.
  const ofEnvironment = npmrcOfEnvironment(env);
  const setting = (key: string) => ofEnvironment.settings.get(key) ?? checkout.settings.get(key) ?? npm.text(key);
  const layers = [ofEnvironment, checkout, user ?? NOTHING, global ?? NOTHING];
  const secret: Setting = (key) => {
    const layer = layers.find(({ settings }) => settings.has(key));
    const missing = layer?.unset.get(key);
    if (missing !== undefined) return { missing };
    const value = layer?.settings.get(key);
    return value === undefined ? undefined : { value };
  };
  return {
    registryOf({ name, registry }) {
      const scope = /^(@[^/]+)\//.exec(name)?.[1];
      const ofScope = scope === undefined ? undefined : setting(`${scope}:registry`);
      const url = registryUrl ?? registry ?? ofScope ?? setting('registry') ?? '';
      return registryFrom(url, name);
    },
    credentialsFor: (url) => credentialsFor(url, secret),
    proxies: { ...env, ...npm.proxies },
    authorities: npm.authorities,
    wantsUnverified: npm.unverified,
  };
}

const NOTHING: Npmrc = { settings: new Map(), unset: new Map() };

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
  const text = trimEnd(url.trim(), '/');
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed && ['http:', 'https:'].includes(parsed.protocol)) return text;
  throw new UserError(
    `npm's configuration names ${JSON.stringify(url.replace(/\/\/[^/@\s]+@/, '//***@'))} as the registry of ${name}, which is not an http or https URL. Correct it in .npmrc.`,
  );
}
