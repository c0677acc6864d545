import { readFile, rm } from "node:fs/promises";
import { expect } from "vitest";
import { missing, startGate, type Gate } from "./apache.ts";
import { sendRaw, signIn, type Jar } from "./client.ts";
import { canary, listLogs, makeFixture, type Fixture, type Tier } from "./fixture.ts";
import { findPorts } from "./ports.ts";
import { startProvider, type TestProvider } from "./provider.ts";

if (missing.length > 0) {
  throw new Error(
    `There is no ${missing.join(" and no ")}. On Debian: apt-get install -y apache2-bin libapache2-mod-auth-openidc`,
  );
}

/** What every answer bears, whatever it is. */
export const headers = {
  "cache-control": /(?:^|, )no-store\b/,
  "strict-transport-security": /^max-age=\d{8}$/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "content-security-policy": /frame-ancestors 'none'/,
  "referrer-policy": /^no-referrer$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
};

/** What no answer says, nor any log. */
const betrays = /Apache\/|OpenSSL|mod_auth|Index of|Server Status|\bstack\b|subject-of-/;
const told = /subject-of-|"groups"|code=|state=|id_token=|eyJ[\w-]*\.|__Host-plumbline=|download=1/;

export const statusOf = (raw: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0);

/** A gate, its provider and two visitors, for the tests of one file. */
export interface Place {
  readonly fixture: Fixture;
  readonly provider: TestProvider;
  readonly gate: Gate;
  /** The port of a second gate, which the provider knows too; none is there yet. */
  readonly other: number;
  /** Whoever signed in at the auditors' origin and may not read there; and who may. */
  readonly sponsor: Jar;
  readonly reader: Jar;
}

export async function startPlace(): Promise<Place> {
  const fixture = await makeFixture();
  const [at, port, other] = await findPorts(3);
  const provider = await startProvider(fixture, at!, [port!, other!]);
  const gate = await startGate({ fixture, port: port!, issuer: provider.issuer });
  const enter = async (name: string): Promise<Jar> =>
    (await signIn(`${gate.origin("auditor")}/`, name)).jar;
  const [sponsor, reader] = await Promise.all([enter("sponsor"), enter("auditor")]);
  return { fixture, provider, gate, other: other!, sponsor, reader };
}

export async function stopPlace({ fixture, provider, gate }: Place): Promise<void> {
  await Promise.all([gate.stop(), provider.stop()]);
  await rm(fixture.folder, { recursive: true, force: true });
}

export function addressOf({ gate }: Place, path: string, tier: Tier = "auditor"): string {
  return `${gate.origin(tier)}${path}`;
}

export function hostOf({ gate }: Place, tier: Tier): string {
  return new URL(gate.origin(tier)).host;
}

export function cookieOf(place: Place, jar: Jar): string {
  return jar.header(hostOf(place, "auditor"));
}

/** Sends bytes to the auditors' origin, with a cookie where one is given. */
export async function probe(place: Place, bytes: string, cookie?: string): Promise<string> {
  const filled = bytes
    .replaceAll("@auditor", hostOf(place, "auditor"))
    .replaceAll("@sponsor", hostOf(place, "sponsor"))
    .replaceAll("@port", String(place.gate.port));
  const sent = cookie === undefined ? filled : filled.replace("\r\n", `\r\nCookie: ${cookie}\r\n`);
  return sendRaw(place.gate.port, "auditor.localhost", sent);
}

/** Nothing of a tier, of the server, of its folders or of its secrets; and every header. */
export function expectNothing({ fixture, provider, gate }: Place, raw: string): void {
  const secrets = Object.values(fixture.secrets);
  for (const word of [...Object.values(canary), ...secrets, fixture.folder]) {
    expect(raw).not.toContain(word);
  }
  expect(raw).not.toMatch(betrays);
  const head = raw.split("\r\n\r\n")[0]!;
  for (const [name, value] of Object.entries(headers)) {
    const found = new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1];
    expect(found, name).toMatch(value);
  }
  expect(head).not.toMatch(/^(?:etag|last-modified|x-reader|x-powered-by|access-control-.*):/im);
  const sentTo = /^location: (.*)$/im.exec(head)?.[1];
  const known = [provider.issuer, gate.origin("auditor"), gate.origin("sponsor")];
  if (sentTo !== undefined) expect(known).toContain(new URL(sentTo).origin);
}

/** The logs hold paths and pseudonyms: no query, claim, cookie, token or secret. */
export async function expectQuietLogs({ fixture, gate, reader }: Place): Promise<void> {
  const files = await listLogs(gate.logs);
  const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
  const log = texts.join("\n");
  expect(log).toMatch(/GET \/index\.html 200 \d+ \d+ reader=[0-9a-f]{40}$/m);
  expect(log).toMatch(/GET \/ 403 \d+ \d+ reader=[0-9a-f]{40}$/m);
  expect(log.split("\n").filter((line) => told.test(line))).toEqual([]);
  expect(texts.filter((_, at) => files[at]!.includes("access")).join("")).not.toContain("?");
  const secrets = Object.values(fixture.secrets);
  const session = reader.get(new URL(gate.origin("auditor")).host, "__Host-plumbline")!;
  for (const secret of [...secrets, session]) expect(log).not.toContain(secret);
}
