import { canonicalJson } from "../proof/canonical.ts";
import { manifest, type Manifest } from "../release/schema.ts";
import { decodeText, encodeText } from "../trust/bytes.ts";
import { parseSums } from "../trust/ssh/sums.ts";
import { check, type Check } from "./check.ts";
import { digestOf, findChanges, findFirstDifference, type WantedFile } from "./files.ts";
import { readParsed } from "./json.ts";
import type { Place } from "./place.ts";

/** Files that prove a release; they are in no list, and are checked by what they prove. */
const proofs = [
  "SHA256SUMS",
  "SHA256SUMS.sig",
  "blinding",
  "release.sigstore.json",
  "release.tlog-proof",
];

/** Whether a release holds the files that were published, each as it was, and no others. */
export function checkReleaseFiles(release: Place): Promise<Check> {
  return check("files", async () => {
    const { wanted, faults } = await listWanted(release);
    const found = await findChanges(release, wanted, (path) => proofs.includes(path));
    const all = [...faults, ...found];
    if (all.length > 0) return [...new Set(all)];
    return `${wanted.length} files are as they were published`;
  });
}

/** What SHA256SUMS and the manifest say of the files; where they disagree, the first is right. */
async function listWanted(
  release: Place,
): Promise<{ wanted: readonly WantedFile[]; faults: readonly string[] }> {
  const sums = await release.read("SHA256SUMS");
  const own = (await release.read("manifest.json")) ?? new Uint8Array();
  const digest = await digestOf(own);
  if (sums === undefined) {
    const { files } = await readParsed(release, "manifest.json", manifest);
    return { wanted: [...files, { path: "manifest.json", sha256: digest }], faults: [] };
  }
  const summed = parseSums(decodeText(sums) ?? "");
  const intact = summed.some((sum) => sum.path === "manifest.json" && sum.sha256 === digest);
  if (!intact) return { wanted: summed, faults: describeManifest(own) };
  const { files } = await readParsed(release, "manifest.json", manifest);
  const facts = new Map(files.map((file) => [file.path, file]));
  return {
    wanted: summed.map((sum) => ({ ...facts.get(sum.path), ...sum })),
    faults: compare(files, summed),
  };
}

/** The manifest is written in one form only, so that many changes show where they are. */
function describeManifest(bytes: Uint8Array): string[] {
  const text = decodeText(bytes) ?? "";
  try {
    const canonical = encodeText(`${canonicalJson(JSON.parse(text))}\n`);
    return [findFirstDifference("manifest.json", bytes, canonical) ?? []].flat();
  } catch {
    return [];
  }
}

function compare(files: Manifest["files"], sums: readonly WantedFile[]): string[] {
  const digests = new Map(sums.map(({ path, sha256 }) => [path, sha256]));
  return files
    .filter(({ path, sha256 }) => digests.get(path) !== sha256)
    .map(({ path }) => `manifest.json and SHA256SUMS do not agree on ${path}.`);
}
