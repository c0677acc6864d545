import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { Engine } from "../../src/engines/duckdb.ts";
import { mergeCells, type Cell } from "../../src/indicators/merge.ts";
import { indicatorOptions } from "../../src/indicators/statistics.ts";
import { discoverKnown } from "../../src/known.ts";
import { measures } from "../../src/measures/index.ts";
import type { Statistic } from "../../src/measures/measure.ts";
import { readProgramme } from "../../src/programme.ts";
import type { Contract } from "../../src/records/contract.ts";
import { ingest } from "../../src/records/ingest.ts";
import type { IngestReport } from "../../src/records/report.ts";
import { limitOf } from "../../src/release/definitions.ts";
import { measureTier, planMeasures } from "../../src/release/measure.ts";
import { makeTallies, readTallies, seal } from "../../src/tallies/tally.ts";

/** What Plumbline itself makes of the newest release: exact, and for the latest twelve months. */
export interface Pipeline {
  readonly report: IngestReport;
  /** The statistics of each indicator by its id. */
  readonly figures: ReadonlyMap<string, OwnStatistics>;
  /** Indicators without a figure. */
  readonly notMeasured: readonly string[];
}

/** The first statistic is the headline. */
export interface OwnStatistics {
  readonly programme: readonly Statistic[];
  /** Empty where the indicator is not given by partner. */
  readonly partners: readonly (readonly [partner: string, readonly Statistic[]])[];
}

/** Runs stages 1 to 3 and every measure, without protection, as for an auditor. */
export async function runPipeline(
  folder: string,
  contracts: readonly Contract[],
): Promise<Pipeline> {
  const programme = await readProgramme(folder, await discoverKnown());
  const release = programme.releases.at(-1)!;
  const engine = await Engine.open();
  try {
    const report = await ingest(engine, programme, contracts, release);
    const dates = { starts: programme.starts, cutOff: release.cutOff };
    await makeTallies(engine, contracts, await readTallies(contracts), dates);
    await seal(engine, contracts);
    const plan = await planMeasures(engine, programme, release, contracts);
    const { measured, notMeasured } = await measureTier(plan, {
      policy: tiers.auditor,
      edges: { minutes: [], days: [], percent: 1 },
      engine,
      errors: [],
      amounts: () => Promise.resolve(undefined),
    });
    const figures = measured.map(({ indicator, rows }) => {
      const { id, text } = indicator;
      const options = indicatorOptions(text, limitOf(programme, indicator));
      const estimate = (cell: Cell): readonly Statistic[] => {
        const statistics = measures[text.measure].estimate(cell.rows, options);
        const headline = statistics.find(({ name }) => name === text.headline);
        return headline === undefined ? statistics : [headline, ...statistics];
      };
      const cells = mergeCells(rows, text);
      const latest = cells.findLast(({ breakdown }) => breakdown === "year")!;
      const own = cells.filter(({ breakdown }) => breakdown === "partner");
      const byPartner = own.map((cell) => [cell.category, estimate(cell)] as const);
      return [id, { programme: estimate(latest), partners: byPartner }] as const;
    });
    return {
      report,
      figures: new Map(figures),
      notMeasured: notMeasured.map(({ indicator }) => indicator.id),
    };
  } finally {
    engine.close();
  }
}
