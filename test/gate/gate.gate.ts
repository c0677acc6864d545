import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/browser.ts";
import { plumbline } from "../command.ts";
import { missing, startGate, type Gate } from "./apache.ts";
import { ask, sendRaw, signIn, type Jar } from "./client.ts";
import {
  canary,
  listLogs,
  makeFixture,
  tiers,
  writePublicSite,
  type Fixture,
  type Tier,
} from "./fixture.ts";
import { findPorts } from "./ports.ts";
import { probes } from "./probes.ts";
import { people, startProvider, type Lie, type TestProvider } from "./provider.ts";

if (missing.length > 0) {
  throw new Error(
    `There is no ${missing.join(" and no ")}. On Debian: apt-get install -y apache2-bin libapache2-mod-auth-openidc`,
  );
}

let fixture: Fixture;
let provider: TestProvider;
let gate: Gate;
/** The same gate with sessions as short as the module allows. */
let hasty: Gate;
let browser: Browser;
/** Whoever signed in at the auditors' origin and may not read there. */
let sponsor: Jar;
let reader: Jar;

beforeAll(async () => {
  fixture = await makeFixture();
  const [at, first, second] = await findPorts(3);
  provider = await startProvider(fixture, at!, [first!, second!]);
  const start = (port: number, settings = {}) =>
    startGate({ fixture, port, issuer: provider.issuer, settings });
  [gate, hasty, browser] = await Promise.all([
    start(first!),
    start(second!, { GATE_SESSION: "15", GATE_IDLE: "10" }),
    launchBrowser(),
  ]);
  sponsor = (await signIn(address("/"), "sponsor")).jar;
  reader = (await signIn(address("/"), "auditor")).jar;
});

afterAll(async () => {
  await Promise.all([browser.close(), gate.stop(), hasty.stop(), provider.stop()]);
  await rm(fixture.folder, { recursive: true, force: true });
});

const address = (path: string, tier: Tier = "auditor"): string => `${gate.origin(tier)}${path}`;
const hostOf = (tier: Tier): string => new URL(gate.origin(tier)).host;
const cookieOf = (jar: Jar, tier: Tier = "auditor"): string => jar.header(hostOf(tier));

const headers = {
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

/** Nothing of a tier, of the server, of its folders or of its secrets; and every header. */
function expectNothing(raw: string): void {
  const secrets = Object.values(fixture.secrets);
  for (const word of [...Object.values(canary), ...secrets, fixture.folder])
    expect(raw).not.toContain(word);
  expect(raw).not.toMatch(/Apache\/|OpenSSL|mod_auth|Index of|Server Status|stack|subject-of-/);
  const head = raw.split("\r\n\r\n")[0]!;
  for (const [name, value] of Object.entries(headers)) {
    const found = new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1];
    expect(found, name).toMatch(value);
  }
  expect(head).not.toMatch(/^(?:etag|last-modified|x-reader|x-powered-by|access-control-.*):/im);
  const sentTo = /^location: (.*)$/im.exec(head)?.[1];
  if (sentTo !== undefined)
    expect([provider.issuer, gate.origin("auditor"), gate.origin("sponsor")]).toContain(
      new URL(sentTo).origin,
    );
}

const statusOf = (raw: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0);

async function probe(bytes: string, cookie?: string): Promise<string> {
  const filled = bytes
    .replaceAll("@auditor", hostOf("auditor"))
    .replaceAll("@sponsor", hostOf("sponsor"));
  const sent = cookie === undefined ? filled : filled.replace("\r\n", `\r\nCookie: ${cookie}\r\n`);
  return sendRaw(gate.port, "auditor.localhost", sent);
}

describe.each(Object.entries(probes))("%s", (_, list) => {
  test.each(list)("$name: nothing without a session", async ({ bytes, expected }) => {
    const raw = await probe(bytes);
    expect(statusOf(raw)).toBe(expected);
    expectNothing(raw);
  });

  // A request that brings its own cookies is no less of one with a session in it.
  test.each(list)("$name: nothing to a sponsor among auditors", async ({ bytes }) => {
    expectNothing(await probe(bytes, cookieOf(sponsor)));
  });
});

