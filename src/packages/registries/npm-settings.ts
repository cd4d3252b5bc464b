import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import { isRecord, parsedJson } from '../../platform/records.ts';
import { type ApartOptions, runApart } from './run-apart.ts';

/** What npm says of itself where no checkout can speak to it: its defaults, files and environment, merged. */
interface NpmSettings {
  /** A setting that is a text; undefined where it is empty. Those of one registry are secret, so npm does not say them. */
  text(key: string): string | undefined;
  /** npm's proxies, as the environment names them; empty where it has none of its own. */
  readonly proxies: Readonly<Record<string, string>>;
  /** PEM of the authorities that it trusts. */
  readonly authorities: string | undefined;
  /** Whether it is told not to verify TLS. */
  readonly unverified: boolean;
}

/** Asks npm, in an empty folder. Throws a UserError where npm is missing or cannot say. */
export async function readNpmSettings(options: ApartOptions): Promise<NpmSettings> {
  const said = await whatNpmSays(options);
  const text = (key: string) => (typeof said[key] === 'string' && said[key] !== '' ? said[key] : undefined);
  // npm takes either of its two settings for every registry.
  const proxy = text('https-proxy') ?? text('proxy');
  const exempt = joined(said.noproxy, ',');
  return {
    text,
    proxies: {
      ...(proxy !== undefined && { https_proxy: proxy, http_proxy: proxy }),
      ...(exempt !== undefined && { no_proxy: exempt }),
    },
    authorities: joined(said.ca, '\n') ?? (await authoritiesIn(text('cafile'), options)),
    unverified: said['strict-ssl'] === false,
  };
}

async function whatNpmSays(options: ApartOptions): Promise<Record<string, unknown>> {
  const result = await runApart('npm', ['config', 'list', '--json'], options).catch((error: unknown) => {
    if (!(error instanceof CommandMissing)) throw error;
    throw new UserError('npm is not installed here. Add a step with actions/setup-node before this one.');
  });
  const said = parsedJson(result.stdout);
  if (isRecord(said)) return said;
  const ending = result.exitCode === null ? 'it did not end in time' : lastWords(result.stderr || result.stdout);
  throw new UserError(`npm could not say how it is configured: npm config list: ${ending}`);
}

function joined(value: unknown, separator: string): string | undefined {
  const text = Array.isArray(value) ? value.join(separator) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

async function authoritiesIn(cafile: string | undefined, { cwd, env }: ApartOptions): Promise<string | undefined> {
  if (cafile === undefined) return undefined;
  const path = resolve(cwd, cafile.replace(/^~(?=[\\/])/, env.HOME || homedir()));
  // npm, too, goes on without a file that is not there: the registry's certificate then says what is missing.
  return readFile(path, 'utf8').catch(() => undefined);
}
