import type { PlacedRow, TableFile } from "./table-file.ts";

export interface Fault {
  readonly words: string;
  readonly remedy: string;
}

/** Relative difference that sums of amounts may have, which are added up in floating point. */
const tolerance = 1e-9;

/** What is wrong with a table that has the right shape: the first fault, by position, never by value. */
export function findFault(table: TableFile, rows: readonly PlacedRow[]): Fault | undefined {
  return (
    findBadValue(table, "inner") ??
    findBadValue(table, "cells") ??
    findBadMember(table) ??
    findBadSum(table) ??
    findBadRow(table, rows) ??
    findBadRelation(table) ??
    findCircle(table)
  );
}

function findBadValue(table: TableFile, part: "inner" | "cells"): Fault | undefined {
  const counts = table.kind === "frequency";
  const name = counts ? "count" : "value";
  for (const [at, cell] of table[part].entries()) {
    const value = cell[name];
    if (value === undefined) {
      return { words: `${part}[${at}] has no ${name}.`, remedy: `Give each cell its ${name}.` };
    }
    if (value < 0) {
      return { words: `${part}[${at}] is negative.`, remedy: "Counts and amounts are at least 0." };
    }
    if (counts && !Number.isSafeInteger(value)) {
      return {
        words: `${part}[${at}] is not a whole number.`,
        remedy: "Counts are whole numbers.",
      };
    }
  }
  return undefined;
}

function findBadMember({ inner, cells }: TableFile): Fault | undefined {
  for (const [at, { members }] of cells.entries()) {
    if (members.some((member) => member < 0 || member >= inner.length)) {
      return {
        words: `cells[${at}] names a member that is not in inner.`,
        remedy: `Members are indices from 0 to ${inner.length - 1}.`,
      };
    }
    if (new Set(members).size !== members.length) {
      return { words: `cells[${at}] names a member twice.`, remedy: "Name each member once." };
    }
  }
  return undefined;
}

function findBadSum({ kind, inner, cells }: TableFile): Fault | undefined {
  const name = kind === "frequency" ? "count" : "value";
  for (const [at, cell] of cells.entries()) {
    const sum = cell.members.reduce((total, member) => total + inner[member]![name]!, 0);
    if (Math.abs(sum - cell[name]!) > tolerance * Math.max(1, sum)) {
      return {
        words: `cells[${at}] is not the sum of its members: the table does not add up.`,
        remedy: "Mend the cell or its members.",
      };
    }
  }
  return undefined;
}

/** Microdata belong to base cells and add up to them. */
function findBadRow({ inner }: TableFile, rows: readonly PlacedRow[]): Fault | undefined {
  if (rows.length === 0) return undefined;
  const sums = new Float64Array(inner.length);
  for (const [at, row] of rows.entries()) {
    if (row.inner < 0 || !(row.value >= 0)) {
      return {
        words: `microdata[${at}] has no base cell that it belongs to, or no value of at least 0.`,
        remedy: "Give each row the codes of a base cell and a value.",
      };
    }
    sums[row.inner]! += row.value;
  }
  const bad = inner.findIndex(
    (cell, at) => Math.abs(sums[at]! - (cell.value ?? 0)) > tolerance * Math.max(1, sums[at]!),
  );
  if (bad < 0) return undefined;
  return { words: `inner[${bad}] is not the sum of its microdata.`, remedy: "Mend one of them." };
}

function findBadRelation({ cells, marginRelations }: TableFile): Fault | undefined {
  for (const [at, { total, parts }] of marginRelations.entries()) {
    const named = [total, ...parts];
    if (named.some((cell) => cell < 0 || cell >= cells.length)) {
      return {
        words: `marginRelations[${at}] names a cell that is not there.`,
        remedy: `Cells are indices from 0 to ${cells.length - 1}.`,
      };
    }
  }
  return undefined;
}

/** A hierarchy is a circle where a cell is a part of a part of itself. */
function findCircle({ cells, marginRelations }: TableFile): Fault | undefined {
  const parts = cells.map(() => new Set<number>());
  for (const relation of marginRelations) {
    for (const part of relation.parts) parts[relation.total]!.add(part);
  }
  const state = new Uint8Array(cells.length);
  const open = 1;
  const done = 2;
  for (const start of cells.keys()) {
    const path: { readonly cell: number; readonly rest: number[] }[] = [];
    const enter = (cell: number): void => {
      state[cell] = open;
      path.push({ cell, rest: [...parts[cell]!] });
    };
    if (state[start] === 0) enter(start);
    while (path.length > 0) {
      const { cell, rest } = path.at(-1)!;
      const next = rest.pop();
      if (next === undefined) {
        state[cell] = done;
        path.pop();
      } else if (state[next] === open) {
        return {
          words: `cells[${next}] is a part of itself: its hierarchy goes round in a circle.`,
          remedy: "Mend marginRelations.",
        };
      } else if (state[next] === 0) enter(next);
    }
  }
  return undefined;
}
