interface BodyText {
  readonly text: string;
  /** False where something of the body is no text in its charset; it became U+FFFD. */
  readonly validText: boolean;
  /** In which the text was read: the declared one, else UTF-8. */
  readonly charset: string;
}

/** The text of a body in the charset that its content type, or a mark at its beginning, declares. */
export function bodyText(bytes: Uint8Array, contentType = ''): BodyText {
  const declared = /;\s*charset\s*=\s*"?([\w.:-]+)"?/i.exec(contentType)?.[1];
  const charset = markedCharset(bytes) ?? (declared !== undefined && isKnown(declared) ? declared : 'utf-8');
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), validText: true, charset };
  } catch {
    return { text: new TextDecoder(charset).decode(bytes), validText: false, charset };
  }
}

/** A byte order mark outranks what is declared. https://encoding.spec.whatwg.org/#bom-sniff */
function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function isKnown(charset: string): boolean {
  try {
    new TextDecoder(charset);
    return true;
  } catch {
    return false;
  }
}
