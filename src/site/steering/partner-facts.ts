import type { Release } from "../../release/read.ts";
import type { Figure, RegisterFinding, RegisterRecommendation } from "../../release/schema.ts";
import { toCell, type Cell } from "../cells.ts";
import { sayPlace } from "../words/compared.ts";
import { nameUnit } from "../words/numbers.ts";
import { scaleOf } from "../words/scales.ts";
import { inReadableUnit } from "../words/units.ts";

/** Months of which a partner sent anything, and those for which every kind came that it sends. */
export function listReported(
  partner: string,
  { coverage }: Pick<Release, "coverage">,
): { readonly sent: number; readonly due: number } {
  const all = coverage.filter((one) => one.partner === partner);
  const sent = new Set(all.filter(({ state }) => state !== "missing").map(({ kind }) => kind));
  const own = all.filter(({ kind }) => sent.has(kind));
  const months = Map.groupBy(own, ({ month }) => month);
  const whole = [...months.values()].filter((kinds) =>
    kinds.every(({ state }) => state !== "missing"),
  );
  return { sent: whole.length, due: months.size };
}

const done = ["implemented (verified)", "closed unverified", "rejected"];

/** Recommendations to a partner that are not done, those that are overdue first. */
export function listOpen(
  name: string,
  { register }: Pick<Release, "register">,
): RegisterRecommendation[] {
  return register.recommendations
    .filter(({ addressee, status }) => addressee === name && !done.includes(status))
    .toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || (a.due < b.due ? -1 : 1));
}

/** Findings of the auditor that name a partner. */
export function listNamed(
  partner: string,
  { register }: Pick<Release, "register">,
): RegisterFinding[] {
  const ref = `partner:${partner}`;
  const reads = (one: string): boolean =>
    one === ref || one.includes(`/partner/${partner}/`) || one.startsWith(`submission:${partner}/`);
  return register.findings.filter(
    ({ affects, evidence }) => affects.some(reads) || evidence.some((one) => reads(one.ref)),
  );
}

/** An indicator of a partner beside that of the programme. */
export interface PartnerRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly own: Cell;
  readonly whole: Cell;
  readonly place: string;
}

/** Every indicator that is given by partner, with the partner's figure and the programme's. */
export function listPartnerRows(partner: string, release: Release): PartnerRow[] {
  return release.indicators.flatMap(({ definition, figures, headline }): PartnerRow[] => {
    const { id, title } = definition;
    const { statistic, latest } = headline;
    if (!definition.breakdowns.includes("partner")) return [];
    const own = figures.find(
      (one) =>
        one.breakdown === "partner" && one.category === partner && one.statistic === statistic,
    );
    if (own === undefined) return [];
    const both: Figure[] = [own, latest];
    const { figures: readable, scale } = inReadableUnit(
      both,
      scaleOf(definition, statistic, release),
    );
    const comparison = release.steering?.comparison.find((one) => one.indicator === id);
    const [first, second] = readable.map((figure) => toCell(figure, scale)) as [Cell, Cell];
    return [
      {
        ...{ id, title, unit: nameUnit(scale), own: first, whole: second },
        place: sayPlace(comparison, partner, own),
      },
    ];
  });
}
