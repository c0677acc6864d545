import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { families } from "../../pipelines/3-indicators/families.ts";
import { measures } from "../measures/index.ts";
import { Problem } from "../problem.ts";
import type { IndicatorText } from "./define.ts";

export interface Indicator {
  /** The folder's name; it is the indicator's permanent address. */
  readonly id: string;
  readonly text: IndicatorText;
  readonly sql: string;
  /** The worked examples, as Markdown. */
  readonly examples: string;
}

/** Words that every indicator has. */
const said = ["title", "question", "counts", "leavesOut", "formula", "unit", "source"] as const;

export const indicatorFolder = join(import.meta.dirname, "../../pipelines/3-indicators");

/**
 * Finds every indicator: each folder of `pipelines/3-indicators` with its three files, ordered by
 * family, then by `order`, then by id.
 * @throws Problem when a folder lacks a file, says too little, or names a family or measure that does not exist.
 */
export async function discoverIndicators(folder = indicatorFolder): Promise<Indicator[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const found = await Promise.all(ids.map((id) => readIndicator(folder, id)));
  const rank = (indicator: Indicator): number =>
    families.findIndex((family) => family.id === indicator.text.family);
  return found.sort(
    (a, b) => rank(a) - rank(b) || a.text.order - b.text.order || (a.id < b.id ? -1 : 1),
  );
}

async function readIndicator(folder: string, id: string): Promise<Indicator> {
  const read = (name: string): Promise<string> =>
    readFile(join(folder, id, name), "utf8").catch(() => {
      throw new Problem(
        "indicator-file",
        `The indicator ${id} has no file ${name}.`,
        "An indicator is a folder of three files: indicator.sql, indicator.ts and examples.md.",
      );
    });
  const [sql, examples] = await Promise.all([
    read("indicator.sql"),
    read("examples.md"),
    read("indicator.ts"),
  ]);
  const url = pathToFileURL(join(folder, id, "indicator.ts")).href;
  const { default: text } = (await import(url).catch(() => {
    throw unreadable(id);
  })) as { default: IndicatorText };
  checkText(id, text);
  return { id, text, sql, examples };
}

/** What `npm run check` would tell of the types, where nobody has asked it. */
function checkText(id: string, text: IndicatorText): void {
  const missing = said.find((key) => typeof text[key] !== "string" || text[key] === "");
  if (missing !== undefined) {
    throw new Problem(
      "indicator-text",
      `The indicator ${id} says no ${missing}.`,
      `Add it to pipelines/3-indicators/${id}/indicator.ts.`,
    );
  }
  if (!Object.hasOwn(measures, text.measure)) {
    throw new Problem(
      "indicator-measure",
      `The indicator ${id} names the measure "${text.measure}", which does not exist.`,
      `Use one of: ${Object.keys(measures).join(", ")}.`,
    );
  }
  if (!families.some((family) => family.id === text.family)) {
    throw new Problem(
      "indicator-family",
      `The indicator ${id} names the family "${text.family}", which does not exist.`,
      `Use one of: ${families.map((family) => family.id).join(", ")}.`,
    );
  }
}

function unreadable(id: string): Problem {
  return new Problem(
    "indicator-unreadable",
    `pipelines/3-indicators/${id}/indicator.ts cannot be read as TypeScript.`,
    "`npm run types` names the line.",
  );
}
