import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Typesetter } from "../engines/typst.ts";
import type { Block, Report } from "./model.ts";
import { paintChart, readSheet } from "./paint-chart.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "reports");

/** The documents that there are, each a template of its own. */
export type Form = "audit-report" | "summary" | "briefing";

/** Sets reports as PDF. */
export interface Press {
  /**
   * @param day "2026-10-30", on which the release was published
   * @returns a tagged PDF (PDF/UA-1), the same bytes each time
   */
  readonly print: (form: Form, report: Report, day: string) => Buffer;
}

/** Reads fonts, templates and the looks of charts once, for as many reports as there are. */
export async function openPress(): Promise<Press> {
  const fonts = (await readdir(join(folder, "fonts"))).filter((name) => name.endsWith(".otf"));
  const paths = fonts.sort().map((name) => join(folder, "fonts", name));
  const typesetter = new Typesetter(folder, paths);
  const sheet = readSheet(await readFile(join(root, "src/site/charts/chart.css"), "utf8"));
  return {
    print: (form, report, day) => {
      const files = new Map<string, string>();
      // Data goes in as a file of its own, never as markup: whatever it holds stays a text.
      files.set(join(folder, "report.json"), JSON.stringify(withoutDrawings(report)));
      for (const block of report.parts.flatMap(({ blocks }) => blocks))
        if (block.kind === "chart")
          files.set(join(folder, `${block.id}.svg`), paintChart(block.svg, sheet));
      return typesetter.setPdf(join(folder, `${form}.typ`), files, day);
    },
  };
}

/** The report with the name of each chart's file in place of its drawing. */
function withoutDrawings(report: Report): unknown {
  const strip = (block: Block): unknown =>
    block.kind === "chart" ? { ...block, svg: `${block.id}.svg` } : block;
  return {
    ...report,
    parts: report.parts.map((part) => ({ ...part, blocks: part.blocks.map(strip) })),
  };
}
