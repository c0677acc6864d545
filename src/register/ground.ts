import { discoverIndicators } from "../indicators/discover.ts";
import { describeStatistics, indicatorOptions } from "../indicators/statistics.ts";
import type { Programme } from "../programme.ts";
import { discoverContracts } from "../records/discover.ts";
import { listReasons } from "../records/reasons.ts";
import { findSubmissions } from "../records/submissions.ts";
import type { ProgrammeGround } from "./read.ts";

/** A reference may name any file that was ever submitted, whichever release it belongs to. */
const always = { cutOff: "2099-12-31", published: "2099-12-31" };

/** Everything of a programme that a reference in its register may point at. */
export async function surveyGround(programme: Programme): Promise<ProgrammeGround> {
  const [contracts, indicators] = await Promise.all([discoverContracts(), discoverIndicators()]);
  const kinds = contracts.map(({ kind }) => kind);
  const files = await findSubmissions(programme, kinds, always);
  return {
    partners: programme.partners.map(({ id }) => id),
    releases: programme.releases.map(({ id }) => id),
    indicators: new Map(
      indicators.map(({ id, text }) => {
        const limit = programme.limits[id] ?? text.limit?.value;
        const statistics = describeStatistics(text, indicatorOptions(text, limit));
        return [id, statistics.map(({ name }) => name)];
      }),
    ),
    submissions: files.map(({ path }) =>
      path.replace(/^submissions\//, "").replace(/\.(csv|ndjson|parquet)$/, ""),
    ),
    quarantine: new Map(
      contracts.map((contract) => [contract.kind, listReasons(contract).map(({ rule }) => rule)]),
    ),
  };
}
