import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { choosePeriods } from "../../src/site/charts/axis.ts";
import * as charts from "../../src/site/charts/index.ts";
import { reachEdges } from "../../src/site/charts/open-ends.ts";
import * as data from "./figures.ts";

const hours = { unit: "hours", base: 10 } as const;

const textOf = (id: string): charts.ChartText => ({
  id,
  title: `Half of joint alerts led to action within 6.2 hours (${id})`,
  subtitle: "Median hours, Meridian Joint Programme, October 2024 to September 2026",
  description: "A line with its interval: it falls from 8.0 hours to 6.2 & stays <7.",
});

const curves = [
  data.survivalCurve("2024-10_2025-09", 7, 2100),
  data.survivalCurve("2025-10_2026-09", 5, 2300),
];

/** Every form on realistic data: 24 months, 9 partners. */
const forms: Record<string, () => Promise<string>> = {
  trend: () =>
    charts.drawTrend(textOf("trend"), data.monthly, {
      ...hours,
      target: { value: 6, words: "Agreed limit: 6 hours" },
      marks: [{ at: "2025-10", words: "New definition" }],
    }),
  survival: () =>
    charts.drawSurvival(textOf("survival"), curves, {
      labels: { "2024-10_2025-09": "Year to Sep 2025", "2025-10_2026-09": "Year to Sep 2026" },
      timeWords: "hours since the alert",
      base: 10,
      limit: { value: 6, words: "Agreed limit: 6 hours" },
    }),
  reliability: () => charts.drawReliability(textOf("reliability"), [data.calibration]),
  stacked: () =>
    charts.drawStacked(textOf("stacked"), data.byGrade, {
      unit: "count",
      base: 10,
      order: Object.keys(data.grades),
      labels: data.grades,
    }),
  dots: () =>
    charts.drawDots(textOf("dots"), data.byPartner, {
      ...hours,
      order: data.partnerCodes,
      labels: data.partners,
      overall: data.figure({}),
    }),
  coverage: () =>
    charts.drawCoverage(textOf("coverage"), data.coverage, {
      order: data.partnerCodes,
      labels: data.partners,
    }),
  sparkline: () => charts.drawSparkline(data.monthly, { ...hours, label: "It falls." }),
};

const drawn: Record<string, string> = {};
const names = Object.keys(forms);
beforeAll(async () => {
  for (const name of names) drawn[name] = await forms[name]!();
});

describe.each(names)("the %s chart", (name) => {
  test("carries no style, script, colour or size of its own", () => {
    expect(drawn[name]).not.toMatch(/<style|<script|<!|\s(style|fill|stroke|opacity|on\w+)=/);
    expect(drawn[name]).not.toMatch(/<svg[^>]*\s(width|height)=/);
    expect(drawn[name]).not.toMatch(/font-(size|family)/);
  });

  test("is well-formed and has no leftovers of the library", () => {
    const open: string[] = [];
    for (const [, closing, tag, empty] of drawn[name]!.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(tag);
      else if (!empty) open.push(tag!);
    }
    expect(open).toEqual([]);
    expect(drawn[name]).not.toMatch(/aria-roledescription|clip-path|transform=|NaN|undefined|null/);
  });

  test("says what it shows to a reader who does not see it", () => {
    expect(drawn[name]).toMatch(/^<svg class="chart [^>]*viewBox="[^>]*role="img"/);
    if (name === "sparkline") expect(drawn[name]).toContain('aria-label="It falls."');
    else {
      expect(drawn[name]).toContain(`aria-labelledby="${name}-title"`);
      expect(drawn[name]).toContain(`<title id="${name}-title">Half of joint alerts`);
      expect(drawn[name]).toContain(`aria-describedby="${name}-desc"`);
      expect(drawn[name]).toMatch(
        new RegExp(`<desc id="${name}-desc">Median .* &amp; stays &lt;7`),
      );
    }
  });

  test("is drawn byte for byte the same again, whatever was drawn before", async () => {
    for (const other of names.toReversed()) await forms[other]!();
    expect(await forms[name]!()).toBe(drawn[name]);
  });

  test("fits its share of a page", () => {
    const budget = name === "sparkline" ? 700 : 2500;
    expect(gzipSync(drawn[name]!, { level: 9 }).length).toBeLessThan(budget);
  });

  test("has coordinates of one decimal at most", () => {
    const coordinates = [...drawn[name]!.matchAll(/\s(?:d|x|y|cx|cy|r)="([^"]*)"/g)].join(" ");
    expect(coordinates).not.toMatch(/\.\d\d/);
  });

  test("paints only with classes that chart.css knows, or that need no paint", () => {
    const used = [...drawn[name]!.matchAll(/class="([^"]*)"/g)].flatMap(([, own]) =>
      own!.split(" "),
    );
    const plain = ["chart-label", `chart-${name}`];
    const unknown = used.filter((one) => !css.includes(`.${one}`) && !plain.includes(one));
    expect(unknown).toEqual([]);
  });
});

