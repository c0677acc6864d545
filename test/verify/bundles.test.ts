import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import { buildSite } from "../../src/site.ts";
import { throwAwayKeys } from "../../src/trust/keys/make-keys.ts";
import { plumbline, type Said } from "../command.ts";

const sample = inject("sample");
const name = "meridian-2026-q2-sponsor";
/** Each opening checks a whole site. */
const slow = 120_000;
let folder: string;
let at: (path: string) => string;

/** The sponsors' site of the sample's first release, and two people with keys. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-bundles-"));
  at = (path) => join(folder, path);
  await buildSite({
    releaseFolders: [join(sample.releases, "2026-q2/sponsor")],
    ...{ tier: "sponsor", out: at("site"), base: "/", keys: await throwAwayKeys(sample.keys) },
  });
  const keys: string[] = [];
  for (const who of ["board", "stranger", "safe", "notary"]) {
    const { code, out } = await plumbline([
      "keygen",
      at(who),
      "--role",
      "recipient",
      "--name",
      who,
    ]);
    expect(code).toBe(0);
    keys.push(/age1[a-z0-9]+/.exec(out)![0]);
  }
  const [board, , safe, notary] = keys;
  await writeFile(
    at("recipients.yaml"),
    `recipients:
  - { name: Board, tier: sponsor, key: ${board!}, expires: 2027-12-31 }
recovery:
  - { name: Safe, key: ${safe!} }
  - { name: Notary, key: ${notary!} }
`,
  );
  await cp(join(sample.releases, "keys"), at("trust"), { recursive: true });
  await cp(join(sample.releases, "log/policy"), at("trust/policy"));
  const sealed = await seal("bundles");
  expect(sealed, sealed.err).toMatchObject({ code: 0, err: "" });
  expect(sealed.out).toContain("Sealed to: Board\nCan be recovered with: Safe, Notary\n");
  expect(sealed.out).toContain("A revocation takes effect from the bundle that leaves the key out");
}, 240_000);

afterAll(() => rm(folder, { recursive: true }));

function seal(out: string, ...more: string[]): Promise<Said> {
  return plumbline([
    ...["seal", "--tier", "sponsor", "--release", "2026-q2", "--releases", sample.releases],
    ...["--site", at("site"), "--recipients", at("recipients.yaml"), "--out", at(out)],
    ...["--keys", sample.keys, ...more],
  ]);
}

function open(bundle: string, who: string, out: string, ...more: string[]): Promise<Said> {
  const identity = at(`${who}/recipient.txt`);
  return plumbline([
    ...["open", at(`${bundle}/${name}.age`), "--identity", identity, "--out", at(out), ...more],
  ]);
}

test(
  "a sealed site opens for its recipient as it was, checked and readable to them alone",
  async () => {
    const { code, out, err } = await open("bundles", "board", "opened", "--trust", at("trust"));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/ok {6}signature: the manifest is signed by throw-away\.example\/releases/);
    expect(out).toMatch(
      /ok {6}figures: [\d,]+ of [\d,]+ figures follow from the published tallies/,
    );
    expect(out).not.toContain("FAULT");
    expect(await listFiles(at("opened"))).toEqual(await listFiles(at("site")));
    expect((await stat(at("opened"))).mode & 0o777).toBe(0o700);
    const again = await open("bundles", "board", "opened");
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toMatch(/opened is there already\.\nNothing is replaced/);
  },
  slow,
);

test(
  "without --trust a reader is told that it took the bundle's word",
  async () => {
    const { code, out } = await open("bundles", "notary", "recovered");
    expect(code).toBe(0);
    expect(out).toMatch(/open {4}signature: .*whose key that is only the bundle says/);
    expect(out).toContain("keep the programme's keys from elsewhere, and use --trust.");
  },
  slow,
);

test(
  "a bundle does not open for somebody else, nor with a byte changed, and leaves nothing",
  async () => {
    const other = await open("bundles", "stranger", "none");
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(other.err).toMatch(/opens this bundle: it is sealed to Board, Safe, and Notary\.\n/);
    await cp(at("bundles"), at("changed"), { recursive: true });
    const path = at(`changed/${name}.age`);
    const bytes = await readFile(path);
    bytes[1000]! ^= 1;
    await writeFile(path, bytes);
    const changed = await open("changed", "board", "none");
    expect(changed).toMatchObject({ code: 2, out: "" });
    expect(changed.err).toMatch(
      /\.age was changed: byte 1,000 is 0x.. and was 0x..\.\nNothing was/,
    );
    await rm(at(`changed/${name}.json`));
    expect((await open("changed", "board", "none")).err).toMatch(/^There is no .*\.json\./);
    expect(existsSync(at("none"))).toBe(false);
    expect((await readdir(folder)).filter((entry) => entry.startsWith("."))).toEqual([]);
  },
  slow,
);

test(
  "a bundle is never replaced, nor put or opened where something is published",
  async () => {
    expect((await seal("bundles")).err).toMatch(
      /sponsor\.age is there already\.\nA bundle is never/,
    );
    expect((await seal("site/bundles")).err).toMatch(/no place for this: it lies in a site\./);
    expect((await open("bundles", "board", "dist/site")).err).toMatch(/a folder that is published/);
  },
  slow,
);

test(
  "only the newest release of a sound site of the tier is sealed, and the public tier never",
  async () => {
    const refused = async (...flags: string[]): Promise<string> => {
      const { code, err } = await seal("none", ...flags);
      expect(code).toBeGreaterThan(0);
      return err;
    };
    expect(await refused("--tier", "public")).toMatch(/^The public tier is for everybody/);
    expect(await refused("--tier", "staff")).toMatch(/^There is no such tier to seal/);
    expect(await refused("--tier", "auditor")).toMatch(/is the site of the sponsor tier/);
    expect(await refused("--release", "2026-q3")).toMatch(
      /The newest release of the site .* is 2026-q2/,
    );
    expect(await refused("--site", at("bundles"))).toMatch(/holds no built site/);
    expect(await refused("--to", "Boards")).toMatch(/nobody called "Boards": did you mean Board\?/);
    expect(await refused("--releases", folder)).toMatch(
      /does not show the release in .* as it is now/,
    );
    await cp(at("site"), at("broken"), { recursive: true });
    await writeFile(at("broken/index.html"), "<p>9</p>");
    expect(await refused("--site", at("broken"))).toMatch(
      /broken does not hold: index\.html was changed/,
    );
    expect(existsSync(at("none"))).toBe(false);
  },
  slow,
);

test(
  "a bundle that nobody signed says so, and is refused by whoever asks for a signature",
  async () => {
    await mkdir(at("unsigned"));
    for (const end of ["age", "json"])
      await cp(at(`bundles/${name}.${end}`), at(`unsigned/${name}.${end}`));
    const asked = await open("unsigned", "safe", "unsigned-site", "--trust", at("trust"));
    expect(asked).toMatchObject({ code: 2, out: "" });
    expect(asked.err).toMatch(/^Nobody signed .*\.json, and you ask for a signature\./);
    const { code, out } = await open("unsigned", "safe", "unsigned-site");
    expect(code).toBe(0);
    expect(out).toContain("nobody signed the manifest: the bundle may come from anybody");
  },
  slow,
);
