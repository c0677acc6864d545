import { expect, test } from "vitest";
import { paintChart, readSheet } from "../../src/reports/paint-chart.ts";

const sheet = readSheet(`
  :root { --ink: #111; --own: red; }
  @media (prefers-color-scheme: dark) { :root { --ink: #eee; } }
  .chart { fill: none; }
  .chart text { fill: var(--ink); }
  .series-2 { --own: blue; --dash: 6 3; }
  .line { stroke: var(--own); stroke-dasharray: var(--dash, none); }
  .chart .value, .chart .value text { fill: green; }
  @media print { :root { --ink: #000; } .chart { break-inside: avoid; } }
`);

test("an element gets the looks that its classes have in print", () => {
  const painted = paintChart('<svg class="chart"><text x="1">a</text></svg>', sheet);
  expect(painted).toContain('<text x="1" fill="#000">a</text>');
});

test("a token holds for what is inside the element that sets it", () => {
  const svg =
    '<svg class="chart"><g class="series-2"><path class="line" d="M0 0"/></g><path class="line" d="M1 1"/></svg>';
  const painted = paintChart(svg, sheet);
  expect(painted).toContain('<path d="M0 0" stroke="blue" stroke-dasharray="6 3"/>');
  expect(painted).toContain('<path d="M1 1" stroke="red" stroke-dasharray="none"/>');
});

test("classes weigh more than tags, wherever they stand", () => {
  const svg = '<svg class="chart"><g class="value"><text>b</text></g></svg>';
  expect(paintChart(svg, sheet)).toContain('<text fill="green">b</text>');
});

test("names and roles for a page are gone; the picture is whole", () => {
  const svg =
    '<svg class="chart" viewBox="0 0 9 9" role="img" aria-labelledby="t"><title id="t">T</title><circle r="1"/></svg>';
  const painted = paintChart(svg, sheet);
  expect(painted).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 9 9" fill="none"/,
  );
  expect(painted).toMatch(/<circle r="1"\/><\/svg>$/);
  expect(painted).not.toMatch(/title|aria|role|class/);
});
