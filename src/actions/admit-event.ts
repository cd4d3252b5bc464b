import { writeFile } from 'node:fs/promises';
import { admit } from '../operations/hub/admit.ts';
import { eventFile } from '../operations/hub/event-file.ts';
import { readHubEvent } from '../operations/hub/hub-event.ts';
import { readHubFile } from '../operations/hub/hub-file.ts';
import { handOn, tellVerdict } from '../operations/hub/verdict-text.ts';
import { UserError } from '../platform/errors.ts';
import { namedPath, pathInside } from '../platform/files/path-inside.ts';
import { isRecord } from '../platform/records.ts';
import { defineAction } from '../platform/runner/action.ts';
import { readEvent } from '../platform/runner/context.ts';
import { data, flag, optional, text } from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './setup/connect-github.ts';

/** Says what becomes of an event that a source sent to the hub: admitted, repeated, superseded or refused, and why. */
export default defineAction({
  inputs: {
    ...connectionInputs,
    'hub-file': optional(text, '.github/hub.yml'),
    'event-type': optional(text),
    'client-payload': optional(data),
    context: optional(text, 'hub'),
    force: optional(flag, false),
    'event-file': optional(text),
  },
  checks: [
    verifyApp,
    async ({ hubFile }, { workspace }) => readHubFile(await namedPath(workspace, hubFile), hubFile),
    ({ eventFile: file = '.' }, { workspace, env }) => pathInside([workspace, env.RUNNER_TEMP], file),
  ],
  async run({ hubFile, eventType, clientPayload, context, force, eventFile: file, ...connection }, runner) {
    const { env, workspace, log, outputs, signal } = runner;
    const hub = await readHubFile(await namedPath(workspace, hubFile), hubFile);
    const started = await readEvent(env);
    const event = readHubEvent({
      ...(isRecord(started) && started),
      ...(eventType !== undefined && { action: eventType }),
      ...(clientPayload !== undefined && { client_payload: clientPayload }),
    });
    if (event.type === '') {
      throw new UserError('This run was started by no repository_dispatch: give event-type and client-payload.');
    }
    if (event.environment !== undefined) {
      log.warning('The event names an environment. It is not believed: the branch decides, by the hub file.');
    }
    const repositoryFor = (repository: string) => connectTo(repository, connection, runner);
    const verdict = await admit(hub, event, { repositoryFor, context, force, signal });
    tellVerdict(verdict, log);
    if (file !== undefined) await writeFile(await pathInside([workspace, env.RUNNER_TEMP], file), eventFile(verdict));
    for (const [name, value] of Object.entries(handOn(verdict))) await outputs.set(name, value);
  },
});
