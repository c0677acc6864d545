import type { About, Attention } from "../../release/schema.ts";
import type { Judged } from "../steering/judged.ts";
import { nameSpan, sayJudgedTo, sayReason, sayUsual } from "./judgements.ts";
import { formatInWords, formatPlain, joinWords } from "./numbers.ts";

const isSpecial = ({ judgement: { variation } }: Judged): boolean =>
  variation !== null && variation !== "noise";

/** Indicators by what is said of them, as the page of health lists them. */
export interface HealthGroups {
  readonly changed: readonly Judged[];
  readonly noise: readonly Judged[];
  readonly unsaid: readonly Judged[];
  readonly misses: readonly Judged[];
}

/** What changed, the worse first; what is noise; what nobody can say; what misses its target. */
export function groupHealth(all: readonly Judged[]): HealthGroups {
  const order = ["worse", "better", "up", "down"];
  const rank = ({ judgement }: Judged): number => order.indexOf(judgement.variation ?? "");
  return {
    changed: all.filter(isSpecial).toSorted((a, b) => rank(a) - rank(b)),
    noise: all.filter(({ judgement }) => judgement.variation === "noise"),
    unsaid: all.filter(({ judgement }) => judgement.variation === null),
    misses: all.filter(({ judgement }) => judgement.assurance === "misses"),
  };
}

/** "3 of 19 indicators changed by more than chance: 1 for the worse and 2 for the better." */
export function sayHealth({ changed, noise, unsaid, misses }: HealthGroups): string {
  const judged = changed.length + noise.length;
  if (judged === 0) return "No indicator has enough months yet to tell a change from chance.";
  const names = { worse: "for the worse", better: "for the better", up: "up", down: "down" };
  const parts = Object.entries(names).flatMap(([variation, words]) => {
    const many = changed.filter(({ judgement }) => judgement.variation === variation).length;
    return many === 0 ? [] : [`${formatPlain(many, 0)} ${words}`];
  });
  const undirected = changed.some(({ judgement: { variation } }) =>
    ["up", "down"].includes(variation ?? ""),
  );
  const neither = undirected ? ", which is neither good nor bad" : "";
  const which = parts.length === 0 ? "" : `: ${joinWords(parts)}${neither}`;
  const first = `${formatPlain(changed.length, 0) === "0" ? "None" : formatPlain(changed.length, 0)} of ${formatPlain(judged, 0)} indicators changed by more than chance${which}.`;
  const rest = ` The other ${formatPlain(noise.length, 0)} show only noise.`;
  const open =
    unsaid.length === 0 ? "" : ` Of ${formatPlain(unsaid.length, 0)} more nobody can say yet.`;
  return first + (noise.length === 0 ? "" : rest) + open + sayMisses(misses);
}

function sayMisses(misses: readonly Judged[]): string {
  if (misses.length === 0) return "";
  const many = misses.length === 1 ? "One" : formatPlain(misses.length, 0);
  return ` ${many} will keep missing ${misses.length === 1 ? "its target" : "their targets"} unless something changes.`;
}

/** What is said of one indicator beside its signs, after its last figure. */
export function sayJudged(judged: Judged, about: About): string {
  const { points, target, scale, decimals } = judged;
  if (points.length === 0) return "";
  const aim =
    target === null
      ? ""
      : `The target is ${formatInWords(target, scale, scale.unit === "share" ? 0 : decimals)}.`;
  const parts = [
    `usually ${sayUsual(judged)}.`,
    sayReason(judged),
    aim,
    sayJudgedTo(judged, about),
  ];
  return parts.filter(Boolean).join(" ");
}

/** "In September 2026 it was". */
export function sayWhen({ points }: Judged): string {
  return `In ${nameSpan(points.at(-1)!)} it was`;
}

/** "4 things need a sponsor", without a full stop. */
export function sayAttention(attention: readonly Attention[]): string {
  if (attention.length === 0) return "Nothing in this release asks for a sponsor";
  const one = attention.length === 1;
  return `${one ? "One thing needs" : `${formatPlain(attention.length, 0)} things need`} a sponsor`;
}
