import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGate, type Gate } from "./apache.ts";
import { ask, signIn } from "./client.ts";
import { canary } from "./fixture.ts";
import { findPorts } from "./ports.ts";
import {
  addressOf,
  cookieOf,
  expectNothing,
  expectQuietLogs,
  hostOf,
  probe,
  startPlace,
  statusOf,
  stopPlace,
  type Place,
} from "./place.ts";

let place: Place;
beforeAll(async () => {
  place = await startPlace();
});
afterAll(async () => {
  await stopPlace(place);
});

/** A sign that is not this one: what is drawn by chance may begin with any. */
const another = (sign: string): string => (sign === "a" ? "b" : "a");

describe("cookies and states", () => {
  const session = (): string => place.reader.get(hostOf(place, "auditor"), "__Host-plumbline")!;
  const ofSession = (value: string): Promise<string> =>
    probe(
      place,
      "GET / HTTP/1.1\r\nHost: @auditor\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
      `__Host-plumbline=${value}`,
    );

  test("the right session opens, so that the others are refused for what is wrong with them", async () => {
    expect(await ofSession(session())).toContain(canary.auditor);
  });

  test.each<[string, (value: string) => string]>([
    ["with its first sign changed", (value) => value.replace(/^./, another)],
    ["with its last sign changed", (value) => value.replace(/.$/, another)],
    ["cut off", (value) => value.slice(0, -4)],
    ["longer", (value) => `${value}0`],
    ["in capitals", (value) => value.toUpperCase()],
    ["twice over", (value) => value + value],
    ["as a pattern", () => "*"],
    ["as a path", () => "../../x"],
  ])("a session %s opens nothing", async (_, change) => {
    const raw = await ofSession(change(session()));
    expect(statusOf(raw)).toBe(302);
    expectNothing(place, raw);
  });

  test("a session of the sponsors' origin opens nothing at the auditors', even of somebody who may read both", async () => {
    const { jar } = await signIn(addressOf(place, "/", "sponsor"), "both");
    const cookie = jar.get(hostOf(place, "sponsor"), "__Host-plumbline")!;
    const raw = await ofSession(cookie);
    expect(raw).not.toContain(canary.auditor);
    expect([302, 401]).toContain(statusOf(raw));
  });

  test("a callback counts once, in the browser that began, with the state that it was given", async () => {
    const begun = await signIn(addressOf(place, "/"), "auditor", { until: /\/gate\/callback/ });
    const callback = begun.way.at(-1)!;
    const cookie = cookieOf(place, begun.jar);
    const other = await signIn(addressOf(place, "/"), "auditor", { until: /\/gate\/callback/ });
    const stranger = await ask(callback);
    const mixed = await ask(callback, { headers: { cookie: cookieOf(place, other.jar) } });
    const changed = await ask(callback.replace(/(?<=state=)./, another), {
      headers: { cookie },
    });
    const first = await ask(callback, { headers: { cookie } });
    const again = await ask(callback, { headers: { cookie } });
    for (const answer of [stranger, mixed, changed, again]) {
      expect(answer.raw).not.toMatch(/__Host-plumbline\n?[=:]/);
      const value = /__Host-plumbline=([^;]+)/.exec(answer.raw)?.[1];
      expect(value).toBeUndefined();
    }
    expect(/__Host-plumbline=([^;]+)/.exec(first.raw)?.[1]).toBeTruthy();
  });

  test("a page that was read once is not said to be unchanged, nor given in part", async () => {
    const cookie = cookieOf(place, place.reader);
    for (const header of [
      "If-None-Match: *",
      "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
      "Range: bytes=0-1",
    ]) {
      const raw = await probe(
        place,
        `GET /data/figures.json HTTP/1.1\r\nHost: @auditor\r\n${header}\r\nConnection: close\r\n\r\n`,
        cookie,
      );
      expect(statusOf(raw), header).toBe(200);
      expect(raw).toMatch(/^cache-control: no-store\r$/im);
      expect(raw).not.toMatch(/^(?:etag|last-modified):/im);
    }
  });

  test("whoever may read still gets no listing, no hidden file, no status, and a calm page for what is missing", async () => {
    const expected = {
      "/empty/": 403,
      "/data/": 403,
      "/.htaccess": 403,
      "/.hidden/notes.txt": 403,
      "/server-status": 403,
      "/server-info": 403,
      "/none/": 404,
      "/index.html/x": 404,
    };
    for (const [path, status] of Object.entries(expected)) {
      const raw = await probe(
        place,
        `GET ${path} HTTP/1.1\r\nHost: @auditor\r\nConnection: close\r\n\r\n`,
        cookieOf(place, place.reader),
      );
      expect(statusOf(raw), path).toBe(status);
      expectNothing(place, raw);
    }
  });
});

/** The same gate with sessions as short as the module allows. */
const startHasty = (): Promise<Gate> =>
  startGate({
    fixture: place.fixture,
    port: place.other,
    issuer: place.provider.issuer,
    settings: { GATE_SESSION: "15", GATE_IDLE: "10" },
  });

test("a session that has run out opens nothing until the provider is asked again", async () => {
  const hasty = await startHasty();
  const start = `${hasty.origin("auditor")}/methods/`;
  const { jar, last } = await signIn(start, "auditor");
  expect(last.body).toContain(canary.auditor);
  const asked = { headers: { cookie: jar.header(new URL(start).host) } };
  const begun = Date.now();
  // Kept busy, so that it is its age and not idleness that ends it.
  let answer = await ask(start, asked);
  while (answer.status === 200 && Date.now() - begun < 25_000) {
    await wait(1_000);
    answer = await ask(start, asked);
  }
  expect((Date.now() - begun) / 1000).toBeLessThan(20);
  expect(answer.status).toBe(302);
  expect(answer.raw).not.toContain(canary.auditor);
  await hasty.stop();
});

test.each(["GATE_TOKEN_ENDPOINT", "GATE_JWKS"])(
  "with nothing at %s a sign-in ends at one calm page",
  async (name) => {
    const [closed] = await findPorts(1);
    const gate = await startGate({
      fixture: place.fixture,
      port: place.other,
      issuer: place.provider.issuer,
      settings: { [name]: `https://id.localhost:${closed}/x` },
    });
    const { last } = await signIn(`${gate.origin("auditor")}/`, "auditor");
    await gate.stop();
    expect(last.body).toContain("<h1>Sign-in does not work at the moment</h1>");
    expect(last.body.match(/<html/g)).toHaveLength(1);
    expect(last.raw).not.toContain(canary.auditor);
  },
);

test("a restart ends every session", async () => {
  let hasty = await startHasty();
  const start = `${hasty.origin("sponsor")}/`;
  const { jar, last } = await signIn(start, "sponsor");
  expect(last.body).toContain(canary.sponsor);
  await hasty.stop();
  hasty = await startHasty();
  const answer = await ask(start, { headers: { cookie: jar.header(new URL(start).host) } });
  expect(answer.status).toBe(302);
  expect(answer.raw).not.toContain(canary.sponsor);
  await hasty.stop();
});

test("the logs hold paths and pseudonyms: no query, claim, cookie, token or secret", async () => {
  // Somebody who may not read, beside those above.
  await signIn(addressOf(place, "/"), "public");
  await signIn(addressOf(place, "/"), "auditor");
  await expectQuietLogs(place);
});