test("the probes are many, and each has a name of its own", () => {
  const names = Object.values(probes).flatMap((list) => list.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
});

test("who is not let in cannot learn which pages there are", async () => {
  for (const cookie of [undefined, cookieOf(sponsor)]) {
    const answers = await Promise.all(
      ["/methods/", "/methods", "/data/figures.json", "/none/", "/none", "/data/none.json"].map(
        (path) =>
          probe(
            `GET ${path} HTTP/1.1\r\nHost: @auditor\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
            cookie,
          ),
      ),
    );
    expect(new Set(answers.map(statusOf)).size).toBe(1);
  }
});

describe("in a browser", () => {
  async function visit(name: string, tier: Tier) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const faults: string[] = [];
    const elsewhere: string[] = [];
    page.on("console", (message) => {
      if (!message.text().includes("status of 40")) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (![gate.origin(tier), provider.issuer].includes(new URL(request.url()).origin))
        elsewhere.push(request.url());
    });
    await page.goto(address("/methods/", tier));
    await page.fill("input[name=name]", name);
    const arrived = page.waitForResponse((response) =>
      response.url().startsWith(address("/methods/", tier)),
    );
    await page.click("button");
    const response = await arrived;
    await page.waitForLoadState();
    return {
      context,
      page,
      faults,
      elsewhere,
      status: response.status(),
      text: await page.innerText("body"),
    };
  }

  test.each<[string, Tier, number]>([
    ["auditor", "auditor", 200],
    ["auditor", "sponsor", 200],
    ["sponsor", "sponsor", 200],
    ["sponsor", "auditor", 403],
    ["public", "sponsor", 403],
    ["public", "auditor", 403],
  ])("somebody of the group %s who signs in at the %s tier gets %i", async (name, tier, status) => {
    const seen = await visit(name, tier);
    expect(seen.status).toBe(status);
    if (status === 200) expect(seen.text.trim()).toBe(canary[tier]);
    else {
      expect(seen.text).toMatch(/^Not open to you\s+Your sign-in does not open this part/);
      // The page is as it should look: its own style, allowed by its digest.
      expect(
        await seen.page.evaluate(
          () => getComputedStyle(document.querySelector("main")!).maxInlineSize,
        ),
      ).toBe("608px");
    }
    expect([seen.faults, seen.elsewhere]).toEqual([[], []]);
    const cookies = (await seen.context.cookies()).filter(({ name }) =>
      name.startsWith("__Host-plumbline"),
    );
    expect(cookies.map(({ name }) => name)).toEqual(["__Host-plumbline"]);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({
        secure: true,
        httpOnly: true,
        path: "/",
        domain: `${tier}.localhost`,
        expires: -1,
      });
      expect(cookie.sameSite).not.toBe("None");
    }
    await seen.context.close();
  });

  test("a session of one origin opens no other, though the provider remembers who it is", async () => {
    const seen = await visit("sponsor", "sponsor");
    const response = await seen.page.goto(address("/methods/", "auditor"));
    expect(response?.status()).toBe(403);
    expect(await seen.page.innerText("h1")).toBe("Not open to you");
    await seen.context.close();
  });

  test("who leaves is out, at the provider too, and the old cookie opens nothing", async () => {
    const seen = await visit("auditor", "auditor");
    const [cookie] = (await seen.context.cookies()).filter(
      ({ name }) => name === "__Host-plumbline",
    );
    await seen.page.goto(address("/gate/sign-out"));
    expect(seen.page.url()).toMatch(/\/session\/end/);
    const raw = await probe(
      "GET / HTTP/1.1\r\nHost: @auditor\r\nConnection: close\r\n\r\n",
      `__Host-plumbline=${cookie!.value}`,
    );
    expect(statusOf(raw)).toBe(401);
    expectNothing(raw);
    await seen.context.close();
  });

  test("while the provider cannot be reached, one calm page", async () => {
    provider.lie = "hangs up";
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(address("/"));
    await page.fill("input[name=name]", "auditor");
    await Promise.all([page.waitForURL(/\/gate\/callback/), page.click("button")]);
    provider.lie = undefined;
    expect((await page.innerText("body")).replaceAll(/\s+/g, " ")).toBe(
      "Sign-in does not work at the moment Nobody could confirm who you are; please try again in a few minutes.",
    );
    await page.click("text=try again");
    await page.waitForURL(address("/"));
    expect(await page.innerText("h1")).toBe(canary.auditor);
    await context.close();
  });

  test("a session that has run out opens nothing until the provider is asked again", async () => {
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
  });
});

describe("what a provider says of groups", () => {
  const expected: Record<string, readonly Tier[]> = {
    auditor: ["sponsor", "auditor"],
    both: ["sponsor", "auditor"],
    sponsor: ["sponsor"],
  };
  test.each(
    [...Object.keys(people), "other names"].map((name) => [
      name,
      expected[name]?.join(" and ") ?? "nothing",
    ]),
  )("%s: %s", async (name) => {
    for (const tier of tiers) {
      const { last } = await signIn(address("/", tier), name);
      const opens = expected[name]?.includes(tier) === true;
      expect(last.status === 200, tier).toBe(opens);
      expect(last.body.includes(canary[tier]), tier).toBe(opens);
    }
  });
});

describe("a token that is", () => {
  test.each<Lie>([
    ...(["not signed, alg none", "signature left out", "signed by another key"] as const),
    ...(["signed by the client's secret", "for another client", "for two clients"] as const),
    ...(["of another issuer", "of another sign-in", "without a nonce", "run out"] as const),
    ...(["never running out", "of an hour ago", "of an hour ahead", "without a subject"] as const),
    ...(["no token", "not JSON", "fault", "hangs up"] as const),
  ])("%s: nothing, and one calm page", async (lie) => {
    provider.lie = lie;
    const { last, jar } = await signIn(address("/"), "auditor").finally(
      () => (provider.lie = undefined),
    );
    expect(last.body).toMatch(/<h1>(?:Sign-in does not work at the moment|Please sign in)<\/h1>/);
    expect(last.body.match(/<html/g)).toHaveLength(1);
    expect(last.raw).not.toContain(canary.auditor);
    const after = await ask(address("/"), { headers: { cookie: cookieOf(jar) } });
    expect(after.raw).not.toContain(canary.auditor);
  });

  test("signed anew by the right key: that alone is believed", async () => {
    provider.lie = "signed anew by the right key";
    const { last } = await signIn(address("/"), "auditor").finally(
      () => (provider.lie = undefined),
    );
    expect(last.body).toContain(canary.auditor);
  });
});

describe("cookies and states", () => {
  const session = (): string => reader.get(hostOf("auditor"), "__Host-plumbline")!;
  const ofSession = (value: string): Promise<string> =>
    probe(
      "GET / HTTP/1.1\r\nHost: @auditor\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
      `__Host-plumbline=${value}`,
    );

  test("the right session opens, so that the others are refused for what is wrong with them", async () => {
    expect(await ofSession(session())).toContain(canary.auditor);
  });

  test.each<[string, (value: string) => string]>([
    [
      "with its first sign changed",
      (value) => (value.startsWith("a") ? "b" : "a") + value.slice(1),
    ],
    [
      "with its last sign changed",
      (value) => value.slice(0, -1) + (value.endsWith("a") ? "b" : "a"),
    ],
    ["cut off", (value) => value.slice(0, -4)],
    ["longer", (value) => `${value}0`],
    ["in capitals", (value) => value.toUpperCase()],
    ["twice over", (value) => value + value],
    ["as a pattern", () => "*"],
    ["as a path", () => "../../x"],
  ])("a session %s opens nothing", async (_, change) => {
    const raw = await ofSession(change(session()));
    expect(statusOf(raw)).toBe(302);
    expectNothing(raw);
  });

  test("a session of the sponsors' origin opens nothing at the auditors', even of somebody who may read both", async () => {
    const { jar } = await signIn(address("/", "sponsor"), "both");
    const cookie = jar.get(hostOf("sponsor"), "__Host-plumbline")!;
    const raw = await ofSession(cookie);
    expect(raw).not.toContain(canary.auditor);
    expect([302, 401]).toContain(statusOf(raw));
  });

  test("a callback counts once, in the browser that began, with the state that it was given", async () => {
    const begun = await signIn(address("/"), "auditor", { until: /\/gate\/callback/ });
    const callback = begun.way.at(-1)!;
    const cookie = cookieOf(begun.jar);
    const other = await signIn(address("/"), "auditor", { until: /\/gate\/callback/ });
    const stranger = await ask(callback);
    const mixed = await ask(callback, { headers: { cookie: cookieOf(other.jar) } });
    const changed = await ask(callback.replace(/state=./, "state=0"), { headers: { cookie } });
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
    const cookie = cookieOf(reader);
    for (const header of [
      "If-None-Match: *",
      "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
      "Range: bytes=0-1",
    ]) {
      const raw = await probe(
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
        `GET ${path} HTTP/1.1\r\nHost: @auditor\r\nConnection: close\r\n\r\n`,
        cookieOf(reader),
      );
      expect(statusOf(raw), path).toBe(status);
      expectNothing(raw);
    }
  });
});

test("a restart ends every session", async () => {
  const start = `${hasty.origin("sponsor")}/`;
  const { jar, last } = await signIn(start, "sponsor");
  expect(last.body).toContain(canary.sponsor);
  await hasty.stop();
  hasty = await startGate({ fixture, port: hasty.port, issuer: provider.issuer });
  const answer = await ask(start, { headers: { cookie: jar.header(new URL(start).host) } });
  expect(answer.status).toBe(302);
  expect(answer.raw).not.toContain(canary.sponsor);
});

test("what `plumbline headers` makes for Apache is taken by it, and a browser agrees with the page", async () => {
  const site = await writePublicSite(fixture.folder);
  const file = join(fixture.folder, "public-headers.conf");
  const said = await plumbline(["headers", "--dir", site, "--format", "apache", "--out", file]);
  expect(said).toMatchObject({ code: 0, err: "" });
  const [port] = await findPorts(1);
  const open = `
<VirtualHost *:${port}>
  ServerName https://public.localhost:${port}
  DocumentRoot ${site}
  SSLEngine On
  SSLCertificateFile ${fixture.certificate}
  SSLCertificateKeyFile ${fixture.key}
  <Directory ${site}>
    Require all granted
  </Directory>
  Include ${file}
</VirtualHost>
`;
  const server = await startGate({ fixture, port: port!, issuer: provider.issuer, more: open });
  try {
    const origin = `https://public.localhost:${port}`;
    const data = await ask(`${origin}/releases/one/files/figures.json`);
    expect([data.status, data.headers["access-control-allow-origin"]]).toEqual([200, "*"]);
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    const response = await page.goto(`${origin}/index.html`);
    expect(await page.title()).toBe("ran");
    expect(faults).toEqual([]);
    const sent = response!.headers();
    for (const [name, value] of Object.entries(headers)) {
      if (name !== "cache-control") expect(sent[name], name).toMatch(value);
    }
    expect(sent["content-security-policy"]).toMatch(
      /script-src 'self' 'sha256-.*; frame-ancestors 'none'$/,
    );
    expect(sent["access-control-allow-origin"]).toBeUndefined();
    await context.close();
  } finally {
    await server.stop();
  }
});

test("the logs hold paths and pseudonyms: no query, claim, cookie, token or secret", async () => {
  const files = await listLogs(gate.logs);
  const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
  const log = texts.join("\n");
  expect(log).toMatch(/GET \/index\.html 200 \d+ \d+ reader=[0-9a-f]{40}$/m);
  expect(log).toMatch(/GET \/methods\/ 403 \d+ \d+ reader=[0-9a-f]{40}$/m);
  const told = log
    .split("\n")
    .filter((line) =>
      /subject-of-|"groups"|code=|state=|id_token=|eyJ|__Host-plumbline=|download=1/.test(line),
    );
  expect(told).toEqual([]);
  expect(texts.filter((_, at) => files[at]!.includes("access")).join("")).not.toContain("?");
  for (const secret of Object.values(fixture.secrets)) expect(log).not.toContain(secret);
  expect(log).not.toContain(reader.get(hostOf("auditor"), "__Host-plumbline")!);
});
