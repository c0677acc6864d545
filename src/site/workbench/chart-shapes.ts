import type { Shape } from "../charts/shapes.ts";
import { escapeText } from "../charts/write.ts";

export interface Point {
  readonly label: string;
  readonly value: number;
}

/** Shapes in chart units, and the drawing's size. */
export interface Placed {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
}

const width = 480;

/** One bar a point, from 0, with its label before it and its number behind. */
export function placeBars(points: readonly Point[]): Placed {
  const [step, left, right] = [18, 150, 64];
  const at = scale(points, left, width - right);
  const middle = (row: number) => row * step + step / 2 + 2;
  const shapes = [
    ...points.map(({ value }, row) => bar(at(0), at(value), middle(row))),
    ...points.map(({ label }, row) =>
      words(shorten(label, 26), { x: left - 6, y: middle(row), anchor: "end" }),
    ),
    ...points.map(({ value }, row) =>
      words(formatShort(value), { x: Math.max(at(0), at(value)) + 4, y: middle(row) }),
    ),
  ];
  return { shapes, width, height: points.length * step + 4 };
}

/** A line over the points in their order, with its least and largest number and both of its ends. */
export function placeLine(points: readonly Point[]): Placed {
  const [height, left, right, top, bottom] = [200, 60, 12, 12, 26];
  const y = scale(points, height - bottom, top);
  const x = (index: number) => left + ((width - left - right) * index) / (points.length - 1);
  const values = points.map(({ value }) => value);
  const shown = new Set([Math.min(0, ...values), Math.max(0, ...values)]);
  const drawn = points.map(({ value }, index): [number, number] => [x(index), y(value)]);
  const shapes: Shape[] = [
    ...[...shown].map((value) => line("chart-grid", rule(left, width - right, y(value)))),
    line("chart-line chart-series-1", drawn),
    ...[...shown].map((value) =>
      words(formatShort(value), { x: left - 6, y: y(value), anchor: "end" }),
    ),
    words(points[0]!.label, { x: left, y: height - 8 }),
    words(points.at(-1)!.label, { x: width - right, y: height - 8, anchor: "end" }),
  ];
  return { shapes, width, height };
}

/** Numbers to places, with 0 among them. */
function scale(points: readonly Point[], from: number, to: number): (value: number) => number {
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return (value) => from + ((to - from) * (value - least)) / (most - least || 1);
}

function bar(from: number, to: number, middle: number): Shape {
  const [top, bottom] = [middle - 6, middle + 6];
  const points: [number, number][] = [
    [from, top],
    [to, top],
    [to, bottom],
    [from, bottom],
  ];
  const path = [{ points, closed: true }];
  return { tag: "path", classes: "chart-bar chart-series-1", x: 0, y: 0, path };
}

function line(classes: string, points: [number, number][]): Shape {
  return { tag: "path", classes, x: 0, y: 0, path: [{ points, closed: false }] };
}

function rule(from: number, to: number, y: number): [number, number][] {
  return [
    [from, y],
    [to, y],
  ];
}

function words(content: string, place: { x: number; y: number; anchor?: string }): Shape {
  return { tag: "text", classes: "chart-middle", ...place, content: escapeText(content) };
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function formatShort(value: number): string {
  return String(Number(value.toPrecision(6)));
}
