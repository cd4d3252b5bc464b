import { wellFormed } from '../../../platform/text/well-formed.ts';
import type { Status, TrainView } from '../status.ts';
import { brief, html } from './html.ts';

const MOST_ENTRIES = 50;

/** Atom (RFC 4287) of the trains that released something, the newest first. */
export function feedOf(status: Status): string {
  const id = `urn:release-actions:${inUrn(status.repository ?? status.name)}`;
  const entries = status.trains.ended.filter(({ released }) => released > 0).slice(0, MOST_ENTRIES);
  const updated = entries[0]?.endedAt ?? status.generatedAt;
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>${brief(status.name)}: releases</title>
    <updated>${updated}</updated><author><name>release-actions</name></author>
    ${entries.map((train) => entryOf(train, id))}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}

function entryOf(
  { id, name, environment, status, endedAt, runUrl, components = [], released, total }: TrainView,
  feed: string,
) {
  const versions = components
    .filter((one) => one.status === 'succeeded')
    .map((one) => `${one.id} ${one.version ?? ''}`.trim());
  const text = versions.length > 0 ? versions.join(', ') : `${released} of ${total} components`;
  const link = runUrl !== undefined && /^https?:\/\//.test(runUrl) && html`<link href="${runUrl}"/>`;
  return html`<entry><id>${`${feed}:${inUrn(id)}`}</id><title>${brief(name)}${environment !== undefined && html` to ${brief(environment)}`}: ${status}</title>
    <updated>${endedAt}</updated>${link}<content type="text">${brief(text, 4_000)}</content></entry>`;
}

function inUrn(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
