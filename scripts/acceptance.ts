/**
 * Proves on github.com (or on the embedded GitHub) what only it can settle: makes a repository in a sandbox organisation, runs
 * the scenarios of scripts/acceptance/ there, prints a line for each doubt, and deletes the repository.
 *
 *   npm run acceptance                              all, as docs/acceptance.md sets it up
 *   npm run acceptance -- --only claims             some of them
 *   npm run acceptance -- --leave-out "masks: why"  without this one; the reason is in the report
 *
 * ACCEPTANCE_OWNER names the organisation, ACCEPTANCE_APP_ID and ACCEPTANCE_PRIVATE_KEY the App that is installed there. Ends
 * with exit code 1 where a doubt came true, and where nothing was tried: unless ACCEPTANCE_UNPROVEN says why that is accepted.
 */
import { appendFileSync } from 'node:fs';
import { messageOf } from '../src/platform/errors.ts';
import { appToken } from '../src/platform/github/auth/app-token.ts';
import { repositoriesByOwner } from '../src/platform/github/auth/clients.ts';
import { Secrets } from '../src/platform/runner/secrets.ts';
import { didYouMean, listed } from '../src/platform/text/wording.ts';
import { realClock as clock } from '../src/platform/time/clock.ts';
import { mapPooled } from '../src/platform/time/pool.ts';
import { createGround } from './acceptance/ground.ts';
import { type Outcome, reportLines, reportMarkdown } from './acceptance/report.ts';
import { leftBehind, makeSandbox, PREFIX, removeSandbox } from './acceptance/sandbox.ts';
import type { Place, Scenario } from './acceptance/scenario.ts';
import { scenarios } from './acceptance/scenarios.ts';
import { mistake, readArguments } from './arguments.ts';

const AT_ONCE = 3;

const { values } = readArguments({ only: { type: 'texts' }, 'leave-out': { type: 'texts' } });
for (const [option, names] of [
  ['--only', values.only],
  ['--leave-out', values['leave-out'].map((text) => text.split(/:\s*/, 1)[0] ?? '')],
] as const)
  for (const name of names) verifyScenario(option, name);
const { env } = process;
const owner = env.ACCEPTANCE_OWNER?.trim() ?? '';
if (owner === '') process.exit(untried(env.ACCEPTANCE_UNPROVEN?.trim() ?? ''));
const missing = ['ACCEPTANCE_APP_ID', 'ACCEPTANCE_PRIVATE_KEY'].filter((name) => !env[name]);
if (missing.length > 0) {
  console.log(`::error::${missing.join(' and ')} missing: the App of docs/acceptance.md.`);
  process.exit(2);
}
process.exitCode = await main(owner, env.ACCEPTANCE_APP_ID ?? '', env.ACCEPTANCE_PRIVATE_KEY ?? '');

/** Nobody shall believe that it was proven: without an organisation it is red, unless somebody said that it need not be. */
function untried(accepted: string): number {
  const what = 'Not proven on github.com: no organisation is set up for it (the variable ACCEPTANCE_OWNER is not set).';
  const told =
    accepted === ''
      ? `::error::${what} Nothing that waits for it goes on; v1 stays where it is. Set one up in ten minutes (docs/acceptance.md); or set the variable ACCEPTANCE_UNPROVEN to the reason why a release shall do without.`
      : `::warning::${what} It goes on all the same, because ACCEPTANCE_UNPROVEN says: ${accepted.replaceAll(/\s+/g, ' ')}`;
  console.log(told);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `### ${told.replace(/^::\w+::/, '')}\n`);
  return accepted === '' ? 1 : 0;
}

