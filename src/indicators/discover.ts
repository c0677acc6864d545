import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { families } from "../../pipelines/3-indicators/families.ts";
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

export const indicatorFolder = join(import.meta.dirname, "../../pipelines/3-indicators");

/**
 * Finds every indicator: each folder of `pipelines/3-indicators` with its three files, ordered by
 * family, then by `order`, then by id.
 * @throws Problem when a folder lacks a file or names a family that does not exist.
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
  const { default: text } = (await import(url)) as { default: IndicatorText };
  if (!families.some((family) => family.id === text.family)) {
    throw new Problem(
      "indicator-family",
      `The indicator ${id} names the family "${text.family}", which does not exist.`,
      `Use one of: ${families.map((family) => family.id).join(", ")}.`,
    );
  }
  return { id, text, sql, examples };
}
