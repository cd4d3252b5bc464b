import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createNetwork, type Lookup } from '../../../src/platform/net/network.ts';
import type { RequestError } from '../../../src/platform/net/request-error.ts';
import { safeRequest } from '../../../src/platform/net/safe-request.ts';
import { issue } from '../../support/certificates.ts';
import { json, type Servers, startServers } from '../../support/servers.ts';

let servers: Servers;
beforeEach(() => {
  servers = startServers();
});
afterEach(() => servers.close());

const open = createNetwork({ allowPrivateNetwork: true });
const fails = async (work: Promise<unknown>): Promise<RequestError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown as RequestError,
  );
  expect(error?.name).toBe('RequestError');
  return error as RequestError;
};

describe('addresses', () => {
  const closed = createNetwork();
  test.each(['127.0.0.1', '2130706433', '0177.0.0.1', '0x7f.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])(
    '%s is refused before anything is sent',
    async (host) => {
      const received: string[] = [];
      const { port } = new URL(await servers.http((request) => received.push(request.url ?? '')));
      const error = await fails(safeRequest(`http://${host}:${port}/`, { network: closed, timeoutMs: 2_000 }));
      expect(error.failure).toBe('refused');
      expect(error.message).toMatch(/private address.*allow-private-network/);
      expect(received).toEqual([]);
    },
  );

  test.each(['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]', '2852039166', '0.0.0.0', '100.100.100.200'])(
    '%s stays closed even where private networks are allowed',
    async (host) => {
      const error = await fails(safeRequest(`http://${host}/latest/meta-data`, { network: open, timeoutMs: 2_000 }));
      expect(error.failure).toBe('refused');
    },
  );

  test('a name that resolves to a private address the second time is connected to where it was checked', async () => {
    const base = new URL(await servers.http((_, response) => response.end('public')));
    const answers = ['8.8.8.8', '127.0.0.1'];
    const lookup: Lookup = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
    const network = createNetwork({ lookup });
    const url = `http://rebind.example:${base.port}/`;
    // The first look-up is public and is the only one: the connection goes to 8.8.8.8, never to 127.0.0.1.
    const first = await fails(safeRequest(url, { network, timeoutMs: 300 }));
    expect(first.failure).not.toBe('refused');
    expect(answers).toEqual(['127.0.0.1']);
    const second = await fails(safeRequest(url, { network, timeoutMs: 300 }));
    expect(second.failure).toBe('refused');
    expect(second.message).toContain('rebind.example (which resolves to 127.0.0.1)');
  });

  test('the checked address is used, whatever the name server would say next', async () => {
    const base = new URL(await servers.http((request, response) => response.end(request.headers.host)));
    let lookups = 0;
    const lookup: Lookup = async () => (lookups++ === 0 ? [{ address: '127.0.0.1', family: 4 }] : []);
    const network = createNetwork({ lookup, allowPrivateNetwork: true });
    const answer = await safeRequest(`http://pinned.example:${base.port}/`, { network, timeoutMs: 2_000 });
    expect(answer.text).toBe(`pinned.example:${base.port}`);
    expect(lookups).toBe(1);
  });

  test('a name with a public and a private address is refused', async () => {
    const lookup: Lookup = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const error = await fails(
      safeRequest('http://mixed.example/', { network: createNetwork({ lookup }), timeoutMs: 500 }),
    );
    expect(error.failure).toBe('refused');
  });

  test('a name that does not exist is the target’s fault, a resolver that hangs is ours', async () => {
    const missing: Lookup = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };
    const hanging: Lookup = () => new Promise(() => undefined);
    const ask = (lookup: Lookup) =>
      fails(safeRequest('http://gone.example/', { network: createNetwork({ lookup }), timeoutMs: 50 }));
    expect((await ask(missing)).failure).toBe('name');
    const error = await ask(hanging);
    expect(error.failure).toBe('local');
    expect(error.message).toContain('could not be resolved in time');
  });
});

test.each([{ headers: { Cookie: 'session=x' } }, { isSecret: true }])(
  'what is secret goes over http to no public address: %j',
  async (options) => {
    const error = await fails(safeRequest('http://8.8.8.8/', { network: createNetwork(), timeoutMs: 500, ...options }));
    expect(error).toMatchObject({ failure: 'refused', sent: false });
  },
);

