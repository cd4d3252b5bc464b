import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MailServer, startMailServer } from '../../../../simulator/channels/mail.ts';
import { Undelivered } from '../../../../src/engine/drive/channel.ts';
import { emailChannel, parseSmtpUrl, type SmtpServer } from '../../../../src/operations/notify/channels/email.ts';
import { mailHtml, mailText } from '../../../../src/operations/notify/channels/mail-body.ts';
import { createNetwork } from '../../../../src/platform/net/network.ts';
import { parseAddress } from '../../../../src/platform/text/email-address.ts';
import { issue } from '../../../support/certificates.ts';
import { needPython, type Python } from '../../../support/python.ts';
import { type Servers, startServers } from '../../../support/servers.ts';
import { BIDI, fact, HOSTILE, message, OVERVIEW, STARTED } from '../support/messages.ts';

const authority = issue({ name: 'authority.test', isAuthority: true });
const good = issue({ name: 'localhost', issuer: authority });
const expired = issue({ name: 'localhost', issuer: authority, notAfter: new Date(Date.now() - 1_000) });
const another = issue({ name: 'mail.example.com', issuer: authority });
const selfSigned = issue({ name: 'localhost' });

const network = createNetwork({ allowPrivateNetwork: true, ca: authority.cert });
const { signal } = new AbortController();

const running: MailServer[] = [];
let servers: Servers;
beforeEach(() => {
  servers = startServers();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
  await servers.close();
});

async function mailServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer({ cert: good.cert, key: good.key, authOptional: true, ...options });
  running.push(server);
  return server;
}

interface Sending {
  readonly server?: Partial<SmtpServer>;
  readonly to?: readonly string[];
  readonly net?: typeof network;
}

function channel(port: number, { server, to = ['lead@example.com'], net = network }: Sending = {}) {
  const smtp = { host: 'localhost', port, implicit: false, ...server };
  return emailChannel({ name: 'lead', to, from: 'Releases <train@example.com>', server: smtp, network: net });
}

async function refusal(port: number, sending: Sending = {}): Promise<Undelivered> {
  const error = await channel(port, sending)
    .deliver(message(), { signal })
    .catch((caught: unknown) => caught);
  if (!(error instanceof Undelivered)) throw new Error(`It was delivered, or threw ${error}.`);
  return error;
}

