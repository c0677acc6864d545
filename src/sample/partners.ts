export type PartnerId =
  | "harbour"
  | "northwatch"
  | "capital-crime"
  | "lantern"
  | "beacon"
  | "ledger"
  | "gatehouse"
  | "estuary"
  | "compact"
  | "secretariat";

/** How one partner of the sample behaves. What it submits, and how much, stands with each kind. */
export interface PartnerProfile {
  readonly id: PartnerId;
  readonly sector:
    "law_enforcement" | "intelligence" | "financial" | "border" | "regional" | "oversight";
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

/** In the order of programme.yaml. */
// prettier-ignore
export const partners: readonly PartnerProfile[] = [
  { id: "harbour", sector: "law_enforcement", pace: 1, improvement: 0.2, debriefs: 0.47, regrading: 0.11, handling: 1 },
  { id: "northwatch", sector: "law_enforcement", pace: 1.05, improvement: 0.18, debriefs: 0.42, regrading: 0.1, handling: 0.9, corrects: true },
  { id: "capital-crime", sector: "law_enforcement", pace: 0.92, improvement: 0.2, debriefs: 0.5, regrading: 0.3, inflation: 1.4, handling: 1.15 },
  { id: "lantern", sector: "intelligence", pace: 0.8, improvement: 0.16, debriefs: 0.52, regrading: 0.08, handling: 1.1 },
  { id: "beacon", sector: "intelligence", pace: 0.85, improvement: 0.15, debriefs: 0.48, regrading: 0.08, handling: 1, silent: ["2025-04-01", "2025-06-30"] },
  { id: "ledger", sector: "financial", pace: 1.1, improvement: 0.22, debriefs: 0.4, regrading: 0.1, handling: 0.85 },
  { id: "gatehouse", sector: "border", pace: 1, improvement: 0.2, debriefs: 0.44, regrading: 0.12, handling: 1.05 },
  { id: "estuary", sector: "border", pace: 2, improvement: 0.03, debriefs: 0.38, regrading: 0.11, handling: 1.25 },
  { id: "compact", sector: "regional", pace: 1.15, improvement: 0.17, debriefs: 0, regrading: 0.12, handling: 1, ownColumns: true },
  { id: "secretariat", sector: "oversight", pace: 1, improvement: 0.1, debriefs: 0, regrading: 0.1, handling: 1 },
];

/** Whether the partner delivers this kind in columns and codes of its own. */
export function hasOwnColumns(partner: PartnerProfile, kind: string): boolean {
  return partner.ownColumns === true && kind === "incidents";
}
