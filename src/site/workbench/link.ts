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

/** The end of an address that holds the SQL. */
export function writeLink(sql: string): string {
  return prefix + encodeURIComponent(sql);
}
