import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Set by `npm run test:heavy`, which shows on the whole sample what a few of its kinds show else. */
export const isHeavy = process.env["PLUMBLINE_TEST_HEAVY"] === "1";

/** Kinds that are counted in little time and have an indicator of every measure between them. */
export const kindsOfEveryMeasure = [
  ...["asset_orders", "complaints", "disruptions", "errors", "exchanges", "persons"],
  ...["predictions", "surveys"],
] as const;

/** A kind with one sum of money and several tallies, and one without: a run of both is soon done. */
export const twoKinds = ["complaints", "disruptions"] as const;

const sample = join(import.meta.dirname, "../data/sample");

/**
 * Copies the sample programme with the submissions of some kinds alone. Its register of audits stays
 * behind, as it speaks of other kinds as well.
 */
export async function copySample(to: string, kinds: readonly string[]): Promise<void> {
  const isWanted = (path: string): boolean => {
    const [name = "", day] = basename(path).split("@");
    return name !== "register" && (day === undefined || isHeavy || kinds.includes(name));
  };
  await cp(sample, to, { recursive: true, filter: isWanted });
}

/** Takes the sample's first release from a programme, as if its second one were the first. */
export async function startWithSecond(data: string): Promise<void> {
  const file = join(data, "programme.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^ *- \{ id: 2026-q2,.*\n/m, ""));
}
