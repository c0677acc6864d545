import { z } from "zod";
import { fileFacts, tierName } from "../release/schema.ts";

/** The files by which a site is checked; they are in no list themselves. */
export const listingFile = "site.json";
export const sumsFile = "SHA256SUMS";
export const signatureFile = "SHA256SUMS.sig";

/** `site.json`: how a site was built, and every other file of it. */
export const siteListing = z.strictObject({
  format: z.literal("plumbline-site/1"),
  tier: tierName,
  /** The path under which it is served. */
  base: z.string(),
  /** The address of its host; null where it was built for any. */
  site: z.string().nullable(),
  /** Identifiers of the releases it shows, in the order in which they were published. */
  releases: z.array(z.string()),
  files: z.array(fileFacts),
});

export type SiteListing = z.infer<typeof siteListing>;
