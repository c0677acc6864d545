import { expect, test } from "vitest";
import { incompleteBeta } from "../../src/measures/incomplete-beta.ts";
import { drawRecords, planDraw } from "../../src/sampling/draw.ts";
import type { Frame } from "../../src/sampling/frame.ts";
import { makeSeed } from "../../src/sampling/seed.ts";
import { openEngine } from "../records/programme-folder.ts";

const seeds = 1000;
const frame = { files: new Map(), accepted: 12 } as unknown as Frame;

/** The chance that a binomial count is at least so far from its mean on its own side. */
function tailOf(count: number, trials: number, chance: number): number {
  return count >= trials * chance
    ? count === 0
      ? 1
      : incompleteBeta(chance, count, trials - count + 1)
    : 1 - incompleteBeta(chance, count + 1, trials - count);
}

test("over many seeds every record is drawn as often as its inclusion probability says", async () => {
  const engine = await openEngine();
  await engine.run(`
    create table frame as select 'f' as path, [i] as positions, 'harbour' as partner, 'A-' || i as key,
      if(i < 8, 'large', 'small') as stratum, false as few from range(12) t(i)`);
  const strata = await planDraw(engine, 5, "proportional");
  expect(strata.map(({ stratum, size }) => [stratum, size])).toEqual([
    ["large", 3],
    ["small", 2],
  ]);
  const drawn = new Map<string, number>();
  const file = { file: { path: "f", period: { from: "", to: "" } }, facts: { broken: [] } };
  const files = new Map([["f", file]]) as unknown as Frame["files"];
  for (let i = 0; i < seeds; i += 1) {
    const source = { programme: "test", release: "r", kind: "incidents", checkpoint: null };
    const { sha256 } = makeSeed({ ...source, chosen: String(i) });
    const { records } = await drawRecords(engine, { ...frame, files }, sha256, strata);
    expect(records).toHaveLength(5);
    for (const { key } of records) drawn.set(key, (drawn.get(key) ?? 0) + 1);
  }
  for (let i = 0; i < 12; i += 1) {
    const tail = tailOf(drawn.get(`A-${i}`)!, seeds, i < 8 ? 3 / 8 : 2 / 4);
    expect(tail, `A-${i}`).toBeGreaterThan(0.0005);
  }
});
