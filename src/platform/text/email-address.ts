interface EmailAddress {
  readonly address: string;
  /** The name before it, without quotes. */
  readonly name?: string;
}

/** One dot-atom, an at sign and a domain of a mail: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 without its quoted forms. */
const ADDRESS =
  /^(?=.{3,254}$)(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
/** A name that needs no encoding rules to be understood: no quotes inside, none of the characters that part addresses. */
const NAMED = /^(?:"([^"\\\p{Cc}]{1,100})"|([^"<>(),;:@\\[\]\p{Cc}]{1,100}?))\s*<([^<>\s]+)>$/u;

/**
 * The one address that a text is: `a@example.com` or `Name <a@example.com>`. Undefined for anything else: a list, a group, a
 * comment, a line end. What a mail library would make two recipients of is none here.
 */
export function parseAddress(text: string): EmailAddress | undefined {
  if (ADDRESS.test(text)) return { address: text };
  const [, quoted, plain, address = ''] = NAMED.exec(text) ?? [];
  if (!ADDRESS.test(address)) return undefined;
  const name = (quoted ?? plain ?? '').trim();
  return { address, ...(name !== '' && { name }) };
}
