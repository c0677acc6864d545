import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { estimateDuration } from "../../src/measures/duration.ts";
import { estimateForecast } from "../../src/measures/forecast.ts";
import { estimateProportion } from "../../src/measures/proportion.ts";
import { expectClose } from "./close.ts";

const folder = new URL("../../../shared/real/", import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn("skipped: the folder shared/real with published records is absent");

function readColumns(name: string): string[][] {
  const lines = readFileSync(new URL(name, folder), "utf8").trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(","));
}

describe.skipIf(!isThere)("London's dwelling fires of 2009", () => {
  test("were reached within 360 seconds in 4,773 of 6,708 cases", () => {
    const seconds = readColumns("london-fire-2009.csv").map((cells) => Number(cells[3]));
    const tallies = seconds.map((time) => ({ duration: time, closed: 1, open: 0 }));
    const { n, within, quantiles } = estimateDuration(tallies, { within: [360] });
    expect(n).toBe(6708);
    expect(within[0]!.share).toBe(4773 / 6708);
    expect(quantiles.map(({ value }) => value)).toEqual([296, 471]);
    // R: binom.test(4773, 6708)$conf.int
    const { exact } = estimateProportion(4773, 6708);
    expectClose(exact.lower, 0.70053196730098444);
    expectClose(exact.upper, 0.72236079046835666);
  });
});

describe.skipIf(!isThere)("the forecasts of FiveThirtyEight", () => {
  // R: mean((p - y)^2); aggregate by p; isoreg(…) on order(p, -y); ci.auc(roc(y, p))
  test("have the scores that R finds", () => {
    const tallies = readColumns("forecasts-538.csv").map((cells) => ({
      forecast: Number(cells[2]),
      happened: cells[3] === "1" ? 1 : 0,
      notHappened: cells[3] === "0" ? 1 : 0,
    }));
    const result = estimateForecast(tallies);
    expect([result.n, result.happened]).toEqual([12_788, 7184]);
    expectClose(result.brier.value, 0.21524201985097238);
    expectClose(result.brier.lower, 0.21206596577234596);
    expectClose(result.murphy!.reliability, 0.21322189681896322);
    expectClose(result.murphy!.resolution, 0.24416352055236853);
    expectClose(result.murphy!.uncertainty, 0.24618364358437772);
    expectClose(result.corp!.miscalibration, 0.0030970951536221647);
    expectClose(result.corp!.discrimination, 0.0340387188870275026);
    expectClose(result.logScore, 0.61873915669922497);
    expectClose(result.auc.value, 0.70908435541189951);
    expectClose(result.auc.lower, 0.70016789211331087);
    expectClose(result.auc.upper, 0.71800081871048815);
    expectClose(result.skill.value, 0.12568513197262965);
    expectClose(result.skill.lower, 0.11405308690925943);
    expectClose(result.skill.upper, 0.13731717703599988);
  });
});
