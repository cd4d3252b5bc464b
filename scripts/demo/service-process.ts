/**
 * One instance of a demo service, as a process of its own: `service-process.ts NAME VERSION PORT [starting]`. It prints its
 * port once it listens. A starting one answers 503 until a line comes in on stdin.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const [name = '', version = '', port = '0', state] = process.argv.slice(2);
let starting = state === 'starting';
const tasks = new Map<string, Record<string, unknown>>();

const server = createServer((request, response) => {
  void answer(request).then(([status, body]) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.on('data', () => {
  starting = false;
  console.log('ready');
});
// The process that started it is gone.
process.stdin.on('end', () => process.exit());

async function answer(request: IncomingMessage): Promise<[number, unknown]> {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { pathname } = new URL(request.url ?? '/', 'http://service.invalid');
  if (pathname === '/health') {
    if (starting) return [503, { status: 'fail', version, output: 'reading its tasks back' }];
    return [200, { status: 'pass', version, serviceId: name }];
  }
  const sent = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  const id = /^\/tasks\/(\d+)$/.exec(pathname)?.[1];
  if (id === undefined) return pathname === '/tasks' ? [201, keep(String(tasks.size + 1), sent)] : [404, {}];
  const task = tasks.get(id);
  if (!task) return [404, {}];
  return [200, request.method === 'PATCH' ? keep(id, { ...task, ...sent }) : task];
}

function keep(id: string, task: Record<string, unknown>): Record<string, unknown> {
  const kept = { ...task, id };
  tasks.set(id, kept);
  return kept;
}
