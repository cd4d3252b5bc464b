import { RequestError } from '../../platform/net/request-error.ts';
import type { Answer } from '../../platform/net/safe-request.ts';
import { type ProbeContext, request } from './ask.ts';
import { commonReasons } from './assess.ts';
import { readJson, valueAt } from './bounded-json.ts';
import type { Expectations, HttpRequest, Target } from './check.ts';
import { judged, type Observation } from './observation.ts';

type McpTarget = Extract<Target, { kind: 'mcp' }>;

const PROTOCOL_VERSION = '2025-06-18';
const MAX_PAGES = 50;

/**
 * Speaks the Model Context Protocol over streamable HTTP: initialize, then tools/list to its last page.
 * https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#streamable-http
 * A condition sees `body` as `{ tools: [names], count, server: { name, version } }`; `expect-version` is the server's.
 */
export async function probeMcp(target: McpTarget, expect: Expectations, context: ProbeContext): Promise<Observation> {
  const started = performance.now();
  const { tools, server, last } = await converse(target.request, context);
  const latency = performance.now() - started;
  const version = textAt(server, 'version');
  const body = { tools, count: tools.length, server };
  const facts = { ...last, body, text: JSON.stringify(body), latency, captured: {} };
  const reasons = commonReasons(facts, expect, version === undefined ? [] : [{ field: 'version', version }]);
  if (tools.length < target.minTools) {
    reasons.push({ cause: 'tools', text: `it lists ${tools.length} tools, expected at least ${target.minTools}` });
  }
  const answer = `${tools.length} tools`;
  return judged(reasons, { latency, status: last.status, answer, ...(version === undefined ? {} : { version }) });
}

async function converse(base: HttpRequest, context: ProbeContext) {
  const until = performance.now() + context.timeout;
  const send = (headers: Record<string, string>, message: object, id?: number) =>
    call(
      { ...base, headers: { ...base.headers, ...headers } },
      { message, id },
      { ...context, timeout: until - performance.now() },
    );

  const hello = await send({}, initialize(), 1);
  const protocol = textAt(hello.result, 'protocolVersion') ?? PROTOCOL_VERSION;
  const session = hello.answer.headers['mcp-session-id'];
  const headers = { 'mcp-protocol-version': protocol, ...(session === undefined ? {} : { 'mcp-session-id': session }) };
  await send(headers, { method: 'notifications/initialized' });
  const tools: string[] = [];
  let last = hello.answer;
  let cursor: string | undefined;
  for (let page = 0; page === 0 || cursor !== undefined; page++) {
    if (page === MAX_PAGES) throw new RequestError('protocol', `tools/list has more than ${MAX_PAGES} pages`);
    const params = cursor === undefined ? {} : { cursor };
    const { result, answer } = await send(headers, { method: 'tools/list', params }, page + 2);
    tools.push(...toolNames(result));
    cursor = textAt(result, 'nextCursor');
    last = answer;
  }
  return { tools, server: valueAt(hello.result, 'serverInfo') ?? {}, last };
}

function initialize() {
  const clientInfo = { name: 'release-actions', version: '1' };
  return { method: 'initialize', params: { protocolVersion: PROTOCOL_VERSION, capabilities: {}, clientInfo } };
}

function toolNames(result: unknown): string[] {
  const tools = valueAt(result, 'tools');
  if (!Array.isArray(tools)) throw new RequestError('protocol', 'the answer to tools/list has no list of tools');
  return tools.map((tool) => textAt(tool, 'name') ?? '(unnamed)');
}

/** One JSON-RPC message and, where it has an id, its result. Throws RequestError for anything else. */
async function call(
  base: HttpRequest,
  { message, id }: { message: object; id: number | undefined },
  context: ProbeContext,
): Promise<{ answer: Answer; result: unknown }> {
  const what = (message as { method: string }).method;
  const headers = {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    ...base.headers,
  };
  const body = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...message });
  const isComplete = (received: Uint8Array) =>
    id !== undefined && replyIn(Buffer.from(received).toString(), id) !== undefined;
  const answer = await request({ url: base.url, method: 'POST', headers, body }, context, isComplete);
  const accepted = answer.status >= 200 && answer.status < 300;
  if (!accepted) throw new RequestError('protocol', `${what} was answered ${answer.status}, expected 200`);
  if (id === undefined) return { answer, result: undefined };
  const reply = replyIn(answer.text, id);
  if (reply === undefined) throw new RequestError('protocol', `${what} was answered with no JSON-RPC reply to it`);
  const error = valueAt(reply, 'error');
  if (error !== undefined) {
    throw new RequestError(
      'protocol',
      `${what} failed: ${(textAt(error, 'message') ?? 'without a message').slice(0, 200)}`,
    );
  }
  return { answer, result: valueAt(reply, 'result') };
}

/** The reply with an id in a JSON body or in the events of a stream, in which other messages may come first. */
function replyIn(text: string, id: number): unknown {
  const documents = [text, ...eventData(text)].map(readJson);
  return documents
    .flatMap((document) => (document.kind === 'json' ? [document.value].flat() : []))
    .find((message) => valueAt(message, 'id') === id);
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: the data lines of each complete event. */
function eventData(text: string): string[] {
  const events = text.replace(/\r\n?/g, '\n').split('\n\n').slice(0, -1);
  return events.map((event) =>
    event
      .split('\n')
      .flatMap((line) => line.match(/^data: ?(.*)$/)?.[1] ?? [])
      .join('\n'),
  );
}

function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found.slice(0, 200) : undefined;
}
