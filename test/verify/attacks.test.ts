import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { serve } from "../../src/serve.ts";
import { throwAwayKeys } from "../../src/trust/keys/make-keys.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { readAnchor, type Anchor } from "../../src/verify/anchor.ts";
import { openFolder } from "../../src/verify/folder.ts";
import { verifyTarget } from "../../src/verify.ts";

const sample = inject("sample");
let folder: string;
/** The keys and the policy as a reader keeps them. */
let trust: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-attacks-"));
  trust = await keepTrust("trust");
});

afterAll(() => rm(folder, { recursive: true }));

async function keepTrust(name: string): Promise<string> {
  const own = join(folder, name);
  await cp(join(sample.releases, "keys"), own, { recursive: true });
  await cp(join(sample.releases, "log/policy"), join(own, "policy"));
  return own;
}

async function anchorOf(own: string): Promise<Anchor> {
  return readAnchor(openFolder(own));
}

async function listFaults(target: string, anchor?: Anchor): Promise<string[]> {
  const faults: string[] = [];
  for await (const check of verifyTarget(target, anchor)) {
    faults.push(...check.faults.map((fault) => `${check.name}: ${fault}`));
  }
  return faults;
}

/** A copy of the site, to do something to. */
async function copySite(name: string): Promise<string> {
  const copy = join(folder, name);
  await cp(sample.site, copy, { recursive: true });
  return copy;
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, "utf8")));
}

describe("the site as it was published", () => {
  test("holds, by its own keys and by those that a reader kept", async () => {
    expect(await listFaults(sample.site)).toEqual([]);
    expect(await listFaults(sample.site, await anchorOf(trust))).toEqual([]);
  });

  test("holds where it is served", async () => {
    const server = await serve(sample.site, 0);
    const { port } = server.address() as { port: number };
    try {
      expect(await listFaults(`http://127.0.0.1:${port}/`)).toEqual([]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe("what somebody could try is refused, each with its own sentence", () => {
  test("another key", async () => {
    const other = join(folder, "other");
    await cp(sample.releases, join(other, "releases"), { recursive: true });
    for (const name of ["log", "keys"]) {
      await rm(join(other, "releases", name), { recursive: true });
    }
    for (const release of ["2026-q2", "2026-q3"]) {
      for (const tier of ["public", "sponsor"]) {
        await rm(join(other, "releases", release, tier, "release.sigstore.json"));
      }
    }
    await signReleases(join(other, "releases"), await throwAwayKeys(join(other, "keys")));
    const faults = await listFaults(join(other, "releases/2026-q3/public"), await anchorOf(trust));
    expect(faults).toContain(
      "signature: SHA256SUMS is signed by a key that is not among those you trust.",
    );
    expect(faults).toContain(
      "log entry: release.sigstore.json is signed by a key that is not among those you trust.",
    );
  });

  test("a history that was rolled back", async () => {
    const own = await keepTrust("rolled-back");
    await cp(join(sample.releases, "log/checkpoint"), join(own, "checkpoint"));
    const site = await copySite("rolled-back-site");
    await cp(join(sample.releases, "log/checkpoint.3"), join(site, "log/checkpoint"));
    const faults = await listFaults(site, await anchorOf(own));
    expect(faults).toContain(
      "history: The log was rolled back: it shows 3 entries, and you have seen 4 of them before.",
    );
  });

  test("a forked history", async () => {
    const own = await keepTrust("forked");
    const forked = join(folder, "fork");
    const other = join(forked, "releases");
    await cp(sample.releases, other, { recursive: true });
    for (const name of ["log", "keys"]) await rm(join(other, name), { recursive: true });
    for (const release of ["2026-q2", "2026-q3"]) {
      for (const tier of ["public", "sponsor"]) {
        await rm(join(other, release, tier, "release.sigstore.json"));
      }
    }
    await rm(join(other, "2026-q2"), { recursive: true });
    await signReleases(other, await throwAwayKeys(sample.keys));
    await cp(join(other, "log/checkpoint.2"), join(own, "checkpoint"));
    const faults = await listFaults(sample.site, await anchorOf(own));
    expect(faults).toEqual([
      "history: The log of 4 entries is no continuation of the log of 2 entries: its history was changed.",
    ]);
  });

  test("a checkpoint that is stale", async () => {
    const site = await copySite("stale");
    await cp(join(sample.releases, "log/checkpoint.1"), join(site, "log/checkpoint"));
    expect(await listFaults(site)).toContain(
      "history: The log's checkpoint is stale: it shows 1 entries, and a release was published with 3.",
    );
  });

  test("a witness that is missing", async () => {
    const site = await copySite("unwitnessed");
    await edit(join(site, "log/checkpoint"), (text) => text.replace(/— witness-2\S* \S+\n/u, ""));
    expect((await listFaults(site)).join("\n")).toMatch(
      /witnesses: The checkpoint of 4 entries has too few witnesses: the policy asks for .*only W1 has signed it\./,
    );
  });

  test("rules of protection that were edited", async () => {
    const site = await copySite("policy");
    const path = "releases/2026-q3/files/policy.json";
    await edit(join(site, path), (text) => text.replace(/"value":\s*10\b/, '"value":11'));
    const faults = await listFaults(site);
    expect(faults).toContain(
      "policy: policy.json is not the policy that the certificate was made for.",
    );
    expect(faults.some((fault) => fault.startsWith(`files: ${path} was changed: byte`))).toBe(true);
  });

  test("a figure on a page that is not the one that was released", async () => {
    const site = await copySite("page");
    await edit(join(site, "index.html"), (text) => text.replace(">7.8 hours<", ">6.8 hours<"));
    expect(await listFaults(site)).toContainEqual(
      expect.stringMatching(
        /^pages: index\.html shows alert-to-action year\..* of 2026-q3 as another number than was released\.$/,
      ),
    );
  });

  test("a figure that does not follow from the tallies, however it was signed", async () => {
    const copy = join(folder, "forged/releases");
    await cp(sample.releases, copy, { recursive: true });
    const path = join(copy, "2026-q3/public/indicators/alert-to-action/figures.json");
    await edit(path, (text) => text.replace(/"value":7\.75/, '"value":5.75'));
    const faults = await listFaults(join(copy, "2026-q3/public"));
    expect(faults).toContainEqual(
      expect.stringMatching(
        /^figures: alert-to-action year .* median does not come out as it is published\.$/,
      ),
    );
  });
});

test("what is no site, no release and no log is said to be none", async () => {
  await expect(listFaults(sample.keys)).rejects.toThrow(
    /is neither a site, nor a release, nor a log/,
  );
  await expect(listFaults("http://127.0.0.1:9/")).rejects.toThrow(/cannot be reached/);
});
