import { sha256Of } from '../../../platform/files/file-digest.ts';

/** What the first line of an installed template says: which one it is, of which version, and what it was. */
interface TemplateHeader {
  /** Its file among the templates. */
  readonly template: string;
  readonly version: string;
  /** Of the text below it when it was installed, pins left out. */
  readonly digest: string;
}

const HEADER = /^# release-actions: ([a-z0-9-]+\.yml) (\d+\.\d+\.\d+\S*) ([0-9a-f]{16})\r?\n/;
const USES = /^(\s*(?:-\s+)?uses:\s*["']?)([^\s@"']+)@([^\s"'#]+)(["']?)([ \t]*#[^\r\n]*)?/gm;

/** The text as it is installed: with the line by which it is known later. */
export function withHeader(template: string, version: string, text: string): string {
  return `# release-actions: ${template} ${version} ${digestOf(text)}\n${text}`;
}

/** The header of a file and the text below it; undefined where it was not installed by us. */
export function readHeader(file: string): { readonly header: TemplateHeader; readonly text: string } | undefined {
  const [line, template = '', version = '', digest = ''] = HEADER.exec(file) ?? [];
  return line === undefined ? undefined : { header: { template, version, digest }, text: file.slice(line.length) };
}

/** Whether nobody changed it since it was installed; what Dependabot does to pins is no change. */
export function isAsInstalled({ header, text }: { readonly header: TemplateHeader; readonly text: string }): boolean {
  return digestOf(text) === header.digest;
}

/** The same of every line end and every pin. */
function digestOf(text: string): string {
  const plain = text.replace(/\r\n/g, '\n').replace(USES, '$1$2$4');
  return sha256Of(plain).slice(0, 16);
}

/** The new text with the pins of the present one, for everything that both use. */
export function withPinsOf(present: string, text: string): string {
  const pins = new Map(
    [...present.matchAll(USES)].map(([, , name = '', pin = '', , note = '']) => [keyOf(name), { pin, note }]),
  );
  return text.replace(USES, (whole, before: string, name: string, _pin: string, quote: string) => {
    const kept = pins.get(keyOf(name));
    return kept === undefined ? whole : `${before}${name}@${kept.pin}${quote}${kept.note}`;
  });
}

/** All that is ours is of one version; others each have their own. */
function keyOf(name: string): string {
  return /^[^/]+\/release-actions(\/|$)/.test(name) ? 'release-actions' : name.toLowerCase();
}
