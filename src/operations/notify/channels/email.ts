import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { type Channel, Undelivered } from '../../../engine/drive/channel.ts';
import { messageOf } from '../../../platform/errors.ts';
import { sha256Of } from '../../../platform/files/file-digest.ts';
import { type Network, resolveHost } from '../../../platform/net/network.ts';
import { isRecord } from '../../../platform/records.ts';
import { parseAddress } from '../../../platform/text/email-address.ts';
import { untilAborted } from '../../../platform/time/until-aborted.ts';
import { cut, headline } from '../fact-words.ts';
import { mailHtml, mailText } from './mail-body.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps), else STARTTLS, which has to succeed. */
  readonly implicit: boolean;
  readonly user?: string;
  readonly password?: string;
}

interface EmailOptions {
  readonly name: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly server: SmtpServer;
  readonly network: Network;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 12_000;
const LONGEST_SUBJECT = 200;

/** The server that a URL names: smtps://user:password@host:465 or smtp://user:password@host:587; undefined for another. */
export function parseSmtpUrl(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return undefined;
  const implicit = url.protocol === 'smtps:';
  const port = url.port === '' ? (implicit ? 465 : 587) : Number(url.port);
  try {
    const user = decodeURIComponent(url.username);
    const password = decodeURIComponent(url.password);
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    // Port 465 is TLS from the first byte, whatever the scheme says.
    return { host, port, implicit: implicit || port === 465, ...(user !== '' && { user, password }) };
  } catch {
    return undefined;
  }
}

/**
 * Mail by SMTP: sent encrypted or not at all, to addresses that are parsed here and nowhere else. What the server does not take
 * is an Undelivered.
 */
export function emailChannel({ name, to, from, server, network }: EmailOptions): Channel {
  const sender = parseAddress(from)?.address ?? '';
  const recipients = [...new Set(to.flatMap((text) => parseAddress(text)?.address ?? []))];
  return {
    name,
    kind: 'email',
    takes: 'group',
    async deliver(message, { signal }) {
      // Evaluated only where a mail is sent: no other step waits for the library.
      const { createTransport } = await import('nodemailer');
      const [{ address: host } = { address: '' }] = await resolveHost(server.host, network).catch((error: unknown) => {
        throw new Undelivered(`${messageOf(error)}.`, { retry: 'later' });
      });
      const transport = createTransport(transportOptions(server, host, network));
      const id = mailId(message.facts[0]?.id ?? message.topic, sender);
      const thread = mailId(message.topic, sender);
      try {
        const sent = await untilAborted(
          transport.sendMail({
            envelope: { from: sender, to: recipients },
            from,
            to: [...to],
            subject: cut(headline(message), LONGEST_SUBJECT),
            messageId: id,
            ...(id !== thread && { inReplyTo: thread, references: thread }),
            headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
            text: mailText(message),
            html: mailHtml(message),
            disableFileAccess: true,
            disableUrlAccess: true,
          }),
          signal,
        );
        const refused = (sent.rejected ?? []).map(String);
        return { ref: refused.length > 0 ? `${id}, not taken for ${refused.join(', ')}` : id };
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw explain(error, server);
      } finally {
        transport.close();
      }
    },
  };
}

function transportOptions(server: SmtpServer, host: string, network: Network): SMTPTransport.Options {
  const { port, implicit, user, password = '' } = server;
  return {
    // The address that was checked; the certificate is still that of the name.
    host,
    port,
    secure: implicit,
    requireTLS: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: CONNECT_MS,
    tls: {
      servername: server.host,
      secureContext: network.secureContext(),
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    ...(user !== undefined && { auth: { user, pass: password } }),
  };
}

/** What went wrong, in words that say what to do; never with a word of the password. */
function explain(error: unknown, { host, port }: SmtpServer): Undelivered {
  const {
    code = '',
    responseCode,
    command,
    response,
  } = isRecord(error) || error instanceof Error ? (error as SmtpFailure) : {};
  const place = `${host}:${port}`;
  const later = (text: string) => new Undelivered(text, { retry: 'later' });
  const said =
    responseCode === undefined ? '' : ` (${responseCode}${response ? `: ${JSON.stringify(cut(response, 120))}` : ''})`;
  const message = messageOf(error);
  switch (code) {
    case 'EAUTH':
      return later(
        `${place} does not accept the user and password${said}. Are they those for sending mail, such as an app password? Special characters in the URL are percent-encoded.`,
      );
    case 'ETLS':
      return /STARTTLS|TLS/i.test(message) && !/certificate|alert|handshake/i.test(message)
        ? later(
            `${place} offers no STARTTLS, and mail is sent encrypted only. Use port 465 (smtps://…), or another server.`,
          )
        : later(`${place}: TLS failed (${message}). Mail is sent encrypted only.`);
    case 'EENVELOPE':
      return later(
        `${place} takes no mail from this sender to these recipients${said}. Is from an address that this account may use?`,
      );
    case 'ETIMEDOUT':
      return new Undelivered(
        `${place} did not answer in time${command ? ` (to ${command})` : ''}. Is the port right, and reachable from this runner?`,
      );
    case 'EDNS':
      return later(`${host}: the name is not found. Is it written right in the secret?`);
    default:
      break;
  }
  if (/certificate|self.signed|altname|CERT_/i.test(`${message} ${code}`))
    return later(
      `${place}: its certificate is not accepted (${message}). Give an authority of your own by ca-file, or use the name that the certificate is for.`,
    );
  const isLasting = responseCode !== undefined && responseCode >= 500;
  return new Undelivered(`${place}: ${message}`, { retry: isLasting ? 'later' : 'soon' });
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly response?: string;
}

/** The same text has the same id: mail programs that hear a fact twice show it once. */
function mailId(text: string, sender: string): string {
  const domain = sender.split('@')[1] || 'release-actions.invalid';
  return `<${sha256Of(text).slice(0, 32)}@${domain}>`;
}
