import type { Coverage } from "../../release/schema.ts";

/** What a partner's month is: "none" where the partner neither submits the kind nor agreed to. */
export type GridState = Coverage["state"] | "none";

export interface GridRow {
  readonly name: string;
  readonly states: readonly GridState[];
}

const [step, high, left] = [9, 15, 128];

/** A bar, a hollow bar, a cross, a dot: told apart without colour. Drawn about the middle of a cell. */
export const shapes: Readonly<Record<GridState, (x: number, y: number) => string>> = {
  reported: (x, y) => `M${x - 3} ${y - 5}h6v10h-6z`,
  silent: (x, y) => `M${x - 2.5} ${y - 4.5}h5v9h-5z`,
  missing: (x, y) => `M${x - 3} ${y - 3}l6 6M${x - 3} ${y + 3}l6 -6`,
  none: (x, y) => `M${x - 0.75} ${y}h1.5`,
};

/** Where everything in a grid lies; one path for all cells of a state. */
export function drawGrid(rows: readonly GridRow[], months: readonly string[]) {
  const middle = (row: number): number => row * high + high / 2;
  const states = Object.keys(shapes) as GridState[];
  return {
    left,
    width: left + months.length * step,
    height: rows.length * high + 14,
    names: rows.map(({ name }, row) => ({ name, y: middle(row) + 4 })),
    years: months.flatMap((month, at) =>
      month.endsWith("-01") ? [{ name: month.slice(0, 4), x: left + at * step }] : [],
    ),
    shapes: states.flatMap((state) => {
      const d = rows.flatMap((row, down) =>
        row.states.flatMap((own, across) =>
          own === state ? [shapes[state](left + across * step + step / 2, middle(down))] : [],
        ),
      );
      return d.length === 0 ? [] : [{ state, d: d.join("") }];
    }),
  };
}
