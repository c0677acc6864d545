import { estimateDuration } from "../measures/duration.ts";
import type { ForecastTally } from "../measures/forecast-tallies.ts";
import { estimateForecast } from "../measures/forecast.ts";
import type { DurationTally } from "../measures/kaplan-meier.ts";
import * as cell from "./cells.ts";
import type { Estimator } from "./estimator.ts";
import * as results from "./results.ts";

export const duration: Estimator<results.DurationResult> = {
  ...{ needed: [["duration", "observed"]], optional: ["count"] },
  start(request) {
    const tallies: DurationTally[] = [];
    return {
      add(cells) {
        const duration = cell.readPositive(cells, "duration");
        const observed = cell.readObserved(cells);
        const cases = cell.readCases(cells);
        tallies.push({ duration, closed: observed ? cases : 0, open: observed ? 0 : cases });
      },
      finish() {
        const estimate = estimateDuration(tallies, request);
        return { n: estimate.n, result: results.durationResult(estimate) };
      },
    };
  },
};

export const forecast: Estimator<results.ForecastResult> = {
  ...{ needed: [["probability", "outcome"]], optional: ["count"] },
  start(request) {
    const tallies: ForecastTally[] = [];
    let excluded = 0;
    return {
      add(cells) {
        const forecast = cell.readProbability(cells, request.percent);
        const cases = cell.readCases(cells);
        const outcome = cell.findOutcome(cells);
        if (outcome === undefined) excluded += cases;
        else
          tallies.push({ forecast, happened: cases * outcome, notHappened: cases * (1 - outcome) });
      },
      finish() {
        const estimate = estimateForecast(tallies, request.level);
        return { n: estimate.n, result: results.forecastResult(estimate, excluded) };
      },
    };
  },
};
