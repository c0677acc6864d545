import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report as reportOn } from "../../src/report.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { makeReport } from "../../src/reports/make-report.ts";
import { openPress } from "../../src/reports/set-report.ts";
import { writeReports, type Written } from "../../src/reports/write-reports.ts";
import { run } from "../../src/run.ts";
import { buildSite } from "../../src/site.ts";
import { throwAwayKeys } from "../../src/trust/keys/make-keys.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { finding, registerFiles, yaml } from "../register/register-folder.ts";
import { header, place } from "../records/programme-folder.ts";
import { hear, type HeardPdf } from "./pdf.ts";

/** What a template could take for markup, were a text ever pasted into one. */
const trap = '#panic("no") *bold* _under_ $x^2$ <b>tag</b> @ref = head \\ `raw` ${1} [x] // end';
const canaries = ["CANARYSPONSOR", "CANARYAUDITOR"];

let root: string;
let folder: string;
let written: Written[];
let report: HeardPdf;
let summary: HeardPdf;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-reports-"));
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `a${at},drugs,high,2026-0${1 + (at % 3)}-03 14:05:00,,,2026-0${1 + (at % 3)}-03 ${15 + (at % 8)}:05:00,,1,true`,
  );
  const restricted = (id: string, canary: string, who: string): string =>
    finding
      .replace("id: F-1", `id: ${id}`)
      .replace("id: R-1", `id: R-${id}`)
      .replace("They wait.", `${canary} was seen.`)
      .replace("  grade:", `  restricted: ${who}\n  grade:`);
  const files = registerFiles({
    "programme.yaml": yaml,
    "register/F-1.yaml": finding.replace("They wait.", `'${trap}'`),
    "register/A.yaml": restricted("F-71", canaries[0]!, "sponsor"),
    "register/B.yaml": restricted("F-72", canaries[1]!, "auditor"),
    [place]: `${header}\n${rows.join("\n")}\n`,
  });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, "data", path)), { recursive: true });
    await writeFile(join(root, "data", path), text);
  }
  const releases = join(root, "releases");
  const [made] = await run({ data: join(root, "data"), releases, tier: "public", only: "2026-q1" });
  folder = made!.folder;
  written = await writeReports([folder], join(root, "first"));
  [report, summary] = (await Promise.all(
    written.map(async ({ path }) => hear(await readFile(path))),
  )) as [HeardPdf, HeardPdf];
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe("the PDF of a report", () => {
  test("is the same, byte for byte, when it is made again", async () => {
    const again = await writeReports([folder], join(root, "second"));
    expect(again.map(({ bytes }) => bytes)).toEqual(written.map(({ bytes }) => bytes));
    for (const [at, { path }] of again.entries())
      expect((await readFile(path)).equals(await readFile(written[at]!.path))).toBe(true);
  });

  test("is under 2 MB, and the summary has two pages", () => {
    for (const { bytes } of written) expect(bytes).toBeLessThan(2_000_000);
    expect(summary.pages).toHaveLength(2);
  });

  test("says in its own data that it is PDF/UA-1, with title and language", async () => {
    for (const { path } of written)
      expect((await readFile(path)).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(report.title).toBe("Audit report: Test Programme, To March 2026");
    expect(report.language).toBe("en-GB");
    expect([...report.roles]).toEqual(
      expect.arrayContaining(["H1", "H2", "Table", "TH", "Figure"]),
    );
  });

  test("has an outline of fourteen parts in their order", () => {
    expect(report.outline.map((title) => /^\d+/.exec(title)?.[0])).toEqual([
      ...Array.from({ length: 14 }, (_, at) => String(at + 1)),
    ]);
    expect(report.outline[7]).toBe("8 Findings");
  });

  test("gives every chart an alternative text, which speaks of nothing that is not there", async () => {
    const release = await readRelease(folder);
    const { parts } = await makeReport({ release });
    const charts = parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
    expect(charts.length).toBeGreaterThan(0);
    for (const { title, description } of charts) {
      expect(
        report.alternatives.some((alt) => alt.startsWith(title) && alt.endsWith(description)),
      ).toBe(true);
      expect(description).not.toContain("below");
    }
    expect(report.alternatives).toHaveLength(charts.length);
  });

  test("bears tier, status, warning and number on each page", () => {
    for (const [at, page] of report.pages.entries()) {
      expect(page).toContain("Everything in this report is made up");
      expect(page).toContain(`Page ${at + 1} of ${report.pages.length}`);
      if (at > 0) expect(page).toContain("Public release 2026-q1 · Not signed");
    }
  });

  test("gives the digest by which its release is told from any other", async () => {
    const { document, documentSha256 } = (await readRelease(folder)).proof;
    expect(document).toBe("manifest.json");
    const text = report.pages.join(" ").replaceAll(/\s/g, "");
    expect(text).toContain(documentSha256);
    expect(summary.pages.join(" ").replaceAll(/\s/g, "")).toContain(documentSha256);
  });

  test("sets a text from the register as it stands, whatever it looks like", () => {
    const said = report.pages.join(" ").replaceAll(/\s+/g, "");
    expect(said).toContain(trap.replaceAll(/\s+/g, ""));
  });
});

test("no restricted finding leaves a trace in the public release, its reports or its site", async () => {
  const site = join(root, "site");
  await buildSite({ releaseFolders: [folder], tier: "public", out: site, base: "/" });
  const texts = [...report.pages, ...summary.pages];
  for (const place of [folder, site])
    for (const name of await readdir(place, { recursive: true }))
      if (/\.(json|html|csv|md)$/.test(name)) texts.push(await readFile(join(place, name), "utf8"));
  const page = await readFile(join(site, "reports/2026-q1/index.html"), "utf8");
  expect(page).toContain("F-1: Alerts wait");
  expect(page).toContain("&lt;b&gt;tag&lt;/b&gt;");
  for (const trace of [...canaries, "F-71", "F-72"])
    expect(texts.filter((text) => text.includes(trace))).toEqual([]);
  // What is restricted is there for those who may read it: the search above could have found it.
  const sponsor = join(dirname(folder), "sponsor", "register.json");
  expect(await readFile(sponsor, "utf8")).toContain(canaries[0]);
}, 60_000);

test("a signed release says who signed, and where in which log", async () => {
  const signed = join(root, "signed");
  await cp(join(root, "releases"), signed, { recursive: true });
  await signReleases(signed, await throwAwayKeys(join(root, "keys")));
  const release = await readRelease(join(signed, "2026-q1/public"));
  const { log } = release.proof;
  const pdf = (await openPress()).print(
    "audit-report",
    await makeReport({ release }),
    "2026-04-30",
  );
  const { pages } = await hear(pdf);
  expect(pages[1]).toContain("throw-away");
  const text = pages.join(" ").replaceAll(/\s/g, "");
  expect(text).toContain(`${log!.index}ofalogwith${log!.size}entr`);
  expect(text).toContain(log!.keyFingerprint);
  expect(text).toContain("ssh-keygen-Yverify");
});

test("only a release that is there, and as it was made, is reported on", async () => {
  const releases = join(root, "releases");
  const ask = { releases, out: join(root, "asked"), tier: "public" as const };
  await expect(reportOn({ ...ask, release: "2026-q9" })).rejects.toThrow(
    `There is no public release 2026-q9 in ${releases}.`,
  );
  const written = await reportOn({ ...ask, release: "2026-q1" });
  expect(written.map(({ path }) => path)).toEqual([
    join(root, "asked/public/reports/2026-q1/audit-report.pdf"),
    join(root, "asked/public/reports/2026-q1/summary.pdf"),
  ]);
  const broken = join(root, "broken");
  await cp(releases, broken, { recursive: true });
  await appendFile(join(broken, "2026-q1/public/FORMAT.md"), "more");
  await expect(reportOn({ ...ask, releases: broken })).rejects.toThrow("FORMAT.md differs");
});

test("what an auditor attests is said, agreeing or not, with every figure that differs", async () => {
  const release = await readRelease(folder);
  const predicate = {
    ...{ release: "2026-q1", tier: "public", by: "Inspector", day: "2026-05-02" },
    figures: { reperformed: 42, agreed: 41 },
    differing: [{ figure: "alert-to-action, year: median", published: 7.8, found: 9.1 }],
    notRecomputable: [{ figure: "assets-restrained", why: "sums are not in the tallies" }],
    ...{ software: "test 1", independence: "On behalf of nobody." },
  };
  const attestations = [{ predicate }] as unknown as Release["attestations"];
  const made = await makeReport({ release: { ...release, attestations } });
  const text = JSON.stringify(made.parts.at(-1));
  expect(text).toContain("41 came out as published, and 1 did not");
  expect(text).toContain("alert-to-action, year: median: published 7.8, found 9.1");
  expect(text).toContain("1 figure: sums are not in the tallies");
});
