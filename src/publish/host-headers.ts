import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../release/files.ts";
import { hostProblems } from "./host-problems.ts";
import { listingFile, siteListing } from "./listing.ts";

/** How a host wants to be told: `_headers` as Netlify and Cloudflare Pages read it, or Apache. */
export const hostFormats = ["netlify", "apache"] as const;
export type HostFormat = (typeof hostFormats)[number];

/** The longest line of `_headers` that Cloudflare Pages reads; it leaves out a longer one silently. */
const longestLine = 2000;

/**
 * Sent with everything. CORP stays at the same origin even for open data: whoever reads data across
 * origins asks with CORS, which CORP does not touch; what it stops is embedding.
 */
const everywhere: readonly (readonly [name: string, value: string])[] = [
  ["Strict-Transport-Security", "max-age=63072000"],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "no-referrer"],
  [
    "Permissions-Policy",
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  ],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

/** Where open data lies in a site, and what proves it: any site may read them in a browser. */
const openData = [
  "releases/:release/files/*",
  "releases/:release/attestations/*",
  "log/*",
  "keys/*",
  "site.json",
  "SHA256SUMS",
  "SHA256SUMS.sig",
] as const;

/**
 * The headers for a host of the public site in `folder`. Their content security policy is what the
 * pages say of themselves, put together, so that it allows each page what its own tag allows; and it
 * forbids frames, which a tag cannot.
 * @throws Problem when there is no public site, or a page has no policy.
 */
export async function writeHostHeaders(folder: string, format: HostFormat): Promise<string> {
  const text = await readFile(join(folder, listingFile), "utf8").catch(() => {
    throw hostProblems.noSite(folder);
  });
  const { tier, base } = siteListing.parse(JSON.parse(text));
  if (tier !== "public") throw hostProblems.restricted(tier);
  const policy = await readPolicy(folder);
  const headers = [["Content-Security-Policy", policy], ...everywhere] as const;
  return format === "netlify" ? forNetlify(headers, base) : forApache(headers, base);
}

async function readPolicy(folder: string): Promise<string> {
  const directives = new Map<string, Set<string>>();
  for (const { path } of await listFiles(folder)) {
    if (!path.endsWith(".html")) continue;
    const page = await readFile(join(folder, path), "utf8");
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(page)?.[1];
    if (policy === undefined) throw hostProblems.noPolicy(path);
    for (const directive of policy.split(";").filter((part) => part.trim() !== "")) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const known = directives.get(name!) ?? new Set<string>();
      for (const source of sources) known.add(source);
      directives.set(name!, known);
    }
  }
  if (directives.size === 0) throw hostProblems.noSite(folder);
  directives.set("frame-ancestors", new Set(["'none'"]));
  return [...directives]
    .map(([name, sources]) => [name, ...withoutNone(sources)].join(" "))
    .join("; ");
}

/** `'none'` counts only where it stands alone. */
function withoutNone(sources: ReadonlySet<string>): string[] {
  return sources.size > 1 ? [...sources].filter((source) => source !== "'none'") : [...sources];
}

type Headers = readonly (readonly [name: string, value: string])[];

function atBase(base: string, path: string): string {
  return `${base.replace(/\/$/, "")}/${path}`;
}

function forNetlify(headers: Headers, base: string): string {
  const rule = (path: string, own: Headers): string =>
    [atBase(base, path), ...own.map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const rules = [
    rule("*", headers),
    ...openData.map((path) => rule(path, [["Access-Control-Allow-Origin", "*"]])),
  ];
  const text = `${rules.join("\n\n")}\n`;
  if (text.split("\n").some((line) => line.length > longestLine)) throw hostProblems.tooLong();
  return text;
}

function forApache(headers: Headers, base: string): string {
  const open = openData.map((path) =>
    path
      .replaceAll(".", "[.]")
      .replace(":release", "[^/]+")
      .replace(/^([^*]*[^*])$/, "$1$")
      .replace(/\*$/, ""),
  );
  const start = atBase(base, "").replaceAll(".", "[.]");
  return [
    ...headers.map(([name, value]) => `Header always set ${name} "${value}"`),
    `<LocationMatch "^${start}(?:${open.join("|")})">`,
    '  Header always set Access-Control-Allow-Origin "*"',
    "</LocationMatch>",
    "",
  ].join("\n");
}