describe('a mail', () => {
  test('goes encrypted by STARTTLS, to each address, in both forms, and a train is one conversation', async () => {
    const server = await mailServer();
    const lead = channel(server.port, { to: ['lead@example.com', 'On Call <oncall@example.com>'] });
    await lead.deliver(message([STARTED]), { signal });
    const { ref = '' } = await lead.deliver(message(), { signal });
    const [first, second] = server.mails;
    expect(second).toMatchObject({
      from: 'train@example.com',
      to: ['lead@example.com', 'oncall@example.com'],
      secure: true,
    });
    expect(second?.raw).toContain('Content-Type: multipart/alternative');
    expect(second?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    const thread = (raw = '') => /^In-Reply-To: (.*)$/im.exec(raw)?.[1]?.trim();
    expect(thread(second?.raw)).toBe(thread(first?.raw));
    expect(second?.raw).toContain(`Message-ID: ${ref}`);
    // Told twice it has the same id.
    await lead.deliver(message(), { signal });
    expect(server.mails[2]?.raw).toContain(`Message-ID: ${ref}`);
  });

  test('goes by TLS from the first byte, with a password', async () => {
    const server = await mailServer({ secure: true, authOptional: false });
    const login = { implicit: true, user: 'train', password: 'right-password' };
    await channel(server.port, { server: login }).deliver(message(), { signal });
    expect(server.mails).toHaveLength(1);
  });

  test('that calls somebody leads to the acknowledgement first, and says it in both forms', () => {
    const called = fact({ kind: 'escalated', url: 'https://github.test/run', next: 'Assign its issue to somebody.' });
    const { overview: _, ...call } = message([called], { acknowledgeUrl: 'https://github.test/issues/7' });
    expect(mailHtml(call)).toMatch(
      /class="button" href="https:\/\/github\.test\/issues\/7".*>Acknowledge<.*>View run</,
    );
    expect(mailText(call)).toContain(
      'What to do: Assign its issue to somebody.\n\nAcknowledge: https://github.test/issues/7',
    );
  });

  test('says why something failed once, and of a start only where nothing came of it yet', () => {
    const why = 'It answers 503.';
    const broken = fact({ kind: 'health-failed', component: 'backend', text: `backend is not healthy: ${why}` });
    for (const form of [mailText, mailHtml]) {
      const text = form(message([STARTED, broken, fact()]));
      expect(text.split(why)).toHaveLength(2);
      expect(text).toContain('The deployment of product to production failed.');
      expect(text).not.toContain(STARTED.text);
      expect(form(message([STARTED]))).toContain(STARTED.text);
      expect(form(message()).split(why)).toHaveLength(3);
    }
  });

  test('is told to whom it was not taken for', async () => {
    const server = await mailServer();
    const { ref } = await channel(server.port, { to: ['lead@example.com', 'unknown@example.com'] }).deliver(message(), {
      signal,
    });
    expect(ref).toContain('not taken for unknown@example.com');
  });
});

(await needPython()).describe('another library', (python) => {
  test('reads a mail with hostile texts as one mail to one address, and loads and runs nothing', async () => {
    const server = await mailServer();
    const facts = [fact({ text: HOSTILE, next: HOSTILE, url: 'javascript:alert(1)', component: HOSTILE })];
    const overview = {
      ...OVERVIEW,
      actor: HOSTILE,
      trainId: HOSTILE,
      components: [{ id: HOSTILE, status: 'failed', reason: HOSTILE, url: 'javascript:alert(1)' }],
    } as const;
    await channel(server.port).deliver(message(facts, { title: HOSTILE, overview }), { signal });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['lead@example.com']);
    const judged = judge(python, mail?.raw ?? '');
    expect(judged.headers.filter((name) => /^(to|cc|bcc)$/i.test(name))).toEqual(['To']);
    expect(judged).toMatchObject({ to: 'lead@example.com', defects: 0, parts: ['text/plain', 'text/html'] });
    expect(judged.subject).not.toMatch(/[\r\n]/);
    expect(judged.html).not.toMatch(/<(script|img|link|iframe|object)\b/i);
    expect(judged.html).not.toMatch(/javascript:[^<]*"/);
    expect(judged.text).toContain('💥');
    expect(`${judged.subject}${judged.text}${judged.html}`).not.toMatch(BIDI);
  });
});

describe('nothing is sent', () => {
  test('without encryption', async () => {
    const server = await mailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const { message: said, retry } = await refusal(server.port);
    expect(said).toBe(
      `localhost:${server.port} offers no STARTTLS, and mail is sent encrypted only. Use port 465 (smtps://…), or another server.`,
    );
    expect(retry).toBe('later');
    expect(server.mails).toEqual([]);
  });

  test.each([
    ['has expired', expired],
    ['is for another name', another],
    ['is self-signed', selfSigned],
  ])('to a server whose certificate %s', async (_, { cert, key }) => {
    const server = await mailServer({ cert, key });
    expect((await refusal(server.port)).message).toMatch(/its certificate is not accepted|TLS failed/);
    expect(server.mails).toEqual([]);
  });

  test('with a wrong password, which is not shown', async () => {
    const server = await mailServer({ authOptional: false });
    const { message: said } = await refusal(server.port, { server: { user: 'train', password: 'wrong-password' } });
    expect(said).toContain('does not accept the user and password (535');
    expect(said).not.toContain('wrong-password');
  });

  test('to a server that takes none of the addresses', async () => {
    const server = await mailServer();
    expect((await refusal(server.port, { to: ['unknown@example.com'] })).message).toContain(
      'takes no mail from this sender',
    );
  });

  test('to a private address, unless it is allowed', async () => {
    const server = await mailServer();
    expect((await refusal(server.port, { net: createNetwork({ ca: authority.cert }) })).message).toContain(
      'allow-private-network',
    );
  });

  test('to a server that hangs up, or is not there', async () => {
    const place = await servers.raw((socket) => socket.destroy());
    expect(await refusal(Number(place.split(':')[1]))).toMatchObject({ retry: 'soon' });
    await servers.close();
    expect(await refusal(Number(place.split(':')[1]))).toMatchObject({ retry: 'soon' });
  });

  test('to a server that is silent, when whoever waits gives up', async () => {
    const giveUp = new AbortController();
    const place = await servers.raw(() => giveUp.abort(new Error('It took too long.')));
    const work = channel(Number(place.split(':')[1])).deliver(message(), { signal: giveUp.signal });
    await expect(work).rejects.toThrow('It took too long.');
  });
});

describe('addresses', () => {
  test.each(['a@b', 'lead@example.com', 'Lead <lead@example.com>', '"Doe, John" <j.doe+x@mail.example.com>'])(
    '%s is one',
    (text) => {
      expect(parseAddress(text)).toBeDefined();
    },
  );

  test.each([
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'x <a@example.com>, b@example.com',
    'group: a@example.com;',
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com (comment)',
    '"a b"@example.com',
    'a@[127.0.0.1]',
    'a@@example.com',
    '@example.com',
    '',
    'x <a@example.com> <b@example.com>',
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test('whatever is one has no line end and nothing that parts addresses', () => {
    let reached = 0;
    const pieces = ['b', '.', '-', '+', '@', ',', ';', ' ', '<', '>', '"', '\r\n', '(', ')', '\u00e9', ' <b@c>'];
    const change = fc.record({ at: fc.nat(14), text: fc.constantFrom(...pieces) });
    fc.assert(
      fc.property(
        fc.constantFrom('a@example.com', 'A <a@b.c>'),
        fc.array(change, { maxLength: 3 }),
        (start, changes) => {
          const text = changes.reduce<string>((now, one) => now.slice(0, one.at) + one.text + now.slice(one.at), start);
          const parsed = parseAddress(text);
          if (!parsed) return;
          reached += 1;
          expect(parsed.address).toMatch(/^[^\s,;<>()"]+@[^\s,;<>()"@]+$/);
          expect(parsed.name ?? '').not.toMatch(/[\r\n"<>]/);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(reached).toBeGreaterThan(500);
  });
});

test.each([
  [
    'smtps://u:p%40ss@mail.example.com',
    { host: 'mail.example.com', port: 465, implicit: true, user: 'u', password: 'p@ss' },
  ],
  ['smtp://mail.example.com:2525', { host: 'mail.example.com', port: 2525, implicit: false }],
  ['smtp://mail.example.com:465', { host: 'mail.example.com', port: 465, implicit: true }],
  ['https://mail.example.com', undefined],
  ['mail.example.com:587', undefined],
])('%s is the server %j', (text, server) => {
  expect(parseSmtpUrl(text)).toEqual(server);
});

interface Judged {
  readonly headers: readonly string[];
  readonly to: string;
  readonly subject: string;
  readonly defects: number;
  readonly parts: readonly string[];
  readonly text: string;
  readonly html: string;
}

const JUDGE = `
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
body = lambda kind: mail.get_body(preferencelist=(kind,)).get_content()
print(json.dumps({
  "headers": mail.keys(), "to": mail["to"], "subject": mail["subject"], "defects": len(mail.defects),
  "parts": [part.get_content_type() for part in mail.iter_parts()], "text": body("plain"), "html": body("html"),
}))
`;

/** A mail as Python's own parser reads it. */
function judge({ command, env }: Python, raw: string): Judged {
  const { stdout, stderr } = spawnSync(command, ['-c', JUDGE], { input: raw, env, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Judged;
}
