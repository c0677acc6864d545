import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "../proof/canonical.ts";
import { factsOf, listFiles } from "../release/files.ts";
import { namespaces } from "../trust/ssh/allowed-signers.ts";
import { encodeText } from "../trust/bytes.ts";
import type { SigningKeys } from "../trust/keys/keys.ts";
import { signFile } from "../trust/ssh/ssh-signature.ts";
import { formatSums } from "../trust/ssh/sums.ts";
import { listingFile, signatureFile, siteListing, sumsFile, type SiteListing } from "./listing.ts";

/**
 * Writes into a finished site the list of its files, the sums by which anybody can check them with
 * `sha256sum --check`, and their signature where there is a key.
 */
export async function writeListing(
  folder: string,
  about: Omit<SiteListing, "format" | "files">,
  keys: SigningKeys | undefined,
): Promise<void> {
  const files = await listFiles(folder);
  const listing = siteListing.parse({ format: "plumbline-site/1", ...about, files });
  const text = `${canonicalJson(listing)}\n`;
  await writeFile(join(folder, listingFile), text);
  const sums = encodeText(formatSums([...files, factsOf(listingFile, encodeText(text))]));
  await writeFile(join(folder, sumsFile), sums);
  if (keys === undefined) return;
  const signature = await signFile(sums, namespaces.site, keys.release);
  await writeFile(join(folder, signatureFile), signature);
}
