import { UserError } from '../../platform/errors.ts';
import { CommandMissing } from '../../platform/process/find-command.ts';
import { type ClientResult, lastWords } from '../../platform/process/run-client.ts';
import { normaliseName } from '../python/package-name.ts';
import { normaliseVersion } from '../python/pep440.ts';
import { formatDigest } from './integrity.ts';
import type { LookUp } from './look-up.ts';
import { latestOf, parsePipIndex } from './pip-index.ts';
import { type ApartOptions, runApart } from './run-apart.ts';
import type { ServedVersions } from './served-versions.ts';

export interface PipOptions extends ApartOptions {
  /** Asked instead of the index that pip's configuration names. */
  readonly indexUrl?: string | undefined;
}

/**
 * One short try, past pip's cache. `-vv` because only then does pip say why it found nothing. Whether the package fits this
 * machine's Python is not the question, so Requires-Python is ignored.
 */
const FLAGS = [
  '--disable-pip-version-check',
  '--no-input',
  '--no-cache-dir',
  '--no-color',
  '--retries=0',
  '--timeout=30',
];
const INDEX_FLAGS = ['--pre', '--ignore-requires-python', '-vv'];

/**
 * Asks the index that pip is configured for about one exact version. With `thorough`, the digest of the file that pip would
 * install is asked for too (it downloads the wheel). Rejects with a UserError when Python or pip is missing.
 */
export async function lookUpPip(
  name: string,
  version: string,
  { thorough, ...options }: PipOptions & { thorough?: boolean },
): Promise<LookUp> {
  const result = await index(name, options);
  const found = parsePipIndex(name, result.stdout);
  const { installable, yanked, elsewhere } = found;
  const wanted = normaliseVersion(version);
  const isWanted = (one: string) => normaliseVersion(one) === wanted;
  const served = installable?.find(isWanted);
  if (served !== undefined) {
    const integrity = thorough ? await wheelDigests(name, served, options) : [];
    return { state: 'served', detail: `as ${served}`, facts: { integrity } };
  }
  const withdrawn = [...yanked.keys()].find(isWanted);
  if (withdrawn !== undefined) {
    const reason = lastWords(yanked.get(withdrawn) ?? '');
    const integrity = thorough ? await wheelDigests(name, withdrawn, options) : [];
    return { state: 'served', detail: `as ${withdrawn}, yanked: ${reason}`, facts: { integrity, yanked: reason } };
  }
  const foreign = elsewhere.find(isWanted);
  if (foreign !== undefined) {
    return { state: 'served', detail: `as ${foreign}, by wheels for other machines`, facts: { integrity: [] } };
  }
  const newest = installable?.[0] ?? latestOf(found);
  if (newest === undefined) return explainFailure(name, result);
  return { state: 'pending', detail: `the index has ${name} up to ${newest}, but not ${version}` };
}

/** Every version that is served, yanked ones too, or undefined where the index knows no such name; throws a UserError where it does not answer. */
export async function versionsOnPyPI(name: string, options: PipOptions): Promise<ServedVersions | undefined> {
  const result = await index(name, options);
  const found = parsePipIndex(name, result.stdout);
  const versions = [...(found.installable ?? []), ...found.elsewhere, ...found.yanked.keys()];
  const latest = latestOf(found);
  if (latest !== undefined) return { versions, tags: { latest } };
  const failure = explainFailure(name, result);
  if (failure.state === 'absent') return undefined;
  if (failure.state === 'pending') return { versions: [], tags: {} };
  throw new UserError(`The Python index could not say which versions of ${name} there are: ${failure.detail}`);
}

function index(name: string, options: PipOptions): Promise<ClientResult> {
  return pip(['index', 'versions', normaliseName(name), ...INDEX_FLAGS], options);
}

/** The installation report is pip's documented way to name the file and its hash; wheels only, as an sdist would run its build. */
async function wheelDigests(name: string, version: string, options: PipOptions): Promise<string[]> {
  const flags = ['--dry-run', '--ignore-installed', '--no-deps', '--only-binary=:all:', '--ignore-requires-python'];
  const requirement = `${normaliseName(name)}==${version}`;
  const result = await pip(['install', ...flags, '--quiet', '--report=-', requirement], options);
  if (result.exitCode !== 0) return [];
  const report = JSON.parse(result.stdout) as {
    install: { download_info?: { archive_info?: { hashes?: Record<string, string> } } }[];
  };
  const hashes = report.install.flatMap((one) => Object.entries(one.download_info?.archive_info?.hashes ?? {}));
  return hashes.map(([algorithm, hex]) => formatDigest({ algorithm, hex }));
}

/** Runs pip apart from every checkout. Rejects with a UserError when Python or pip is missing. */
export async function pip(args: readonly string[], { indexUrl, ...options }: PipOptions): Promise<ClientResult> {
  // An extra index of the configuration must not answer in its place; pip takes an empty variable for none.
  const override = indexUrl ? { env: { ...options.env, PIP_EXTRA_INDEX_URL: indexUrl } } : {};
  // Python looks for pip in the folder where it runs, which is empty, and with -E not where PYTHONPATH points.
  const argv = ['-E', '-m', 'pip', ...args, ...FLAGS, ...(indexUrl ? [`--index-url=${indexUrl}`] : [])];
  for (const python of ['python', 'python3']) {
    try {
      const result = await runApart(python, argv, { ...options, ...override });
      if (!/No module named pip\b/.test(result.stderr)) return result;
    } catch (error) {
      if (!(error instanceof CommandMissing)) throw error;
    }
  }
  throw new UserError('Python with pip is not installed here. Add a step with actions/setup-python before this one.');
}

/** pip ends in "No matching distribution" whatever happened; the reason stands in its debug lines. */
function explainFailure(name: string, { exitCode, stdout, stderr }: ClientResult): LookUp {
  if (exitCode === null) return { state: 'unreachable', detail: 'pip got no answer in time' };
  const reasons = [...`${stdout}\n${stderr}`.matchAll(/Could not fetch URL \S+: (.+?)(?: - skipping)?$/gm)].map(
    ([, reason = '']) => reason,
  );
  const refused = reasons.find((one) => /^40[13]\b/.test(one));
  if (refused) return { state: 'unauthorized', detail: lastWords(refused) };
  const failed = reasons.find((one) => !/^404\b/.test(one));
  if (failed) return { state: 'unreachable', detail: lastWords(failed) };
  if (/No matching distribution found/.test(stderr + stdout)) {
    return reasons.length > 0
      ? { state: 'absent', detail: `the index knows no package named ${name}` }
      : { state: 'pending', detail: `the index has a page for ${name}, but no release on it that pip can use here` };
  }
  return { state: 'unreachable', detail: lastWords(stderr) };
}
