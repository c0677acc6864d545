import { z } from "zod";
import { canonicalJson } from "../proof/canonical.ts";
import { decodeText, encodeText, equalBytes, type Bytes } from "../trust/bytes.ts";
import { sealProblems } from "./problems.ts";

/** A day of the calendar, "2026-10-30". */
export const day = z
  .string({ error: "is a day, such as 2027-12-31" })
  .refine(isDay, "is a day, such as 2027-12-31");

/** Text that is shown in terminals, so that it holds nothing that they would act on. */
const shown = z
  .string({ error: "is a text; put it in quotes" })
  .trim()
  .min(1, "is empty")
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "holds a letter that cannot be seen");

/** Who somebody is. */
export const name = shown.max(100, "is longer than 100 letters");

/** Tiers that are not for everybody. */
export const sealedTier = z.enum(["sponsor", "auditor"]);
export type SealedTier = z.infer<typeof sealedTier>;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const holder = z.strictObject({ name, key: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/) });

/** What a bundle says of revocation, in its manifest and to whoever seals or opens it. */
export const revocationRule =
  "A revocation takes effect from the bundle that leaves the key out, and not before: " +
  "whoever an earlier bundle was sealed to can still read that one.";

/** What is unpacked in memory: 2 GiB. */
const mostBytes = 2 ** 31;

const fields = z.strictObject({
  format: z.literal("plumbline-bundle/1"),
  programme: z.strictObject({ id, name: shown }),
  release: id,
  tier: sealedTier,
  /** The release's day of publication, by which keys count as expired. */
  published: day,
  /** The encrypted file, with the two sums by which one changed byte is found. */
  file: z.strictObject({
    bytes: count,
    sha256: digest,
    locator: z.tuple([count, count]),
  }),
  /**
   * The archive in it: its size, its digest, and the digest by which the log names the release.
   * No digest where the release is not blinded: the few numbers that a count can be could be
   * tried until the digest fits.
   */
  content: z.strictObject({
    bytes: count.max(mostBytes),
    sha256: digest.nullable(),
    logged: digest.nullable(),
  }),
  recipients: z.array(holder.extend({ expires: day })).min(1),
  recovery: z.array(holder).min(2),
  leftOut: z.array(holder.extend({ why: z.enum(["expired", "revoked"]), day })),
  revocation: z.literal(revocationRule),
});

/** What is in a bundle and who can read it, as everybody may know who sees it. */
export type BundleManifest = z.infer<typeof fields>;

/** The bytes that are signed: canonical JSON (RFC 8785). */
export function formatManifest(manifest: BundleManifest): Bytes {
  return encodeText(`${canonicalJson(fields.parse(manifest))}\n`);
}

/**
 * @param path names the file in a message
 * @throws Problem (a fault) for anything but a manifest, written as this program writes it
 */
export function parseManifest(bytes: Bytes, path: string): BundleManifest {
  const parsed = fields.safeParse(readJson(bytes));
  if (!parsed.success) throw sealProblems.badManifest(path, "a part of it is missing or unknown");
  const manifest = parsed.data;
  if (!equalBytes(formatManifest(manifest), bytes)) {
    throw sealProblems.badManifest(path, "it is not written as it was made");
  }
  const { recipients, recovery, leftOut, published } = manifest;
  const keys = [...recipients, ...recovery, ...leftOut].map(({ key }) => key);
  if (new Set(keys).size !== keys.length) {
    throw sealProblems.badManifest(path, "it names a key twice");
  }
  const expired = recipients.find(({ expires }) => expires < published);
  if (expired !== undefined) {
    throw sealProblems.badManifest(path, `the key of ${expired.name} had expired`);
  }
  return manifest;
}

function readJson(bytes: Bytes): unknown {
  try {
    return JSON.parse(decodeText(bytes) ?? "");
  } catch {
    return undefined;
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time);
  return shaped && new Date(time).toISOString().startsWith(text);
}
