import { estimateScore, type ScoreTally } from "../measures/design-based-mean.ts";
import { estimateRatio, type RatioStratum } from "../measures/mantel-haenszel.ts";
import * as cell from "./cells.ts";
import type { Estimator } from "./estimator.ts";
import { estimateProblems } from "./problems.ts";
import { ratioResult, scoreResult, type RatioResult, type ScoreResult } from "./results.ts";

export const score: Estimator<ScoreResult> = {
  ...{ needed: [["score", "weight"]], optional: ["stratum", "cluster", "count"] },
  start(request) {
    const tallies: ScoreTally[] = [];
    return {
      add(cells) {
        const { stratum = "", cluster = "" } = cells.text;
        cell.readDecimal(cells, "score");
        tallies.push({
          ...{ stratum, cluster, weight: cell.readAboveZero(cells, "weight") },
          ...{ score: Number(cells.text["score"]), respondents: cell.readCases(cells) },
        });
      },
      finish() {
        const estimate = estimateScore(tallies, request.level);
        if (estimate.n > 0 && estimate.standardError === null) {
          throw estimateProblems.oneCluster(request.file, request.roles["stratum"]);
        }
        return { n: estimate.n, result: scoreResult(estimate) };
      },
    };
  },
};

const cellsOfTable = ["events1", "trials1", "events0", "trials0"] as const;

export const ratio: Estimator<RatioResult> = {
  ...{ needed: [cellsOfTable], optional: ["stratum"] },
  start(request) {
    const tables: RatioStratum[] = [];
    return {
      add(cells) {
        const [events, trials, referenceEvents, referenceTrials] = cellsOfTable.map(
          (role) => cell.readWhole(cells, role) * cells.rows,
        ) as [number, number, number, number];
        cell.checkPart(cells, "events1", "trials1");
        cell.checkPart(cells, "events0", "trials0");
        const { stratum = "" } = cells.text;
        tables.push({ stratum, events, trials, referenceEvents, referenceTrials });
      },
      finish() {
        const n = tables.reduce((sum, one) => sum + one.trials + one.referenceTrials, 0);
        const trials = request.roles["trials1"]!;
        if (!Number.isSafeInteger(n)) throw estimateProblems.sumTooLarge(request.file, trials);
        return { n, result: ratioResult(estimateRatio(tables, request.level)) };
      },
    };
  },
};
