import { listPlaces } from "../indicators/dimensions.ts";
import { findPlaces } from "../indicators/merge.ts";
import { findLabel, type IndicatorRows } from "../indicators/rows.ts";

/** What a submitted file can have put into the rows of an indicator. */
export interface Reach {
  readonly partners: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Only rows of this record kind, where rows name one. */
  readonly kind?: string;
}

interface Named {
  readonly breakdown: string;
  readonly category: string;
  readonly subcategory: string | null;
}

/**
 * For an indicator: which of its figures have a row of a file's partners and months behind them.
 * Figures are told by their position in `figures`, as runs of first and last.
 */
export class Touched {
  readonly #rows: readonly {
    readonly row: number;
    readonly partner: string;
    readonly month: string;
  }[];
  /** Of each row the places that it belongs to, as `breakdown|category|subcategory`. */
  readonly #placesOf: readonly ((row: number) => string | undefined)[];
  readonly #positions: ReadonlyMap<string, readonly number[]>;
  readonly #kindOf: (row: number) => string | undefined;

  constructor(table: IndicatorRows, breakdowns: readonly string[], figures: readonly Named[]) {
    const [partner, month] = [findLabel(table, "partner"), findLabel(table, "month")];
    this.#rows = partner.values.map((code, row) => ({
      ...{ row, partner: partner.codes[code]! },
      month: month.codes[month.values[row]!]!,
    }));
    this.#placesOf = [...new Set(["year", ...breakdowns])].map((breakdown) => {
      const places = listPlaces(breakdown, table.span, table.domains);
      const find = findPlaces(table, breakdown, places);
      return (row) => {
        const place = places[find(row)];
        return place && nameOf({ breakdown, ...place });
      };
    });
    const positions = new Map<string, number[]>();
    for (const [at, figure] of figures.entries()) {
      const own = positions.get(nameOf(figure));
      if (own === undefined) positions.set(nameOf(figure), [at]);
      else own.push(at);
    }
    this.#positions = positions;
    const hasKinds = table.columns.some(({ name }) => name === "record_kind");
    const kinds = hasKinds ? findLabel(table, "record_kind") : undefined;
    this.#kindOf = (row) => kinds?.codes[kinds.values[row]!];
  }

  /** Runs of positions of the figures that a file reaches, ascending. */
  by({ partners, from, to, kind }: Reach): [first: number, last: number][] {
    const own = this.#rows.filter(
      (one) => partners.includes(one.partner) && from <= one.month && one.month <= to,
    );
    const places = new Set<string>();
    for (const { row } of own) {
      const ofKind = this.#kindOf(row);
      if (kind !== undefined && ofKind !== undefined && ofKind !== kind) continue;
      for (const placeOf of this.#placesOf) {
        const place = placeOf(row);
        if (place !== undefined) places.add(place);
      }
    }
    const found = [...places].flatMap((place) => this.#positions.get(place) ?? []);
    return toRuns(found.sort((a, b) => a - b));
  }
}

function nameOf({ breakdown, category, subcategory }: Named): string {
  return `${breakdown}|${category}|${subcategory ?? ""}`;
}

function toRuns(positions: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const at of positions) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === at) last[1] = at;
    else runs.push([at, at]);
  }
  return runs;
}
