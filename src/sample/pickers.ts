import { quoteText } from "../engines/duckdb.ts";
import type { PartnerProfile } from "./partners.ts";
import {
  calibration,
  disruptionKinds,
  grades,
  lists,
  routes,
  severities,
  threats,
  type Weights,
} from "./shapes.ts";

/** The tables of shapes as SQL macros: `pick_severity(draw)`, `severity_pace(severity)`, … */
export function writePickers(partner: PartnerProfile): string {
  const choices: Record<string, Weights> = {
    ...lists,
    threat_type: threats[partner.sector],
    severity: trait(severities, "weight"),
    grade: trait(grades, "weight"),
    disruption_kind: trait(disruptionKinds, "weight"),
    handling_route: trait(routes, "weight"),
  };
  return [
    ...Object.entries(choices).map(([name, weights]) => writeChoice(`pick_${name}`, weights)),
    writeLookup("severity_pace", trait(severities, "pace"), 1),
    writeLookup("severity_left", trait(severities, "left"), 0),
    writeLookup("severity_rung", trait(severities, "rung"), 1),
    writeLookup("grade_value", trait(grades, "value"), 0),
    writeLookup("kind_without_assets", trait(disruptionKinds, "without"), 0),
    writeLookup("route_pace", trait(routes, "pace"), 1),
    writeLookup("threat_slope", trait(calibration, "slope"), 1),
    writeLookup("threat_lean", trait(calibration, "lean"), 0),
  ].join("\n");
}

function trait<Name extends string>(
  table: Readonly<Record<string, Readonly<Record<Name, number>>>>,
  name: Name,
): Record<string, number> {
  return Object.fromEntries(Object.entries(table).map(([code, row]) => [code, row[name]]));
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
  const last = quoteText(entries.at(-1)![0]);
  return writeMacro(name, "drawn", `case ${whens.join(" ")} else ${last} end`);
}

/** A macro from a code to its number. */
function writeLookup(name: string, numbers: Record<string, number>, otherwise: number): string {
  const whens = Object.entries(numbers).map(
    ([code, number]) => `when ${quoteText(code)} then ${number}`,
  );
  return writeMacro(name, "code", `(case code ${whens.join(" ")} else ${otherwise} end)::double`);
}

function writeMacro(name: string, argument: string, body: string): string {
  return `create or replace temp macro ${name}(${argument}) as ${body};`;
}
