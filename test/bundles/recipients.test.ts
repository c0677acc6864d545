import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseRecipients } from "../../src/seal/choose.ts";
import { parseIdentities, formatIdentity, readIdentities } from "../../src/seal/identities.ts";
import { readRecipients } from "../../src/seal/recipients.ts";
import { plumbline, root } from "../command.ts";
import { makeTemporary } from "../trust/programme.ts";
import { people, recipientsFile } from "./site.ts";

const key = people.inspector.recipient;
const recovery = `recovery:
  - { name: Safe, key: ${people.safe.recipient} }
  - { name: Notary, key: ${people.notary.recipient} }
`;
const line = (more = ""): string =>
  `recipients:\n  - { name: Inspector, tier: auditor, key: ${key}, expires: 2027-12-31${more} }\n`;

async function read(yaml: string): Promise<unknown> {
  const path = join(await makeTemporary(), "recipients.yaml");
  await writeFile(path, yaml);
  return readRecipients(path);
}

test("a file of recipients says who, for which tier, with which key, until when", async () => {
  const { recipients, recovery: spare } = (await read(line() + recovery)) as typeof recipientsFile;
  expect(recipients).toEqual([{ name: "Inspector", tier: "auditor", key, expires: "2027-12-31" }]);
  expect(spare.map(({ name }) => name)).toEqual(["Safe", "Notary"]);
});

/** 32 zero bytes, well written: what is agreed with it is no secret. */
const zeroKey = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z";
const changed = key.slice(0, -1) + (key.endsWith("q") ? "p" : "q");
const faults: [string, string, RegExp][] = [
  ["no recovery", line(), /yaml:1:1: recovery is missing/],
  [
    "one recovery key",
    line() + recovery.split("\n").slice(0, 2).join("\n"),
    /:3:1: recovery names fewer than two keys/,
  ],
  ["a mistyped word", line(", expire: 1") + recovery, /yaml:2:\d+: expire: did you mean expires\?/],
  [
    "an unknown tier",
    line().replace("auditor", "public") + recovery,
    /yaml:2:\d+: recipients\[1\].tier is not known/,
  ],
  [
    "a mistyped key",
    line().replace(key, changed) + recovery,
    /yaml:2:\d+: recipients\[1\].key cannot be encrypted to/,
  ],
  [
    "a private key",
    line().replace(key, people.inspector.secret) + recovery,
    /is not a public key of age/,
  ],
  [
    "a key of another kind",
    line().replace(key, `age1pq${key.slice(4)}`) + recovery,
    /is not a public key of age/,
  ],
  ["the key of no point", line().replace(key, zeroKey) + recovery, /key cannot be encrypted to/],
  ["no day", line().replace("2027-12-31", "2027-02-30") + recovery, /expires is a day, such as/],
  [
    "a name twice",
    line() + recovery.replace("Safe", "Inspector"),
    /yaml:4:\d+: recovery\[1\].name is used twice/,
  ],
  [
    "a key twice",
    line() + recovery.replace(people.notary.recipient, key),
    /yaml:5:\d+: recovery\[2\].key is that of Inspector as well/,
  ],
  [
    "a name that a terminal acts on",
    line().replace("Inspector", '"a\\e[2J"') + recovery,
    /holds a letter that cannot be seen/,
  ],
];

test.each(faults)(
  "a file of recipients with %s is refused, with its place",
  async (_, yaml, said) => {
    await expect(read(yaml)).rejects.toThrow(said);
  },
);

test("a file of recipients that is not there is asked for", async () => {
  await expect(readRecipients("no-such.yaml")).rejects.toThrow("There is no no-such.yaml");
});

const october = { tier: "auditor", published: "2026-10-30" } as const;

test("a release is sealed to whoever of its tier is neither expired nor revoked, and says who is not", () => {
  const { recipients, recovery: spare, leftOut } = chooseRecipients(recipientsFile, october);
  expect(recipients.map(({ name }) => name)).toEqual(["Inspector"]);
  expect(spare.map(({ name }) => name)).toEqual(["Safe", "Notary"]);
  expect(leftOut.map(({ name, why, day }) => [name, why, day])).toEqual([
    ["Former inspector", "expired", "2026-10-29"],
    ["Lost laptop", "revoked", "2026-11-02"],
  ]);
});