const css = readFileSync(new URL("../../src/site/charts/chart.css", import.meta.url), "utf8");

describe("text", () => {
  test("is 11 px or more in every column from 320 px on", () => {
    const sizes = [
      ...css.matchAll(/min-width: (\d+)px\)\s*{\s*\.chart\s*{\s*font-size: ([\d.]+)px/g),
    ];
    const steps = [["320", "16.5"], ...sizes.map(([, column, size]) => [column!, size!])];
    expect(steps.length).toBe(5);
    for (const [column, size] of steps)
      expect((Number(size) * Number(column)) / 480).toBeGreaterThanOrEqual(11);
  });

  test("keeps within the drawing at its largest size", () => {
    for (const name of names)
      for (const [, anchor, x, words] of readTexts(drawn[name]!)) {
        const room = words!.length * 16.5 * 0.5;
        const left = Number(x) - (anchor === "end" ? room : anchor === "middle" ? room / 2 : 0);
        expect(left, `${name}: ${words!}`).toBeGreaterThanOrEqual(-4);
        expect(left + room, `${name}: ${words!}`).toBeLessThanOrEqual(484);
      }
  });
});

describe("a figure that may not be shown", () => {
  test("has no point, no number and no zero in a trend, but a tint and a mark", () => {
    const shown = data.monthly.filter(({ status }) => status === "value").length;
    expect(drawn.trend!.match(/<circle/g)).toHaveLength(shown);
    expect(drawn.trend).not.toContain("May 2025:");
    expect(drawn.trend).toContain('class="chart-hidden"');
    expect(drawn.trend).toContain(">[c]</text>");
  });

  test("breaks the line and the band, in a trend and in a sparkline", () => {
    for (const name of ["trend", "sparkline"])
      for (const part of ["chart-line", "chart-band"]) {
        const path = new RegExp(`class="${part} chart-series-1" d="([^"]*)"`).exec(drawn[name]!);
        expect(path![1]!.match(/M/g)).toHaveLength(3);
      }
  });

  test("is the word in its row among dots", () => {
    expect(drawn.dots!.match(/<circle/g)).toHaveLength(8);
    expect(drawn.dots).toContain(">hidden</text>");
  });

  test("has no bar among grades", () => {
    expect(drawn.stacked!.match(/<\/title>/g)).toHaveLength(31 + 1);
    expect(drawn.stacked).toContain(">[low]</text>");
  });

  test("that is a count too low to be shown is neither a zero nor a hidden one", async () => {
    const counts = data.monthly.map((figure) => data.asCount(figure));
    const trend = await charts.drawTrend(textOf("low"), counts, { unit: "count", base: 10 });
    expect(trend).toContain(">[low]</text>");
    expect(trend).not.toContain(">[c]</text>");
    const row = data.asCount(data.byPartner.find(({ status }) => status === "hidden")!);
    const options = { unit: "count", base: 5, order: [row.category], labels: {} } as const;
    const dots = await charts.drawDots(textOf("few"), [row], options);
    expect(dots).toContain(">fewer than 5</text>");
    expect(dots).not.toContain(">0</text>");
  });

  test("is the mark, not a zero, among the cases still open", async () => {
    const few = data.survivalCurve("year", 5, 100);
    const points = few.points.map((point) => ({ ...point, n: Math.floor(point.n / 10) * 10 }));
    const options = { labels: {}, timeWords: "hours", base: 10 };
    const svg = await charts.drawSurvival(textOf("open"), [{ ...few, points }], options);
    expect(svg).toContain(">Still open ([low]: fewer than 10)</text>");
    expect(svg).toContain(">[low]</text>");
    expect(svg.match(/>0<\/text>/g)).toHaveLength(1); // of the axis of time
  });

  test("is not drawn even where a number was left in it by mistake", async () => {
    const leaky = data.monthly.map((figure) => ({ ...figure, status: "hidden" as const }));
    const svg = await charts.drawTrend(textOf("leaky"), leaky, hours);
    expect(svg).not.toMatch(/<circle|chart-value/);
  });

  test("is not bridged where a period has no figure at all", async () => {
    const gap = data.monthly.filter((_, nth) => nth < 3 || (nth > 4 && nth < 7));
    const svg = await charts.drawTrend(textOf("gap"), gap, hours);
    expect(/class="chart-line chart-series-1" d="([^"]*)"/.exec(svg)![1]!.match(/M/g)).toHaveLength(
      2,
    );
  });
});

