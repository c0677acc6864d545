import { quoteText } from "../engines/duckdb.ts";
import type { SampleKind, Weights } from "./kind.ts";
import type { PartnerProfile } from "./partners.ts";

/** The shapes of a kind as SQL macros: `pick_severity(draw)`, `severity_pace(severity)`, … */
export function writePickers(shape: SampleKind, partner: PartnerProfile): string {
  const choices = Object.entries(shape.choices).flatMap(([name, choice]) => {
    const weights = typeof choice === "function" ? choice(partner) : choice;
    return [writeChoice(`pick_${name}`, weights), writeOther(`other_${name}`, weights)];
  });
  const lookups = Object.entries(shape.lookups ?? {}).map(
    ([name, { else: rest = 1, ...numbers }]) => writeLookup(name, numbers, rest),
  );
  return [...choices, ...lookups].join("\n");
}

/** A macro from a draw in [0, 1) to a code, each as often as its weight says. */
function writeChoice(name: string, weights: Weights): string {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let reached = 0;
  const whens = entries.slice(0, -1).map(([code, weight]) => {
    reached += weight;
    return `when drawn < ${(reached / total).toFixed(6)} then ${quoteText(code)}`;
  });
  return writeMacro(name, "drawn", writeCase(whens, quoteText(entries.at(-1)![0])));
}

/** A macro from a code to another one: "not_stated" where there is such a code, or else the first. */
function writeOther(name: string, weights: Weights): string {
  const codes = Object.keys(weights);
  const [one, other = one] = codes.includes("not_stated")
    ? ["not_stated", codes.find((code) => code !== "not_stated")]
    : codes;
  const [usual, instead] = [quoteText(one), quoteText(other)];
  return writeMacro(name, "code", `if(code = ${usual}, ${instead}, ${usual})`);
}

/** A macro from a code to its number. */
function writeLookup(name: string, numbers: Weights, rest: number): string {
  const whens = Object.entries(numbers).map(
    ([code, number]) => `when code = ${quoteText(code)} then ${number}`,
  );
  return writeMacro(name, "code", `(${writeCase(whens, String(rest))})::double`);
}

function writeCase(whens: readonly string[], rest: string): string {
  return whens.length === 0 ? rest : `case ${whens.join(" ")} else ${rest} end`;
}

function writeMacro(name: string, argument: string, body: string): string {
  return `create or replace temp macro ${name}(${argument}) as ${body};`;
}