describe('redirects', () => {
  const redirectTo = (location: string, status = 302) =>
    servers.http((_, response) => response.writeHead(status, { location }).end());
  const lookup: Lookup = async (name) => [
    { address: name === 'evil.example' ? '169.254.169.254' : '127.0.0.1', family: 4 },
  ];

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://[::ffff:169.254.169.254]/',
    'http://evil.example/',
    '//169.254.169.254/',
  ])('to %s are refused', async (location) => {
    const network = createNetwork({ allowPrivateNetwork: true, lookup });
    const error = await fails(safeRequest(await redirectTo(location), { network, timeoutMs: 2_000 }));
    expect(error.failure).toBe('refused');
    expect(error.message).toMatch(/link-local/);
  });

  test.each(['http://[::1]:9/', 'http://2130706433:9/', 'http://127.1:9/', 'http://localhost:9/'])(
    'from a public host to %s are refused',
    async (location) => {
      // The proxy answers for a public host, which a test cannot have otherwise.
      const base = new URL(await redirectTo(location));
      const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
      const network = createNetwork({ lookup, env: { http_proxy: base.href } });
      const error = await fails(safeRequest('http://203.0.114.1/', { network, timeoutMs: 2_000 }));
      expect(error.failure).toBe('refused');
    },
  );

  test('carry no credentials, own headers or cookies to another origin, not even another port', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const other = await servers.http((request, response) => {
      seen.push(request.headers);
      response.end('other');
    });
    const base = await servers.http((_, response) => response.writeHead(302, { location: other }).end());
    const headers = { Authorization: 'Bearer s3cret', Cookie: 'a=b', 'X-Api-Key': 's3cret', Accept: 'text/plain' };
    const answer = await safeRequest(base, { network: open, timeoutMs: 2_000, headers });
    expect(answer.text).toBe('other');
    expect(JSON.stringify(seen)).not.toContain('s3cret');
    expect(seen[0]).toMatchObject({ accept: 'text/plain' });
    expect(seen[0]).not.toHaveProperty('cookie');
  });

  test('keep them within an origin, and a POST becomes a GET without its body', async () => {
    const seen: { method: string | undefined; authorization: string | undefined; length: string | undefined }[] = [];
    const base = await servers.http((request, response) => {
      const { authorization, 'content-length': length } = request.headers;
      seen.push({ method: request.method, authorization, length });
      if (request.url === '/') response.writeHead(303, { location: '/next' }).end();
      else response.end('done');
    });
    const headers = { authorization: 'Bearer t', 'content-type': 'text/plain' };
    await safeRequest(base, { network: open, timeoutMs: 2_000, method: 'POST', body: 'x', headers });
    expect(seen).toEqual([
      { method: 'POST', authorization: 'Bearer t', length: '1' },
      { method: 'GET', authorization: 'Bearer t', length: undefined },
    ]);
  });

  test('with a body to another origin are refused', async () => {
    const other = await servers.http((_, response) => response.end('got it'));
    const base = await redirectTo(other, 307);
    const error = await fails(safeRequest(base, { network: open, timeoutMs: 2_000, method: 'POST', body: 'secret' }));
    expect(error.failure).toBe('redirect');
    expect(error.message).toContain('with the body of the request');
  });

  test.each(['file:///etc/passwd', 'gopher://x/', 'http://[broken'])('to %s are refused', async (location) => {
    const error = await fails(safeRequest(await redirectTo(location), { network: open, timeoutMs: 2_000 }));
    expect(error.failure).toBe('redirect');
  });

  test('to itself until its cookie comes back are followed; the cookie goes to no other origin', async () => {
    const seen: string[] = [];
    const other = await servers.http(({ headers }, response) => {
      seen.push(`other ${headers.cookie ?? 'none'}`);
      response.writeHead(302, { location: `${own}/back` }).end();
    });
    const own: string = await servers.http(({ headers, url }, response) => {
      seen.push(`${url} ${headers.cookie ?? 'none'}`);
      if (url === '/back') return response.end('in');
      if (headers.cookie?.includes('seen=1')) return response.writeHead(302, { location: other }).end();
      const cookies = ['seen=1; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT; HttpOnly', 'two=a=b; Secure'];
      return response.writeHead(302, { location: '/', 'set-cookie': cookies }).end();
    });
    const answer = await safeRequest(`${own}/`, { network: open, timeoutMs: 2_000, headers: { Cookie: 'mine=0' } });
    expect(answer.text).toBe('in');
    expect(seen).toEqual(['/ mine=0', '/ mine=0; seen=1; two=a=b', 'other none', '/back seen=1; two=a=b']);
  });

  test('in a circle end', async () => {
    const error = await fails(safeRequest(await redirectTo('/again'), { network: open, timeoutMs: 2_000 }));
    expect(error.message).toContain('more than 5 redirects');
  });

  test('are an answer like any other where none are to be followed', async () => {
    const answer = await safeRequest(await redirectTo('/x'), { network: open, timeoutMs: 2_000, maxRedirects: 0 });
    expect(answer.status).toBe(302);
  });
});

