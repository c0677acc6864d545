const prefix = "#sql=";

/** The SQL that an address holds after its “#”, which a browser sends to nobody. */
export function readLink(hash: string): string | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(hash.slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** Browsers and mail take addresses of this many characters. */
const longest = 30_000;

/** The end of an address that holds the SQL; none where it would be too long. */
export function writeLink(sql: string): string | undefined {
  // Halves of a character, which an address cannot hold, become the sign for what is not known.
  const link = prefix + encodeURIComponent(sql.toWellFormed());
  return link.length > longest ? undefined : link;
}
