import { RequestError } from '../../platform/net/request-error.ts';
import type { RequestAnswer } from '../../platform/net/safe-request.ts';
import { type ProbeContext, request } from './ask.ts';
import { commonReasons } from './assess.ts';
import { readJson, valueAt } from './bounded-json.ts';
import type { CheckRequest, Expectations, Target } from './check.ts';
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
  const conversation = await converse(target.request, context);
  const latency = performance.now() - started;
  if ('refusal' in conversation) {
    const { refusal, status } = conversation;
    return judged([{ cause: 'status', text: refusal }], { latency, status, answer: String(status) });
  }
  const { tools, server, last } = conversation;
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

interface Conversation {
  readonly tools: readonly string[];
  readonly server: unknown;
  readonly last: RequestAnswer;
}

/** A server that answers something else than 200, and what it says. */
interface Refusal {
  readonly status: number;
  readonly refusal: string;
}

async function converse(base: CheckRequest, context: ProbeContext): Promise<Conversation | Refusal> {
  const until = performance.now() + context.timeoutMs;
  const left = () => ({ ...context, timeoutMs: Math.max(1, until - performance.now()) });
  const send = (headers: Record<string, string>, message: object, id?: number) =>
    call({ ...base, headers: { ...base.headers, ...headers } }, { message, id }, left());

  const hello = await send({}, initialize(), 1);
  if ('refusal' in hello) return explained(hello, base, left());
  const protocol = textAt(hello.result, 'protocolVersion') ?? PROTOCOL_VERSION;
  const session = hello.answer.headers['mcp-session-id'];
  const headers = { 'mcp-protocol-version': protocol, ...(session === undefined ? {} : { 'mcp-session-id': session }) };
  try {
    const ready = await send(headers, { method: 'notifications/initialized' });
    if ('refusal' in ready) return ready;
    const server = valueAt(hello.result, 'serverInfo') ?? {};
    // A server of resources or prompts alone does not know the question.
    const hasTools = valueAt(hello.result, '/capabilities/tools') !== undefined;
    if (!hasTools) return { tools: [], server, last: hello.answer };
    const listed = await listTools((message, id) => send(headers, message, id));
    return 'refusal' in listed ? listed : { ...listed, server };
  } finally {
    if (session !== undefined) await endSession(base, headers, left());
  }
}

async function listTools(
  send: (message: object, id: number) => Promise<Replied | Refusal>,
): Promise<{ tools: string[]; last: RequestAnswer } | Refusal> {
  const tools: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const params = cursor === undefined ? {} : { cursor };
    const reply = await send({ method: 'tools/list', params }, page + 2);
    if ('refusal' in reply) return reply;
    tools.push(...toolNames(reply.result));
    cursor = textAt(reply.result, 'nextCursor');
    if (cursor === undefined) return { tools, last: reply.answer };
  }
  throw new RequestError('protocol', `tools/list has more than ${MAX_PAGES} pages`);
}

const GOODBYE_MS = 2_000;

/** Servers keep a session until its client ends it. One that does not let it end (405) does no harm. */
async function endSession(base: CheckRequest, headers: Record<string, string>, context: ProbeContext): Promise<void> {
  const message = { url: base.url, method: 'DELETE', headers: { ...base.headers, ...headers } };
  await request(message, { ...context, timeoutMs: GOODBYE_MS }).catch((error: unknown) => {
    if (!(error instanceof RequestError)) throw error;
  });
}

/** The refusal, with a word on servers that speak the transport of 2024, in which a stream of events comes first. */
async function explained(refusal: Refusal, base: CheckRequest, context: ProbeContext): Promise<Refusal> {
  if (![400, 404, 405].includes(refusal.status)) return refusal;
  const isEndpoint = (received: Uint8Array) => /^event: *endpoint/m.test(Buffer.from(received).toString());
  const headers = { ...base.headers, accept: 'text/event-stream' };
  const message = { url: base.url, method: 'GET', headers };
  const stream = await request(
    message,
    { ...context, timeoutMs: Math.min(GOODBYE_MS, context.timeoutMs) },
    { endOfBody: () => isEndpoint },
  ).catch(() => undefined);
  if (!stream || !isEndpoint(stream.body)) return refusal;
  const hint = 'it speaks the HTTP+SSE transport of 2024, which streamable HTTP has replaced';
  return { ...refusal, refusal: `${refusal.refusal}; ${hint}` };
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

interface Replied {
  readonly answer: RequestAnswer;
  readonly result: unknown;
}

/** One JSON-RPC message and, where it has an id, its result. Throws RequestError for what is no answer to it. */
async function call(
  base: CheckRequest,
  { message, id }: { message: object; id: number | undefined },
  context: ProbeContext,
): Promise<Replied | Refusal> {
  const what = (message as { method: string }).method;
  const headers = {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    ...base.headers,
  };
  const body = JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), ...message });
  const endOfBody = () => (received: Uint8Array) =>
    id !== undefined && replyIn(Buffer.from(received).toString(), id) !== undefined;
  const answer = await request({ url: base.url, method: 'POST', headers, body }, context, { endOfBody });
  const { status } = answer;
  const reply = id === undefined ? undefined : replyIn(answer.text, id);
  const said = errorIn(reply ?? anyMessage(answer.text));
  if (status < 200 || status > 299) {
    return { status, refusal: `${what} was answered ${status}${said === undefined ? '' : ` (${said})`}, expected 200` };
  }
  if (id === undefined) return { answer, result: undefined };
  if (reply === undefined) throw new RequestError('protocol', `${what} was answered with no JSON-RPC reply to it`);
  if (said !== undefined) throw new RequestError('protocol', `${what} failed: ${said}`);
  return { answer, result: valueAt(reply, 'result') };
}

/** What an error says of itself; undefined where there is none. */
function errorIn(reply: unknown): string | undefined {
  const error = valueAt(reply, 'error');
  if (error === undefined) return undefined;
  return typeof error === 'string' ? error.slice(0, 200) : (textAt(error, 'message') ?? 'without a message');
}

function anyMessage(text: string): unknown {
  const document = readJson(text);
  return document.kind === 'json' ? document.value : undefined;
}

/** The reply with an id in a JSON body or in the events of a stream, in which other messages may come first. */
function replyIn(text: string, id: number): unknown {
  const documents = [text, ...eventData(text)].map(readJson);
  return (
    documents
      .flatMap((document) => (document.kind === 'json' ? [document.value].flat() : []))
      // A request of the server's own may carry the same id.
      .find((message) => valueAt(message, 'id') === id && valueAt(message, 'method') === undefined)
  );
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