async function main(owner: string, appId: string, privateKey: string): Promise<number> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => interrupted.abort(new Error(`It was interrupted (${signal}).`)));
  const { signal } = interrupted;
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  const secrets = new Secrets((commands) => process.stdout.write(commands));
  const token = appToken({ appId, privateKey, apiUrl, clock, secrets, owner });
  const repository = `${owner}/${PREFIX}${env.GITHUB_RUN_ID ?? clock.now()}-${env.GITHUB_RUN_ATTEMPT ?? 1}`;
  const repositoryFor = repositoriesByOwner({ token, apiUrl, clock, redact: (value) => secrets.redactIn(value) });
  const sandbox = repositoryFor(repository);
  const bundle = env.ACCEPTANCE_BUNDLE ?? `${env.GITHUB_REPOSITORY}@${env.GITHUB_SHA}`;
  const [home = '', ref = ''] = bundle.split('@');
  const place: Place = { owner, repository, uses: (path) => `${[home, path].filter(Boolean).join('/')}@${ref}` };
  const leaving = new Map(values['leave-out'].map((text) => text.split(/:\s*/, 2) as [string, string]));
  const chosen = scenarios.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
  const outcomes = new Map<string, Outcome>();
  for (const { name, doubts } of chosen.filter(({ name }) => leaving.has(name)))
    for (const doubt of doubts) outcomes.set(doubt, { state: 'open', said: `left out: ${leaving.get(name)}` });
  const tried = chosen.filter(({ name }) => !leaving.has(name));
  const world = { signal, clock };
  let failure: unknown;
  try {
    for (const old of await leftBehind(owner, { ...world, client: sandbox.client }))
      await removeSandbox(repositoryFor(old));
    console.log(`The sandbox is ${repository}; on trial is ${bundle}.`);
    await makeSandbox(sandbox, Object.assign({}, ...tried.map((scenario) => scenario.files(place))), world);
    const bundleEnv = { GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: env.GITHUB_SERVER_URL ?? 'https://github.com' };
    const credentials = { 'app-id': appId, 'private-key': privateKey };
    const ground = createGround({
      ...place,
      ...world,
      sandbox,
      credentials,
      env: bundleEnv,
      appId: Number(appId) || undefined,
    });
    await mapPooled(tried, AT_ONCE, async (scenario) => {
      const outcome = await tell(scenario, () => scenario.run(ground));
      for (const doubt of scenario.doubts) outcomes.set(doubt, outcome);
    });
  } catch (error) {
    failure = error;
  } finally {
    await removeSandbox(sandbox).catch((error: unknown) => {
      console.log(`::warning::${repository} could not be deleted; delete it by hand: ${messageOf(error)}`);
    });
  }
  console.log(`\n${reportLines(outcomes).join('\n')}\n`);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, reportMarkdown(outcomes, repository));
  if (failure !== undefined) console.log(`::error::The acceptance could not be tried: ${messageOf(failure)}`);
  const refuted = [...outcomes.values()].filter(({ state }) => state === 'refuted').length;
  const proven = [...outcomes.values()].filter(({ state }) => state === 'proven').length;
  console.log(`${proven} proven, ${refuted} refuted`);
  return failure === undefined && refuted === 0 && proven > 0 && !signal.aborted ? 0 : 1;
}

async function tell({ name }: Scenario, run: () => Promise<string>): Promise<Outcome> {
  const began = clock.now();
  const seconds = () => `${Math.round((clock.now() - began) / 1_000)} s`;
  try {
    const said = await run();
    console.log(`✓ ${name} (${seconds()}): ${said}`);
    return { state: 'proven', said };
  } catch (error) {
    const said = messageOf(error);
    console.log(`✗ ${name} (${seconds()}): ${said}`);
    return { state: 'refuted', said: said.split('\n', 3).join(' ').slice(0, 500) };
  }
}

/** A name that no scenario has would leave out nothing, or try nothing and be green. */
function verifyScenario(option: string, name: string): void {
  const known = scenarios.map((scenario) => scenario.name);
  if (!known.includes(name))
    mistake(`${option} ${name}: there is no such scenario${didYouMean(name, known)}`, `They are ${listed(known)}.`);
}
