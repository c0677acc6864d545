import { discoverIndicators } from "./indicators/discover.ts";
import type { Known } from "./programme.ts";
import { listSubmitted } from "./records/contract.ts";
import { discoverContracts } from "./records/discover.ts";

/** What the pipelines define and a programme.yaml may name. */
export async function discoverKnown(): Promise<Known> {
  const [contracts, indicators] = await Promise.all([discoverContracts(), discoverIndicators()]);
  return {
    kinds: listSubmitted(contracts).map(({ kind }) => kind),
    indicators: indicators.map(({ id }) => id),
    limits: indicators.filter(({ text }) => text.limit !== undefined).map(({ id }) => id),
  };
}
