import type * as schema from "../../src/release/schema.ts";
import { sha } from "./fixture-definition.ts";

const kinds = ["incidents", "disruptions", "predictions", "complaints"];

/** What an invented release tells auditors alone: files in use, a replaced one, a drift, empty fields. */
export function auditOf(
  figures: readonly schema.Figure[],
  partners: readonly { readonly id: string }[],
): Map<string, unknown> {
  const files = partners.flatMap(({ id }, at) =>
    kinds.map((kind) => intakeOf(figures, id, kind, at)),
  );
  const { id, sha256, ...newest } = files[0]!;
  const replaced = {
    ...newest,
    ...{ id: id.replace("10-09", "07-10"), received: "2026-07-10", state: "replaced" as const },
    ...{ sha256: sha256 === null ? sha256 : null, touches: [], partners: [], reasons: [] },
    rows: { received: 0, accepted: 0, quarantined: 0, repeats: 0 },
  };
  const audit: schema.Audit = {
    intake: [...files, replaced],
    completeness: partners.flatMap((partner) =>
      kinds.map((kind, at) => ({
        ...{ kind, partner: partner.id, field: "closed_at" },
        ...{ filled: 200 + at, empty: 90 - at, notRecorded: 0 },
      })),
    ),
    anonymity: kinds.map((kind) => ({
      ...{ kind, records: 2610, quasiIdentifiers: ["threat_type", "grade"] },
      ...{ smallestGroup: 1, recordsInGroupsBelow5: 7 },
    })),
    drift: {
      latest: { from: "2026-07", to: "2026-09" },
      before: { from: "2025-07", to: "2026-06" },
      rule: {
        ...{ leastCases: 30, distance: 0.1, falseAlarm: 0.01, comparisons: 1 },
        words: "A tenth of the cases, beyond chance.",
      },
      compared: [
        {
          ...{ kind: "incidents", partner: partners[0]!.id, label: "threat_type" },
          ...{ before: 200, latest: 100, distance: 0.3, p: 0.000001, drifted: true },
          codes: [
            { code: "fraud", before: 40, latest: 50 },
            { code: "cyber", before: 160, latest: 50 },
          ],
          words: "Drifted: “Fraud” was 20% of cases before and is 50% now.",
        },
      ],
    },
  };
  return new Map(Object.entries(audit).map(([name, content]) => [`${name}.json`, content]));
}

/** One file a partner and kind; it touches the first figures of the first indicator, and its own. */
function intakeOf(
  figures: readonly schema.Figure[],
  partner: string,
  kind: string,
  at: number,
): schema.Intake {
  const [{ indicator }] = figures as readonly [schema.Figure, ...schema.Figure[]];
  const own = figures.filter((figure) => figure.indicator === indicator);
  const place = own.findIndex(
    (figure) => figure.breakdown === "partner" && figure.category === partner,
  );
  const id = `${partner}/2025-10_2026-09/${kind}@2026-10-09`;
  return {
    ...{ id, partner, kind, period: { from: "2025-10-01", to: "2026-09-30" } },
    ...{ received: "2026-10-09", state: "used", sha256: sha(id), bytes: 12_345 },
    rows: { received: 297, accepted: 290, quarantined: 4, repeats: 3 },
    reasons: [
      {
        rule: "acted_at_after_alerted_at",
        sentence: "It was acted on before it was alerted.",
        rows: 4,
      },
    ],
    partners: [{ partner, accepted: 290, quarantined: 4, repeats: 3 }],
    ...{ mapped: at === 0, notRecorded: at === 0 ? ["closed_at"] : [] },
    touches:
      kind === "incidents"
        ? [
            {
              indicator,
              figures: [[0, 1], ...(place < 2 ? [] : [[place, place] as [number, number]])],
            },
          ]
        : [],
  };
}
