import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../command.ts";

const run = promisify(execFile);

/** The words that no page of a tier may let out to whoever is not let in. */
export const canary = { sponsor: "kestrel-sponsor-canary", auditor: "osprey-auditor-canary" };
const hosts = ["id.localhost", "sponsor.localhost", "auditor.localhost", "public.localhost"];
export type Tier = keyof typeof canary;
export const tiers: readonly Tier[] = ["sponsor", "auditor"];

/** A folder of throw-away files: two tiny sites, a certificate, the configuration of the gate. */
export interface Fixture {
  readonly folder: string;
  readonly certificate: string;
  readonly key: string;
  /** Secrets made for this run; none may stand in an answer or a log. */
  readonly secrets: Record<"sponsor" | "auditor" | "crypto" | "salt", string>;
}

export async function makeFixture(): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-gate-"));
  await chmod(folder, 0o755);
  for (const tier of tiers) await writeSite(join(folder, "sites", tier), canary[tier]);
  await cp(join(root, "deploy/apache"), join(folder, "gate"), { recursive: true });
  const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  await run("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key],
    ...["-out", certificate, "-subj", "/CN=localhost"],
    ...["-addext", `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(",")}`],
  ]);
  const secret = () => randomBytes(24).toString("hex");
  return {
    folder,
    certificate,
    key,
    secrets: { sponsor: secret(), auditor: secret(), crypto: secret(), salt: secret() },
  };
}

/** What a site has: a page, a page in a folder, data, and files that must stay shut to everybody. */
async function writeSite(site: string, word: string): Promise<void> {
  const page = `<!doctype html><html lang="en"><title>Tier</title><h1>${word}</h1></html>\n`;
  const files = {
    "index.html": page,
    "methods/index.html": page,
    "data/figures.json": `${JSON.stringify({ word })}\n`,
    "data/figures.csv": `word\n${word}\n`,
    ".hidden/notes.txt": `${word}\n`,
    ".htaccess": "Require all granted\nSatisfy any\n",
    "empty/.htaccess": "Options +Indexes\nRequire all granted\n",
    [`empty/${word}.txt`]: `${word}\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(site, path, ".."), { recursive: true });
    await writeFile(join(site, path), text);
  }
}

/** A public site whose page runs one script, which its policy names by digest. */
export async function writePublicSite(folder: string): Promise<string> {
  const site = join(folder, "sites", "public");
  const script = 'document.title = "ran";';
  const digest = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none';connect-src 'self'; script-src 'self' 'sha256-${digest}'; style-src 'self'`;
  const about = { format: "plumbline-site/1", tier: "public", base: "/", site: null };
  const files = {
    "index.html": `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><script>${script}</script><h1>Public</h1>\n`,
    "site.json": JSON.stringify({ ...about, releases: ["one"], files: [] }),
    "releases/one/files/figures.json": "{}\n",
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(site, path, ".."), { recursive: true });
    await writeFile(join(site, path), text);
  }
  return site;
}

/** All that was logged, of every log file. */
export async function listLogs(folder: string): Promise<string[]> {
  return (await readdir(folder)).map((name) => join(folder, name)).sort();
}
