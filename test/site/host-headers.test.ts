import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { plumbline } from "../command.ts";

const policy = (scripts: string): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none';connect-src 'self'; script-src ${scripts};">`;

interface Given {
  readonly tier?: string;
  readonly base?: string;
  readonly pages?: Record<string, string>;
}

async function makeSite({ tier = "public", base = "/", pages }: Given = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-headers-"));
  const listing = { format: "plumbline-site/1", tier, base, site: null, releases: [], files: [] };
  const files = {
    "site.json": JSON.stringify(listing),
    ...(pages ?? {
      "index.html": policy("'self' 'sha256-a='"),
      "search/index.html": policy("'self' 'sha256-b='"),
    }),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function headersOf(given: Given, ...options: string[]): Promise<string> {
  const said = await plumbline(["headers", "--dir", await makeSite(given), ...options]);
  expect(said.err).toBe("");
  return said.out;
}

describe("plumbline headers", () => {
  test("allows what any page allows itself, and forbids frames, which a page cannot", async () => {
    const out = await headersOf({});
    expect(out).toContain(
      "  Content-Security-Policy: default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-a=' 'sha256-b='; frame-ancestors 'none'\n",
    );
  });

  test("'none' of one page does not stand beside what another page allows", async () => {
    const pages = { "a.html": policy("'none'"), "b.html": policy("'self'") };
    expect(await headersOf({ pages })).toContain("script-src 'self'; frame-ancestors");
  });

  test("has one rule for everything, and further ones for open data alone", async () => {
    const out = await headersOf({});
    const rules = out
      .trim()
      .split("\n\n")
      .map((rule) => rule.split("\n"));
    expect(rules.map(([path]) => path)).toEqual([
      ...["/*", "/releases/:release/files/*", "/releases/:release/attestations/*", "/log/*"],
      ...["/keys/*", "/site.json", "/SHA256SUMS", "/SHA256SUMS.sig"],
    ]);
    expect(rules[0]!.slice(1).map((line) => /^ {2}([\w-]+): \S/.exec(line)?.[1])).toEqual([
      ...["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options"],
      ...["X-Frame-Options", "Referrer-Policy", "Permissions-Policy"],
      ...["Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"],
    ]);
    // Hosts join a header that two rules give; so no header stands in two.
    for (const rule of rules.slice(1))
      expect(rule.slice(1)).toEqual(["  Access-Control-Allow-Origin: *"]);
  });

  test("keeps to the path under which the site is served", async () => {
    const out = await headersOf({ base: "/statistics/" });
    expect(out.match(/^\/.*$/gm)!.every((path) => path.startsWith("/statistics/"))).toBe(true);
    expect(await headersOf({ base: "/v1.0" }, "--format", "apache")).toContain('"^/v1[.]0/(?:');
  });

  test("says the same for Apache, with addresses that match data and nothing else", async () => {
    const out = await headersOf({}, "--format", "apache");
    expect(out).toContain('Header always set X-Content-Type-Options "nosniff"\n');
    const open = new RegExp(/<LocationMatch "([^"]+)">/.exec(out)![1]!);
    const yes = [
      "/releases/2026-q3/files/figures.json",
      "/log/tile/0/000",
      "/keys/log.vkey",
      "/SHA256SUMS",
      "/SHA256SUMS.sig",
      "/site.json",
    ];
    const no = [
      "/",
      "/releases/2026-q3/",
      "/releases/2026-q3/trace/a/",
      "/log",
      "/SHA256SUMS.old",
      "/siteXjson",
      "/x/log/a",
    ];
    expect(yes.filter((path) => !open.test(path))).toEqual([]);
    expect(no.filter((path) => open.test(path))).toEqual([]);
  });

  test("writes to a file that is named", async () => {
    const folder = await makeSite();
    const file = join(folder, "_headers");
    expect((await plumbline(["headers", "--dir", folder, "--out", file])).out).toBe("");
    expect(await readFile(file, "utf8")).toMatch(/^\/\*\n {2}Content-Security-Policy: /);
  });

  test.each<[string, Given, string[], RegExp]>([
    ["a restricted tier", { tier: "sponsor" }, [], /sponsor site, which no open host may serve/],
    [
      "a page without a policy",
      { pages: { "index.html": "<h1>a</h1>" } },
      [],
      /index\.html says nothing/,
    ],
    ["no page", { pages: {} }, [], /no built site/],
    ["a format that is none", {}, ["--format", "nginx"], /no such format.*\n.*netlify, apache/],
    [
      "a line that a host would leave out",
      { pages: { "a.html": policy("x".repeat(1_950)) } },
      [],
      /longer than/,
    ],
  ])("refuses %s, and says what to do", async (_, given, options, expected) => {
    const said = await plumbline(["headers", "--dir", await makeSite(given), ...options]);
    expect(said.err).toMatch(expected);
    expect([said.code, said.out]).toEqual([1, ""]);
  });
});
