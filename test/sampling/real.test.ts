import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawSample } from "../../src/sampling/draw-sample.ts";
import { wanting } from "./desk.ts";

const records = join(import.meta.dirname, "../../../shared/real");
const data = join(import.meta.dirname, "../real");
const drawReal = (kind: string, size: number, strata?: string) =>
  drawSample(wanting(data, { release: "real", kind, size, strata }));

describe.skipIf(!existsSync(records))("on records that nobody here wrote", () => {
  test("6,708 fires are the frame, and each that is drawn stands at its row", async () => {
    const { sample, draw } = await drawReal("incidents", 120, "partner");
    expect([sample.frame, sample.strata.length]).toEqual([6708, 33]);
    expect(sample.strata.every(({ size }) => size >= 1)).toBe(true);
    const lines = (await readFile(join(records, "london-fire-2009.csv"), "utf8")).split("\n");
    for (const { key, rows } of draw.records) expect(lines[rows[0]!]!.split(",")).toContain(key);
  });

  test("forecasts that are keyed by their row keep it past the seven that were refused", async () => {
    const { sample, draw } = await drawReal("predictions", 200);
    expect(sample.frame).toBe(12_795 - 7);
    expect(draw.records.map(({ rows }) => `F-${rows.join()}`)).toEqual(
      draw.records.map(({ key }) => key),
    );
  });
});
