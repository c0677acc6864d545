import { scale as vegaScale } from "vega";
import type { Unit } from "../../release/schema.ts";
import { namePeriod, writeNumber } from "./words.ts";
import { textRoom } from "./theme.ts";
import { indexMonth } from "../words/dates.ts";
import { factorOf } from "../words/numbers.ts";

/** A number axis: its domain and the values that are labelled. */
export interface NumberAxis {
  readonly domain: [number, number];
  readonly ticks: number[];
  readonly labels: string[];
}

/**
 * A round axis that holds all `values`, without labels where there are none. It starts at zero
 * unless that would squeeze several into less than an eighth of its height; bars ask for `zero`. A
 * horizontal axis says how much `room` it has, and gets as many labels as fit, what else stands at
 * them (`widestLabel`) included.
 */
export function chooseAxis(
  values: readonly number[],
  unit: Unit,
  { zero = false, most = 4, room = Infinity, widestLabel = "" } = {},
): NumberAxis {
  if (values.length === 0) return { domain: [0, 1], ticks: [], labels: [] };
  const top = Math.max(...values, 0);
  const bottom = Math.min(...values);
  const start = zero || startsAtZero(values) ? Math.min(bottom, 0) : bottom;
  const scale = linear(start, top === start ? start + 1 : top, most);
  const domain = scale.domain();
  if (unit === "share") domain[1] = Math.min(domain[1], Math.max(1, top));
  const ticks = scale.ticks(most).filter((tick) => tick <= domain[1] + 1e-9);
  const decimals = labelDecimals(ticks, unit);
  const written = ticks.map((tick) => writeNumber(tick, unit, decimals));
  const whole = written.every((label) => /\.0[a-z]|^0$/.test(label));
  const labels = whole ? written.map((label) => label.replace(".0", "")) : written;
  const widest = Math.max(textRoom(widestLabel), ...labels.map(textRoom));
  const fits = widest + 12 <= room / (labels.length - 1);
  if (!fits && most > 1 && labels.length > 2)
    return chooseAxis(values, unit, { zero, most: most - 1, room, widestLabel });
  return { domain, ticks, labels };
}

/** Whether an axis from zero leaves the values an eighth of its height, or there is but one. */
export function startsAtZero(values: readonly number[]): boolean {
  const [top, bottom] = [Math.max(...values, 0), Math.min(...values)];
  return bottom <= 0 || top === bottom || top - bottom > top / 8;
}

interface Linear {
  domain(domain: [number, number]): Linear;
  domain(): [number, number];
  nice(count: number): Linear;
  ticks(count: number): number[];
}

function linear(start: number, end: number, count: number): Linear {
  const make = vegaScale("linear") as unknown as () => Linear;
  return make().domain([start, end]).nice(count);
}

/** The fewest decimals that tell the ticks apart. */
function labelDecimals(ticks: readonly number[], unit: Unit): number {
  const factor = factorOf(unit);
  const exact = (decimals: number) =>
    ticks.every(
      (tick) => Math.abs(Number((tick * factor).toFixed(decimals)) - tick * factor) < 1e-9,
    );
  return [0, 1, 2, 3].find(exact) ?? 4;
}

/** The axis definition for Vega-Lite: the values and the words that stand at them. */
export function toVegaAxis(places: readonly { at: number; name: string }[]): object {
  const names = Object.fromEntries(places.map(({ at, name }) => [at, name]));
  return { values: places.map(({ at }) => at), labelExpr: `${JSON.stringify(names)}[datum.value]` };
}

/** The ticks of a number axis with their labels. */
export function placeTicks({ ticks, labels }: NumberAxis): { at: number; name: string }[] {
  return ticks.map((at, index) => ({ at, name: labels[index]! }));
}

/** Room for the labels of a vertical axis, in chart units. */
export function axisRoom({ labels }: NumberAxis): number {
  return Math.max(24, ...labels.map(textRoom)) + 10;
}

/** Periods along the bottom: each has a tick, and as many have a name as fit. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** The middle of the period in months. */
  readonly at: number;
}

/**
 * The periods to be named, so that names do not touch: every one, every second, … Where only the
 * year has room, the first period of a calendar year is named by it.
 */
export function choosePeriods(
  periods: readonly Period[],
  room: number,
): { at: number; name: string }[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const months = indexMonth(last.to) - indexMonth(first.from) + 1;
  const each = indexMonth(first.to) - indexMonth(first.from) + 1;
  for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 240].filter((one) => one % each === 0)) {
    const taken = takeEvery(step, periods);
    const names = [taken.map(({ from, to }) => namePeriod(from, to))];
    if (taken.every(({ from }) => from.endsWith("-01")))
      names.push(taken.map(({ from }) => from.slice(0, 4)));
    const found = names.find(
      (own) => (step * room) / months >= Math.max(...own.map(textRoom)) + 12,
    );
    if (found) return taken.map(({ at }, index) => ({ at, name: found[index]! }));
  }
  return [{ at: first.at, name: namePeriod(first.from, first.to) }];
}

/** Periods that begin `step` months apart; whole years from the first January on. */
function takeEvery(step: number, periods: readonly Period[]): Period[] {
  const january = periods.find(({ from }) => step >= 12 && from.endsWith("-01"));
  const start = indexMonth((january ?? periods[0]!).from);
  return periods.filter(
    ({ from }) => indexMonth(from) >= start && (indexMonth(from) - start) % step === 0,
  );
}