test("a key counts up to the day on which it expires, by the day of publication", () => {
  const names = (published: string) =>
    chooseRecipients(recipientsFile, { tier: "auditor", published }).recipients.map(
      ({ name }) => name,
    );
  expect(names("2026-10-29")).toContain("Former inspector");
  expect(names("2026-10-30")).not.toContain("Former inspector");
  expect(names("2027-12-31")).toEqual(["Inspector"]);
  expect(() => names("2028-01-01")).toThrow("Inspector: the key expired on 2027-12-31");
});

test("a revoked key is sealed nothing any more, not even a release of before its revocation", () => {
  const earlier = chooseRecipients(recipientsFile, { tier: "auditor", published: "2026-07-31" });
  expect(earlier.recipients.map(({ name }) => name)).not.toContain("Lost laptop");
});

test("who is asked for by name has to be there, of the tier, and with a good key", () => {
  const ask = (only: string) => () =>
    chooseRecipients(recipientsFile, { ...october, only: [only] });
  expect(ask("Inspector")().recipients).toHaveLength(1);
  expect(ask("Inspecter")).toThrow('names nobody called "Inspecter": did you mean Inspector?');
  expect(ask("Mallory")).toThrow('names nobody called "Mallory".');
  expect(ask("Board")).toThrow("Board may read the sponsor tier, and you seal the auditor tier.");
  expect(ask("Former inspector")).toThrow("the key expired on 2026-10-29");
  expect(ask("Lost laptop")).toThrow("the key was revoked on 2026-11-02");
});

test("with nobody to seal to nothing is sealed", () => {
  const none = { ...recipientsFile, recipients: [] };
  expect(() => chooseRecipients(none, october)).toThrow("names none of the auditor tier");
});

test("a file of identities may hold comments, empty lines and more than one key", async () => {
  const { inspector, stranger } = people;
  const text = `# mine\r\n\n${inspector.secret}\r\n# old\n${stranger.secret}`;
  expect(await parseIdentities(text, "me.txt")).toEqual([inspector, stranger]);
});

test("an identity that was made is one that can be read, and says its public key", async () => {
  const { text, recipient } = await formatIdentity("Inspector");
  expect(text).toMatch(
    /^# Inspector\n# public key: age1[a-z0-9]{58}\nAGE-SECRET-KEY-1[A-Z0-9]{58}\n$/,
  );
  expect((await parseIdentities(text, "me.txt")).map((one) => one.recipient)).toEqual([recipient]);
});

const wrongIdentities: [string, string, RegExp][] = [
  ["nothing", "# nothing\n", /holds no key/],
  ["a public key", `${key}\n`, /line 1 is a public key/],
  ["a mistyped key", `\n${people.inspector.secret.slice(0, -1)}\n`, /line 2 is no private key/],
  ["a key of SSH", "-----BEGIN OPENSSH PRIVATE KEY-----\n", /a key of another kind/],
  ["a key for later computers", "AGE-SECRET-KEY-PQ-1ABC\n", /line 1 is a key of another kind/],
  ["an encrypted file", "age-encryption.org/v1\n-> scrypt", /is itself encrypted/],
];

test.each(wrongIdentities)(
  "a file of identities with %s is refused, and not shown",
  async (_, text, said) => {
    const refused = await parseIdentities(text, "me.txt").catch((error: unknown) => error);
    expect(String(refused)).toMatch(said);
    expect(String(refused)).not.toContain(people.inspector.secret.slice(17, 40));
  },
);

test.skipIf(process.platform === "win32")(
  "an identity that others can read is refused",
  async () => {
    const path = join(await makeTemporary(), "me.txt");
    await writeFile(path, people.inspector.secret, { mode: 0o644 });
    await expect(readIdentities(path)).rejects.toThrow("Others on this machine can read");
    await expect(readIdentities(`${path}.gone`)).rejects.toThrow("There is no");
  },
);

test("keygen makes an identity that its owner alone can read, outside of what is published, once", async () => {
  const dir = join(await makeTemporary(), "me");
  const make = (folder: string, name = "The Board") =>
    plumbline(["keygen", folder, "--role", "recipient", "--name", name]);
  const { code, out } = await make(dir);
  expect(code).toBe(0);
  const [own] = await readIdentities(join(dir, "recipient.txt"));
  expect(out).toContain(own!.recipient);
  expect(out).not.toContain(own!.secret);
  expect((await make(dir)).err).toMatch(/recipient\.txt is there already/);
  expect((await make(join(root, "keys"))).err).toMatch(/no place for private keys/);
  expect((await make(join(dir, "b"), "a\nAGE-SECRET-KEY-1")).err).toMatch(/cannot be the name/);
});
