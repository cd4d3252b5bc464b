import { escapeMarkdown } from '../text/markdown.ts';

/** In a secret of several lines, shorter ones are braces and ends, and a name with nothing behind it is none. */
const SHORTEST_LINE = 8;

/** The lines of a secret of several that are secret each for itself; of one line, that line. */
export function secretLines(secret: string): string[] {
  const lines = secret.trim().split(/[\r\n]+/);
  if (lines.length === 1) return lines;
  return lines.map((line) => line.trim()).filter((line) => line.length >= SHORTEST_LINE && !line.endsWith(':'));
}

/**
 * The forms in which a secret leaves a process: as it is, each line of it, escaped for JSON, a URL, a form or Markdown, and
 * within base64, as basic credentials carry it. Forms shorter than `shortest` are left out: they stand in other words.
 */
export function encodingsOf(secret: string, shortest: number): string[] {
  const plain = [...new Set([secret, secret.trim(), ...secretLines(secret)])];
  return [...plain.flatMap(escaped), ...plain.flatMap(inBase64)].filter((form) => form.trim().length >= shortest);
}

function escaped(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const url = encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
  const form = new URLSearchParams([['', text]]).toString().slice(1);
  const forms = [text, json, JSON.stringify(json).slice(1, -1), url, form, escapeMarkdown(text)];
  return [...new Set([...forms, url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])];
}

/**
 * In base64 the text looks different by how many bytes stand before it (`user:` in basic credentials), modulo three. Its
 * first and last characters depend on the neighbours and are left out; what is too short then is no sign of the secret.
 */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  const cores = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const end = (before + bytes.length) % 3 === 0 ? whole.length : whole.length - 1;
    return whole.slice(before === 0 ? 0 : before + 1, end);
  });
  return cores
    .flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')])
    .filter((core) => core.length >= LEAST_BASE64);
}

const LEAST_BASE64 = 8;
