import type { IncomingMessage, ServerResponse } from 'node:http';

export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  text: string;
  blocks: readonly Readonly<Record<string, unknown>>[];
  edits: number;
}

export interface ScriptedSlack {
  readonly messages: SlackMessage[];
  readonly calls: { readonly method: string; readonly authorization: string | undefined }[];
  /** What the next calls answer instead; in order. */
  readonly script: ((response: ServerResponse) => void)[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A Slack that keeps messages, and refuses what Block Kit's limits refuse: https://docs.slack.dev/reference/block-kit/blocks */
export function scriptedSlack(): ScriptedSlack {
  const slack: ScriptedSlack = { messages: [], calls: [], script: [], handler };
  return slack;

  function handler(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      slack.calls.push({ method, authorization: request.headers.authorization });
      const scripted = slack.script.shift();
      if (scripted) return scripted(response);
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      const wrong = faultOf(body);
      if (wrong) return json(response, { ok: false, error: wrong });
      json(response, method === 'chat.update' ? update(body) : post(body));
    });
  }

  function post({ channel, text, blocks = [], thread_ts: thread }: Record<string, unknown>) {
    const ts = `${1_700_000_000 + slack.messages.length}.000100`;
    const id = String(channel).startsWith('#') ? 'C0123456' : String(channel);
    slack.messages.push({
      channel: id,
      ts,
      text: String(text),
      blocks: blocks as SlackMessage['blocks'],
      edits: 0,
      ...(typeof thread === 'string' && { thread }),
    });
    return { ok: true, channel: id, ts };
  }

  function update({ channel, ts, text, blocks }: Record<string, unknown>) {
    const found = slack.messages.find((one) => one.channel === channel && one.ts === ts);
    if (!found) return { ok: false, error: 'message_not_found' };
    Object.assign(found, { text, blocks, edits: found.edits + 1 });
    return { ok: true, channel, ts };
  }
}

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly { readonly type: string; readonly url?: string; readonly text?: unknown }[];
}

function faultOf({ blocks = [], text }: Record<string, unknown>): string | undefined {
  const all = blocks as readonly Block[];
  if (typeof text !== 'string' || text === '') return 'no_text';
  if (text.length > 40_000) return 'msg_too_long';
  if (all.length > 50) return 'invalid_blocks';
  if (JSON.stringify(all).length > 13_200) return 'msg_blocks_too_long';
  return all.flatMap((block) => blockFault(block) ?? [])[0];
}

function blockFault({ type, text, elements = [] }: Block): string | undefined {
  const length = text?.text.length ?? 0;
  if (type === 'header')
    return length === 0 || length > 150 || text?.type !== 'plain_text' ? 'invalid_blocks' : undefined;
  if (type === 'section') return length === 0 || length > 3_000 ? 'invalid_blocks' : undefined;
  if (type === 'context') {
    const isRight =
      elements.length > 0 && elements.length <= 10 && elements.every((one) => String(one.text).length <= 2_000);
    return isRight ? undefined : 'invalid_blocks';
  }
  if (type === 'actions') {
    const isRight = elements.length > 0 && elements.length <= 25 && elements.every(isButton);
    return isRight ? undefined : 'invalid_blocks';
  }
  return 'invalid_blocks';
}

function isButton({ type, url = '', text }: NonNullable<Block['elements']>[number]): boolean {
  const label = (text as { text?: string } | undefined)?.text ?? '';
  return type === 'button' && url.length <= 3_000 && label.length > 0 && label.length <= 75;
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
