import { wellFormed } from '../../../platform/text/well-formed.ts';

/** Markup of ours. Whatever else is put into a template is text, and is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | undefined | false | Html | readonly Html[];

/** `html`<b>${name}</b>``: the only way to make markup from values. Line breaks of the template itself are left out. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const texts = parts.map((part) => part.replace(/\n\s*/g, ''));
  return new Html(texts.reduce((text, part, index) => text + shown(values[index - 1]) + part));
}

function shown(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return escaped(String(value));
}

/** Control characters are not allowed in XML, and those that turn the direction of text would turn what follows. */
const NOT_SHOWN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, XML and their attributes. */
function escaped(text: string): string {
  return wellFormed(text)
    .replace(NOT_SHOWN, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const LONGEST = 200;

/** What somebody else wrote can be of any length. */
export function brief(text: string, most = LONGEST): string {
  const signs = [...text.slice(0, most * 2)];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}

/** A link where the target is an address of the web, else the text alone. */
export function anchor(text: string, target: string | undefined): Html {
  return target !== undefined && /^https?:\/\//.test(target) ? html`<a href="${target}">${text}</a>` : html`${text}`;
}

/** `2026-11-25 10:04 UTC`, for machines too. */
export function moment(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** `25 Nov` of an ISO time. */
export function day(iso: string): string {
  const date = new Date(iso);
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