describe('hostile answers', () => {
  test('an endless body ends at 1 MiB', async () => {
    const base = await servers.http((_, response) => {
      const more = () => {
        while (response.writable && response.write(Buffer.alloc(65_536))) undefined;
      };
      response.on('drain', more);
      more();
    });
    const error = await fails(safeRequest(base, { network: open, timeoutMs: 10_000 }));
    expect(error.failure).toBe('too-large');
    expect(error.message).toContain('1048576 bytes');
  });

  test('a drip of bytes does not outlive the deadline', async () => {
    const base = await servers.http((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    // Without a deadline the drip would go on for ever.
    const error = await fails(safeRequest(base, { network: open, timeoutMs: 300 }));
    expect(error.failure).toBe('timeout');
  });

  test.each(['accepts and says nothing', 'drips its headers'])(
    'a server that %s does not outlive it either',
    async (how) => {
      const place = await servers.raw((socket) => {
        if (!how.startsWith('drips')) return;
        socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
        const drip = setInterval(() => socket.write('.'), 20);
        socket.on('close', () => clearInterval(drip));
      });
      const error = await fails(safeRequest(`http://${place}/`, { network: open, timeoutMs: 200 }));
      expect(error.failure).toBe('timeout');
    },
  );

  test('a header of 5 MB is not read to its end', async () => {
    let written = 0;
    const place = await servers.raw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nx-large: `);
      for (let sent = 0; sent < 80; sent++) socket.write('a'.repeat(65_536), () => (written += 65_536));
    });
    const error = await fails(safeRequest(`http://${place}/`, { network: open, timeoutMs: 5_000 }));
    expect(error.failure).toBe('too-large');
    expect(written).toBeLessThan(5_242_880);
  });

  test('invalid UTF-8 is tolerated and said', async () => {
    const base = await servers.http((_, response) => response.end(Buffer.from([0x61, 0xff, 0xfe, 0x62])));
    const answer = await safeRequest(base, { network: open, timeoutMs: 2_000 });
    expect(answer).toMatchObject({ text: 'a\ufffd\ufffdb', validText: false });
  });

  test.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9\r\n', 'protocol'],
    ['two contradicting lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 'protocol'],
    ['a body that is cut off', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nab', 'connection'],
  ])('%s is a failure, not an answer', async (_, text, failure) => {
    const place = await servers.raw((socket) => socket.once('data', () => socket.end(text)));
    expect((await fails(safeRequest(`http://${place}/`, { network: open, timeoutMs: 2_000 }))).failure).toBe(failure);
  });

  test('a closed port is a refused connection', async () => {
    const place = await servers.raw(() => undefined);
    await servers.close();
    expect((await fails(safeRequest(`http://${place}/`, { network: open, timeoutMs: 2_000 }))).message).toMatch(
      /ECONNREFUSED/,
    );
  });

  test('the caller’s signal ends it', async () => {
    const controller = new AbortController();
    const base = await servers.http(() => controller.abort());
    const error = await fails(safeRequest(base, { network: open, timeoutMs: 5_000, signal: controller.signal }));
    expect(error.failure).toBe('cancelled');
    const again = await fails(safeRequest(base, { network: open, timeoutMs: 5_000, signal: controller.signal }));
    expect(again.failure).toBe('cancelled');
  });
});

describe('TLS', () => {
  const authority = issue({ name: 'test authority', isAuthority: true });
  const trusting = createNetwork({ allowPrivateNetwork: true, ca: authority.cert });
  const day = 86_400_000;
  const ok = issue({ name: 'localhost', issuer: authority });
  const cases = [
    [
      'expired',
      issue({
        name: 'localhost',
        issuer: authority,
        notBefore: new Date(Date.now() - 9 * day),
        notAfter: new Date(Date.now() - day),
      }),
      'has expired',
    ],
    [
      'not valid yet',
      issue({ name: 'localhost', issuer: authority, notBefore: new Date(Date.now() + day) }),
      'not valid yet',
    ],
    ['self-signed', issue({ name: 'localhost' }), 'self-signed'],
    ['for another name', issue({ name: 'other.example', issuer: authority }), 'for another name'],
  ] as const;

  test.each(cases)('a certificate that is %s is refused', async (_, certificate, words) => {
    const base = await servers.https(certificate, (_request, response) => response.end('never'));
    const error = await fails(safeRequest(base, { network: trusting, timeoutMs: 5_000 }));
    expect(error.failure).toBe('tls');
    expect(error.message).toContain(words);
  });

  test('one of an unknown authority is refused', async () => {
    const base = await servers.https(ok, (_, response) => response.end('never'));
    expect((await fails(safeRequest(base, { network: open, timeoutMs: 5_000 }))).failure).toBe('tls');
  });

  test('a port that speaks no TLS is said to be one, and nothing of the library is shown', async () => {
    const plain = await servers.http((_, response) => response.end('never'));
    const error = await fails(safeRequest(plain.replace('http:', 'https:'), { network: open, timeoutMs: 5_000 }));
    expect(error.failure).toBe('tls');
    expect(error.message).toMatch(/: it does not speak TLS, but perhaps plain HTTP \((EPROTO|ERR_SSL_\w+)\)$/);
  });

  test('of a server that wants a certificate of the client only the reason is told', async () => {
    const raw = await servers.raw((socket) =>
      socket.once('data', () => socket.end(Buffer.from('15030300020274', 'hex'))),
    );
    const error = await fails(safeRequest(`https://${raw}`, { network: open, timeoutMs: 5_000 }));
    expect(error.message).toMatch(/: the TLS handshake failed: [^:]*certificate required \(\w+\)$/);
  });

  test('one of an own authority is accepted and described', async () => {
    const base = await servers.https(ok, (_, response) => response.end('hello'));
    const answer = await safeRequest(base, { network: trusting, timeoutMs: 5_000 });
    expect(answer.text).toBe('hello');
    expect(answer.certificate).toMatchObject({ subject: 'localhost', issuer: 'test authority', names: ['localhost'] });
    expect(answer.certificate?.chain).toContain('localhost');
  });

  test('a redirect from https to http is refused', async () => {
    const plain = await servers.http((_, response) => response.end('never'));
    const base = await servers.https(ok, (_, response) => response.writeHead(302, { location: plain }).end());
    const error = await fails(safeRequest(base, { network: trusting, timeoutMs: 5_000 }));
    expect(error.message).toContain('without TLS');
  });

  test('a tunnel of a proxy is verified end to end, and its credentials are the proxy’s only', async () => {
    const seen: (string | undefined)[] = [];
    const target = new URL(await servers.https(ok, (request, response) => json(response, request.headers)));
    const proxy = await servers.raw((socket) => {
      socket.once('data', (head) => {
        seen.push(
          ...head
            .toString()
            .split('\r\n')
            .filter((line) => /^(CONNECT |proxy-auth)/i.test(line)),
        );
        const upstream = connect(Number(target.port), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          socket.pipe(upstream).pipe(socket);
        });
        upstream.on('error', () => socket.destroy());
      });
    });
    const network = createNetwork({
      allowPrivateNetwork: true,
      ca: authority.cert,
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      env: { https_proxy: `http://user:pass@${proxy}` },
    });
    // The proxy leads every name to our server, whose certificate is for localhost: another name must not pass.
    const error = await fails(safeRequest('https://service.example/', { network, timeoutMs: 5_000 }));
    expect(error.message).toContain('for another name');
    expect(seen).toEqual([
      'CONNECT service.example:443 HTTP/1.1',
      expect.stringMatching(/^proxy-authorization: Basic/i),
    ]);
  });

  test('a proxy that refuses is our side’s fault and says nothing about the target', async () => {
    const proxy = await servers.raw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 502 Bad gateway\r\n\r\n')),
    );
    const lookup: Lookup = async () => [{ address: '8.8.8.8', family: 4 }];
    const network = createNetwork({ lookup, env: { https_proxy: `http://${proxy}` } });
    const error = await fails(safeRequest('https://service.example/', { network, timeoutMs: 2_000 }));
    expect(error.failure).toBe('local');
    expect(error.message).toContain('502');
  });
});

test('a URL with credentials or another scheme is refused, without showing the credentials', async () => {
  const error = await fails(safeRequest('https://user:hunter2@service.example/', { network: open, timeoutMs: 500 }));
  expect(error.failure).toBe('refused');
  expect(error.message).not.toContain('hunter2');
  expect((await fails(safeRequest('ftp://service.example/', { network: open, timeoutMs: 500 }))).failure).toBe(
    'refused',
  );
});
