export const kinds = ["incidents", "disruptions", "predictions", "complaints"] as const;
export type Kind = (typeof kinds)[number];

/** How one partner of the sample behaves. */
export interface PartnerProfile {
  readonly id: string;
  readonly sector: "law_enforcement" | "intelligence" | "financial" | "border" | "regional";
  /** Its part in the records of each kind; only the ratio between partners counts. */
  readonly share: Readonly<Record<Kind, number>>;
  /** Factor on every time it takes to answer an alert: 2 is twice as slow. */
  readonly pace: number;
  /** How much of the time to action it sheds over the 24 months. */
  readonly improvement: number;
  /** Share of closed incidents with a debrief at the start; it rises by 0.2. */
  readonly debriefs: number;
  /** Share of its major and moderate disruptions that moderation lowers. */
  readonly regrading: number;
  /** Above 1: it claims higher grades than others do. */
  readonly inflation?: number;
  /** Factor on the time it takes to close a complaint. */
  readonly handling: number;
  /** Days without a record of any kind. */
  readonly silent?: readonly [from: string, to: string];
  /** It corrects its incidents of the first year after they were delivered. */
  readonly corrects?: true;
  /** It delivers incidents in its own columns and codes. */
  readonly ownColumns?: true;
}

type Share = PartnerProfile["share"];

/** In the order of programme.yaml. */
// prettier-ignore
export const partners: readonly PartnerProfile[] = [
  { id: "harbour", sector: "law_enforcement", share: parts(15, 16, 8, 15), pace: 1, improvement: 0.2, debriefs: 0.47, regrading: 0.11, handling: 1 },
  { id: "northwatch", sector: "law_enforcement", share: parts(12, 13, 7, 12), pace: 1.05, improvement: 0.18, debriefs: 0.42, regrading: 0.1, handling: 0.9, corrects: true },
  { id: "capital-crime", sector: "law_enforcement", share: parts(17, 20, 10, 20), pace: 0.92, improvement: 0.2, debriefs: 0.5, regrading: 0.3, inflation: 1.4, handling: 1.15 },
  { id: "lantern", sector: "intelligence", share: parts(11, 7, 22, 5), pace: 0.8, improvement: 0.16, debriefs: 0.52, regrading: 0.08, handling: 1.1 },
  { id: "beacon", sector: "intelligence", share: parts(9, 6, 18, 5), pace: 0.85, improvement: 0.15, debriefs: 0.48, regrading: 0.08, handling: 1, silent: ["2025-04-01", "2025-06-30"] },
  { id: "ledger", sector: "financial", share: parts(9, 11, 13, 7), pace: 1.1, improvement: 0.22, debriefs: 0.4, regrading: 0.1, handling: 0.85 },
  { id: "gatehouse", sector: "border", share: parts(12, 12, 8, 18), pace: 1, improvement: 0.2, debriefs: 0.44, regrading: 0.12, handling: 1.05 },
  { id: "estuary", sector: "border", share: parts(8, 8, 6, 11), pace: 2, improvement: 0.03, debriefs: 0.38, regrading: 0.11, handling: 1.25 },
  { id: "compact", sector: "regional", share: parts(7, 7, 8, 7), pace: 1.15, improvement: 0.17, debriefs: 0, regrading: 0.12, handling: 1, ownColumns: true },
];

/** Whether the partner delivers this kind in columns and codes of its own. */
export function hasOwnColumns(partner: PartnerProfile, kind: Kind): boolean {
  return partner.ownColumns === true && kind === "incidents";
}

function parts(
  incidents: number,
  disruptions: number,
  predictions: number,
  complaints: number,
): Share {
  return { incidents, disruptions, predictions, complaints };
}
