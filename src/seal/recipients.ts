import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isRecipient } from "../engines/age.ts";
import { decode, parseSource, problemAt, problemFrom, type Source } from "../programme/faults.ts";
import { day, name, sealedTier } from "./manifest.ts";
import { sealProblems } from "./problems.ts";

const ageKey = z
  .string({ error: "is a public key of age, such as age1…" })
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, "is not a public key of age (X25519): age1 and 58 letters");

const recipient = z.strictObject({
  name,
  tier: sealedTier,
  key: ageKey,
  /** The last day of publication on which something is sealed to the key. */
  expires: day,
  /** The day on which it was revoked: from then on nothing is sealed to it, whatever its release. */
  revoked: day.optional(),
});

const recoveryKey = z.strictObject({ name, key: ageKey });

/** `recipients.yaml`: who may read which tier, and who can recover a bundle when keys are lost. */
export const recipientsFile = z.strictObject(
  {
    recipients: z.array(recipient),
    recovery: z
      .array(recoveryKey)
      .min(2, "names fewer than two keys: were one lost, nobody could recover a bundle"),
  },
  { error: "says who the recipients are, and two keys for recovery: see docs/sealed-bundles.md" },
);

export type Recipient = z.infer<typeof recipient>;
export type RecipientsFile = z.infer<typeof recipientsFile>;

/**
 * Reads and checks the operator's list of recipients.
 * @throws Problem with file, line and column of the first fault
 */
export async function readRecipients(path: string): Promise<RecipientsFile> {
  const bytes = await readFile(path).catch(() => {
    throw sealProblems.noRecipients(path);
  });
  const source = parseSource(path, decode(path, bytes));
  const parsed = recipientsFile.safeParse(source.document.toJS({ maxAliasCount: 20 }));
  if (!parsed.success) throw problemFrom(source, parsed.error, recipientsFile);
  await checkKeys(source, parsed.data);
  return parsed.data;
}

/** Each key is one that can be encrypted to; no name and no key is there twice. */
async function checkKeys(source: Source, { recipients, recovery }: RecipientsFile): Promise<void> {
  const all = [
    ...recipients.map((one, at) => ({ ...one, path: ["recipients", at] })),
    ...recovery.map((one, at) => ({ ...one, path: ["recovery", at] })),
  ];
  const names = new Set<string>();
  const keys = new Map<string, string>();
  for (const { name: own, key, path } of all) {
    if (!(await isRecipient(key))) {
      throw problemAt(
        source,
        [...path, "key"],
        "cannot be encrypted to: it most likely has a typing error",
      );
    }
    if (names.has(own)) throw problemAt(source, [...path, "name"], "is used twice");
    const other = keys.get(key);
    // A revoked key that came back under another name would be sealed to again.
    if (other !== undefined)
      throw problemAt(source, [...path, "key"], `is that of ${other} as well`);
    names.add(own);
    keys.set(key, own);
  }
}
