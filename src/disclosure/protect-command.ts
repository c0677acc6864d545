import { Command } from "commander";
import { readTableFile, type Table } from "../tables/table.ts";
import { protectProblems } from "./rounding/problems.ts";
import { roundTable } from "./rounding/small-counts.ts";

interface ProtectOptions {
  readonly method?: string;
  readonly base?: string;
  readonly width?: string;
  readonly notZero?: boolean;
}

/** `plumbline protect`: protects any table of counts or amounts, and prints what it did as JSON. */
export function protectCommand(): Command {
  return new Command("protect")
    .description("protect any table by small-count rounding or by suppression")
    .argument("<table>", "JSON with inner, cells, primaryRule and threshold")
    .option("--method <name>", "round or suppress")
    .option("--base <number>", "round: counts from 1 to just below it become 0 or the base")
    .option("--width <number>", "suppress: the least width of what can be told of a hidden cell")
    .option(
      "--not-zero",
      "suppress: readers know that a hidden cell is not zero, unless zeros are hidden too",
    )
    .option("--json", "print JSON, as is done anyway")
    .action(async (file, options: ProtectOptions) => {
      const protect = chooseMethod(options);
      const { table } = await readTableFile(String(file));
      const started = performance.now();
      const result = await protect(table);
      const seconds = Math.round(performance.now() - started) / 1000;
      const report = { method: options.method, ...result, seconds };
      console.log(JSON.stringify(report, null, process.stdout.isTTY ? 2 : undefined));
    });
}

type Protect = (table: Table) => object | Promise<object>;

function chooseMethod({ method, base, width, notZero = false }: ProtectOptions): Protect {
  if (method === "round") {
    if (width !== undefined) throw protectProblems.optionOfOther("--width", method);
    if (notZero) throw protectProblems.optionOfOther("--not-zero", method);
    return (table) => roundTable(table, readNumber(base));
  }
  if (method === "suppress") {
    if (base !== undefined) throw protectProblems.optionOfOther("--base", method);
    return suppressWith(readNumber(width), notZero);
  }
  throw protectProblems.methodWrong();
}

function suppressWith(width: number, notZero: boolean): Protect {
  if (!(width >= 0 && width < Infinity)) throw protectProblems.widthWrong();
  return async (table) => {
    // The solver is loaded where it is needed only.
    const { suppressTable } = await import("./suppression/suppress.ts");
    const result = await suppressTable(table, { width, notZero });
    const { primary, secondary, secondaryValue, optimal, lowerBound } = result;
    return { primary, secondary, secondaryValue, optimal, lowerBound };
  };
}

function readNumber(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? NaN : Number(text);
}
