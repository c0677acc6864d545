import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../browser/browser.ts";
import { plumbline } from "../command.ts";
import { startGate } from "./apache.ts";
import { ask } from "./client.ts";
import { canary, writePublicSite, type Tier } from "./fixture.ts";
import { findPorts } from "./ports.ts";
import {
  addressOf,
  expectNothing,
  headers,
  probe,
  startPlace,
  statusOf,
  stopPlace,
  type Place,
} from "./place.ts";

let browser: Browser;
let place: Place;
beforeAll(async () => {
  place = await startPlace();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stopPlace(place);
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
      if (![place.gate.origin(tier), place.provider.issuer].includes(new URL(request.url()).origin))
        elsewhere.push(request.url());
    });
    await page.goto(addressOf(place, "/methods/", tier));
    await page.fill("input[name=name]", name);
    const arrived = page.waitForResponse((response) =>
      response.url().startsWith(addressOf(place, "/methods/", tier)),
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
    const response = await seen.page.goto(addressOf(place, "/methods/", "auditor"));
    expect(response?.status()).toBe(403);
    expect(await seen.page.innerText("h1")).toBe("Not open to you");
    await seen.context.close();
  });

  test("who leaves is out, at the provider too, and the old cookie opens nothing", async () => {
    const seen = await visit("auditor", "auditor");
    const [cookie] = (await seen.context.cookies()).filter(
      ({ name }) => name === "__Host-plumbline",
    );
    await seen.page.goto(addressOf(place, "/gate/sign-out"));
    expect(seen.page.url()).toMatch(/\/session\/end/);
    const raw = await probe(
      place,
      "GET / HTTP/1.1\r\nHost: @auditor\r\nConnection: close\r\n\r\n",
      `__Host-plumbline=${cookie!.value}`,
    );
    expect(statusOf(raw)).toBe(401);
    expectNothing(place, raw);
    await seen.context.close();
  });

  test("while the provider cannot be reached, one calm page", async () => {
    place.provider.lie = "hangs up";
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(addressOf(place, "/"));
    await page.fill("input[name=name]", "auditor");
    await Promise.all([page.waitForURL(/\/gate\/callback/), page.click("button")]);
    place.provider.lie = undefined;
    expect((await page.innerText("body")).replaceAll(/\s+/g, " ")).toBe(
      "Sign-in does not work at the moment Nobody could confirm who you are; please try again in a few minutes.",
    );
    await page.click("text=try again");
    await page.waitForURL(addressOf(place, "/"));
    expect(await page.innerText("h1")).toBe(canary.auditor);
    await context.close();
  });
});

test("what `plumbline headers` makes for Apache is taken by it, and a browser agrees with the page", async () => {
  const site = await writePublicSite(place.fixture.folder);
  const file = join(place.fixture.folder, "public-headers.conf");
  const said = await plumbline(["headers", "--dir", site, "--format", "apache", "--out", file]);
  expect(said).toMatchObject({ code: 0, err: "" });
  const [port] = await findPorts(1);
  const open = `
<VirtualHost *:${port}>
  ServerName https://public.localhost:${port}
  DocumentRoot ${site}
  SSLEngine On
  SSLCertificateFile ${place.fixture.certificate}
  SSLCertificateKeyFile ${place.fixture.key}
  <Directory ${site}>
    Require all granted
  </Directory>
  Include ${file}
</VirtualHost>
`;
  const server = await startGate({
    fixture: place.fixture,
    port: port!,
    issuer: place.provider.issuer,
    more: open,
  });
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
