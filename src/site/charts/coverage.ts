import type { Coverage } from "../../release/schema.ts";
import { toVegaAxis } from "./axis.ts";
import { renderChart } from "./render.ts";
import { nameLayer, rowRoom } from "./row-names.ts";
import { chartWidth, textRoom, wrapText } from "./theme.ts";
import { nameMonth } from "./words.ts";
import { indexMonth } from "../words/dates.ts";
import type { ChartText } from "./write.ts";

export interface CoverageOptions {
  /** The partners from top to bottom. */
  readonly order: readonly string[];
  /** Names of the partners. */
  readonly labels: Readonly<Record<string, string>>;
  /** Words for the states in the key. */
  readonly words?: Partial<Readonly<Record<CoverageState, string>>>;
}

/** A partner's month over all record kinds that were given: "part" where only some are missing. */
export type CoverageState = Coverage["state"] | "part";

/** Tall bar, hollow bar, half a bar, cross: told apart by shape in any colour. */
const states: Readonly<Record<CoverageState, { shape: string; filled: boolean; words: string }>> = {
  reported: { shape: "M-.4,-1L.4,-1L.4,1L-.4,1Z", filled: true, words: "reported" },
  silent: {
    shape: "M-.35,-.95L.35,-.95L.35,.95L-.35,.95Z",
    filled: false,
    words: "reported, no record of any kind",
  },
  part: { shape: "M-.4,0L.4,0L.4,1L-.4,1Z", filled: true, words: "reported in part" },
  missing: { shape: "M-.35,-.35L.35,.35M-.35,.35L.35,-.35", filled: false, words: "not reported" },
};

/** Who reported when: partners down, months across, each state with a shape of its own. */
export async function drawCoverage(
  text: ChartText,
  coverage: readonly Coverage[],
  options: CoverageOptions,
): Promise<string> {
  const cells = joinKinds(coverage, options.order);
  if (cells.length === 0) return "";
  const months = [...new Set(cells.map(({ at }) => at))].toSorted((a, b) => a - b);
  const names = options.order.map((partner) => wrapText(options.labels[partner] ?? partner, 150));
  const left = Math.max(...names.flat().map(textRoom)) + 14;
  const used = (Object.keys(states) as CoverageState[]).filter((state) =>
    cells.some((cell) => cell.state === state),
  );
  const keys = placeKey(used, options);
  const height = options.order.length * Math.max(rowRoom(names), 28);
  const bottom = 76 + (keys.at(-1)?.line ?? 0) * 28;
  const frame = { width: chartWidth, height: height + 6 + bottom, top: 6, right: 8, bottom, left };
  const labelled = months.filter((_, index) => index % (months.length > 14 ? 12 : 6) === 0);
  const x = {
    field: "at",
    type: "quantitative",
    scale: { domain: [months[0]! - 0.5, months.at(-1)! + 0.5], nice: false, zero: false },
    axis: {
      domain: false,
      labelPadding: 26,
      ...toVegaAxis(labelled.map((at) => ({ at, name: nameMonth(at) }))),
    },
  };
  const y = {
    field: "row",
    type: "ordinal",
    scale: { domain: options.order.map((_, row) => row), padding: 0 },
    axis: null,
  };
  const layer = [nameLayer(names, 12), ...used.map(stateLayer), ...keyLayers(keys, 12 - left)];
  return renderChart(
    "coverage",
    text,
    { data: { values: cells }, encoding: { x, y }, layer },
    frame,
  );
}

function joinKinds(coverage: readonly Coverage[], order: readonly string[]) {
  const cells = Map.groupBy(coverage, ({ partner, month }) => `${partner} ${month}`);
  return [...cells.values()].flatMap((kinds) => {
    const row = order.indexOf(kinds[0]!.partner);
    const found = new Set(kinds.map(({ state }) => state));
    const state: CoverageState = !found.has("missing")
      ? found.has("reported")
        ? "reported"
        : "silent"
      : found.size > 1
        ? "part"
        : "missing";
    return row < 0 ? [] : [{ row, at: indexMonth(kinds[0]!.month), state }];
  });
}

function stateLayer(state: CoverageState): object {
  return { transform: [{ filter: `datum.state === '${state}'` }], mark: stateMark(state) };
}

function stateMark(state: CoverageState): object {
  const { shape, filled } = states[state];
  return { type: "point", shape, filled, size: 400, color: `state-${state}` };
}

interface Key {
  readonly state: CoverageState;
  readonly words: string;
  readonly left: number;
  readonly line: number;
}

/** The key: a shape and its words, one after the other and in as many lines as they need. */
function placeKey(used: readonly CoverageState[], options: CoverageOptions): Key[] {
  let [left, line] = [0, 0];
  return used.map((state) => {
    const words = options.words?.[state] ?? states[state].words;
    const room = textRoom(words) + 44;
    if (left > 0 && left + room - 24 > chartWidth - 16) [left, line] = [0, line + 1];
    left += room;
    return { state, words, left: left - room, line };
  });
}

function keyLayers(keys: readonly Key[], start: number): object[] {
  return keys.flatMap(({ state, words, left, line }) => {
    const y = { value: { expr: `height + ${60 + line * 28}` } };
    const text = { type: "text", align: "left", color: "note middle" };
    const at = start + left;
    return [
      { data: { values: [{}] }, mark: stateMark(state), encoding: { x: { value: at }, y } },
      {
        data: { values: [{}] },
        mark: text,
        encoding: { x: { value: at + 13 }, y, text: { value: words } },
      },
    ];
  });
}