describe("what a reader is told beside the marks", () => {
  test("a target is a line with its words", () => {
    for (const name of ["trend", "survival"]) {
      expect(drawn[name]).toContain('class="chart-target"');
      expect(drawn[name]).toMatch(/class="chart-target-label"[^>]*>Agreed limit: 6 hours</);
    }
  });

  test("a change on the way is a rule with its words", () => {
    expect(drawn.trend).toContain('class="chart-mark"');
    expect(drawn.trend).toMatch(/class="chart-note"[^>]*>New definition</);
  });

  test("a point says its period, value, interval and n", () => {
    expect(drawn.trend).toMatch(/<title>Sep 2026: 6\.2 \(5\.8 to 6\.9\), n \d+<\/title>/);
  });

  test("a ratio has a line where two groups do not differ, which the axis holds", async () => {
    const ratio = data.figure({ unit: "ratio", value: 2.4, lower: 1.9, upper: 3, decimals: 2 });
    const row = { ...ratio, breakdown: "partner", category: "ledger" };
    const style = { unit: "ratio", base: 10 } as const;
    const options = { ...style, order: ["ledger"], labels: data.partners };
    const plain = await charts.drawDots(textOf("plain"), [row], options);
    const dots = await charts.drawDots(textOf("dots"), [row], { ...options, reference: 1 });
    const trend = await charts.drawTrend(textOf("trend"), [ratio], { ...style, reference: 1 });
    const linesOf = (svg: string) => svg.match(/class="chart-axis"/g)?.length ?? 0;
    expect(linesOf(dots)).toBe(linesOf(plain) + 1);
    expect(linesOf(trend)).toBeGreaterThan(0);
  });

  test("a bound is a hollow dot, and its words say so", async () => {
    const bound = data.figure({
      ...{ unit: "share", value: 0.04, lower: 0, upper: 0.04, decimals: 0 },
      ...{ bound: "at most", breakdown: "partner", category: "lantern" },
    });
    const about = { ...bound, bound: null, about: true, value: 0.35, category: "ledger" };
    const options = { unit: "share", base: 10, labels: data.partners } as const;
    const order = ["lantern", "ledger"];
    const dots = await charts.drawDots(textOf("bound"), [bound, about], { ...options, order });
    expect(dots.match(/<circle class="chart-bound /g)).toHaveLength(1);
    expect(dots.match(/<circle class="chart-point /g)).toHaveLength(1);
    expect(dots).toContain(">at most 4%</text>");
    expect(dots).toContain(">about 35%</text>");
    expect(dots).toContain("<title>Lantern Service: at most 4%, n 240</title>");
    const trend = await charts.drawTrend(textOf("bounds"), [bound], options);
    expect(trend).toContain("chart-bound");
    expect(trend).toContain(">at most 4%</text>");
  });

  test("a survival curve says how many cases are still open at each time", () => {
    expect(drawn.survival).toContain(">2,100</text>");
    expect(drawn.survival).toContain(">Still open</text>");
  });

  test("a reliability diagram says how many forecasts stand behind each dot", () => {
    for (const { n } of data.calibration.points)
      expect(drawn.reliability).toContain(`>${n}</text>`);
  });

  test("partners keep the order they are given in", () => {
    const rows = [...drawn.dots!.matchAll(/<title>([^:<]+): /g)].map(([, name]) => name);
    const order = Object.values(data.partners).filter((name) => name !== "Lantern Service");
    expect(rows).toEqual(order);
  });

  test("coverage tells its states apart by shape and names them", () => {
    for (const state of ["reported", "silent", "part", "missing"])
      expect(drawn.coverage).toContain(`chart-state-${state}`);
    for (const words of ["reported, no record of any kind", "reported in part", "not reported"])
      expect(drawn.coverage).toContain(`>${words}</text>`);
  });
});

describe("an axis of periods", () => {
  const quarters = (count: number) =>
    Array.from({ length: count }, (_, nth) => {
      const month = (of: number) =>
        `${2009 + Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, "0")}`;
      return { from: month(nth * 3), to: month(nth * 3 + 2), at: nth * 3 + 1 };
    });

  test("names years where 56 quarters leave room for no more", () => {
    const named = choosePeriods(quarters(56), 400).map(({ name }) => name);
    expect(named.slice(0, 3)).toEqual(["2009", "2011", "2013"]);
  });

  test("names quarters while they fit", () => {
    expect(choosePeriods(quarters(3), 400).map(({ name }) => name)).toEqual([
      "Jan–Mar 2009",
      "Apr–Jun 2009",
      "Jul–Sep 2009",
    ]);
  });
});

test("an interval with an open end has its band, up to the edge", async () => {
  const open = data.monthly.map((figure) => ({ ...figure, upper: null }));
  for (const draw of [charts.drawSparkline, charts.drawTrend.bind(null, textOf("open"))]) {
    const svg = await draw(open, hours);
    expect(svg).toMatch(/chart-band chart-series-1" d="M[^"]{40}/);
    expect(svg).not.toMatch(/NaN|null/);
  }
  expect(reachEdges([{ lower: 5, upper: null }], [0, 9])).toEqual([{ lower: 5, upper: 9 }]);
});

describe("limits of a form", () => {
  test("more than five curves in one panel are refused", async () => {
    const many = Array.from({ length: 6 }, (_, nth) => data.survivalCurve(`${nth}`, 5, 100));
    const options = { labels: {}, timeWords: "hours", base: 10 };
    await expect(charts.drawSurvival(textOf("many"), many, options)).rejects.toThrow(
      "at most 5 curves",
    );
  });

  test("nothing to draw is an empty string, which a page says in a sentence", async () => {
    expect(await charts.drawTrend(textOf("a"), [], hours)).toBe("");
    expect(await charts.drawReliability(textOf("b"), [])).toBe("");
    expect(
      await charts.drawSurvival(textOf("c"), [], { labels: {}, timeWords: "h", base: 10 }),
    ).toBe("");
    expect(await charts.drawCoverage(textOf("d"), [], { order: [], labels: {} })).toBe("");
  });
});

/** Anchor, x and words of every text, an anchor of the group before it being its own. */
function readTexts(svg: string): string[][] {
  const found: string[][] = [];
  let group = "start";
  const tokens = /<g [^>]*?(?:text-anchor="(\w+)")?>|<\/g>|<text([^>]*)>([^<]*)/g;
  for (const [whole, anchor, attributes, words] of svg.matchAll(tokens)) {
    if (attributes === undefined) group = whole === "</g>" ? "start" : (anchor ?? "start");
    else {
      const own = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? group;
      found.push(["", own, / x="([^"]*)"/.exec(attributes)![1]!, words!]);
    }
  }
  return found;
}
