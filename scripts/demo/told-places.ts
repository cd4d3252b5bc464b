import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { issue } from '../../__tests__/support/certificates.ts';
import { type MailServer, startMailServer } from '../../simulator/channels/mail.ts';
import { type ScriptedSlack, scriptedSlack } from '../../simulator/channels/slack.ts';

export const HOOK_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** Real servers on this machine, where the people of the demo are told. */
export interface ToldPlaces {
  readonly slack: ScriptedSlack;
  readonly slackApi: string;
  readonly mail: MailServer;
  /** What the receiver got and found rightly signed: `train.failed`. */
  readonly events: readonly string[];
  readonly hookUrl: string;
  /** Writes the authority that signed the mail server's certificate into a folder; its path there. */
  writeAuthority(folder: string): string;
  close(): Promise<void>;
}

export async function startPlaces(): Promise<ToldPlaces> {
  const slack = scriptedSlack();
  const events: string[] = [];
  const receiver: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const event = new Webhook(HOOK_SECRET).verify(Buffer.concat(chunks).toString(), headers) as { type: string };
      events.push(event.type);
      response.writeHead(204).end();
    });
  };
  const [slackServer, hookServer] = [createServer(slack.handler), createServer(receiver)];
  const [slackUrl, hookUrl] = await Promise.all([listen(slackServer), listen(hookServer)]);
  const authority = issue({ name: 'demo authority', isAuthority: true });
  const { cert, key } = issue({ name: 'localhost', issuer: authority });
  const mail = await startMailServer({ cert, key });
  return {
    ...{ slack, mail, events, hookUrl, slackApi: `${slackUrl}/api` },
    writeAuthority: (folder) => {
      writeFileSync(join(folder, 'authority.pem'), authority.cert);
      return 'authority.pem';
    },
    close: async () => {
      await mail.close();
      for (const server of [slackServer, hookServer]) server.close().closeAllConnections();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
