import { placeBars, placeLine, type Point } from "./chart-shapes.ts";
import { escapeText, writeSvg } from "../charts/write.ts";
import { make } from "./make.ts";
import type { QueryResult, ResultColumn } from "./messages.ts";

/** More bars, or more points of a line, cannot be read. */
const most = { bars: 40, points: 400 };

/**
 * The first label and the first number of a result: a line over days and months, else bars from 0.
 * None where it has no label or no number, or is too long or too short for a picture. The table
 * holds the same.
 */
export function drawChart({ columns, rows }: QueryResult): HTMLElement | undefined {
  const label = columns.find(({ isNumber }) => !isNumber);
  const number = columns.find(({ isNumber }) => isNumber);
  if (label === undefined || number === undefined) return undefined;
  const overTime = isTime(label);
  if (rows < 2 || rows > (overTime ? most.points : most.bars)) return undefined;
  const points = readPoints(label, number, rows);
  if (points.length < 2) return undefined;
  const { shapes, width, height } = overTime ? placeLine(points) : placeBars(points);
  const title = `${number.name} by ${label.name}`;
  const text = {
    ...{ id: "workbench-chart", title: escapeText(title), subtitle: "" },
    description: "The table below holds the same numbers.",
  };
  const svg = writeSvg(overTime ? "line" : "bars", text, shapes, width, height);
  const figure = make("figure", "", "workbench-chart");
  figure.append(make("figcaption", title), readSvg(svg));
  return figure;
}

function readSvg(svg: string): Element {
  const named = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
  return new DOMParser().parseFromString(named, "image/svg+xml").documentElement;
}

function isTime({ values }: ResultColumn): boolean {
  const labels = new Set(values);
  const inOrder = values.every(
    (value, row) => row === 0 || (values[row - 1] ?? "") < (value ?? ""),
  );
  return inOrder && labels.size > 3 && values.every((value) => /^\d{4}-\d\d/.test(value ?? ""));
}

function readPoints(label: ResultColumn, number: ResultColumn, rows: number): Point[] {
  return Array.from({ length: rows }, (_, row) => ({
    label: label.values[row] ?? "null",
    value: Number(number.values[row] ?? Number.NaN),
  })).filter(({ value }) => Number.isFinite(value));
}
