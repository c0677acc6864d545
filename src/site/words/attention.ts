import type { Attention } from "../../release/schema.ts";
import type { Release } from "../../release/read.ts";
import { findJudged } from "../steering/judged.ts";
import { nameKind } from "./coverage.ts";
import { formatDay, formatMonth } from "./dates.ts";
import { sayLatest, sayRange } from "./judgements.ts";
import { nameCode } from "./names.ts";
import { formatCount, formatInWords, formatPlain, joinWords } from "./numbers.ts";
import { scaleOf } from "./scales.ts";

/** One thing that needs a sponsor, in words, with where its evidence is. */
export interface Need {
  /** What it is about, a few words. */
  readonly head: string;
  readonly says: string;
  /** Addresses on the site, each with the words of its link. */
  readonly evidence: readonly { readonly path: string; readonly words: string }[];
}

type Of<Kind extends Attention["kind"]> = Extract<Attention, { kind: Kind }>;

/** What needs a sponsor as sentences, in the order of the release. */
export function listNeeds(release: Release): Need[] {
  return (release.steering?.attention ?? []).map((one) => sayNeed(one, release));
}

function sayNeed(one: Attention, release: Release): Need {
  switch (one.kind) {
    case "worse":
      return sayWorse(one, release);
    case "misses target":
      return sayMissed(one, release);
    case "overdue":
      return sayOverdue(one, release);
    case "overdue counted":
      return sayOverdueCounted(one, release);
    case "stopped reporting":
      return sayStopped(one, release);
    case "vacant posts":
      return sayVacant(one, release);
    case "funding gap":
      return sayGap(one, release);
  }
}

const processOf = (id: string, title: string) => ({
  path: `/indicators/${id}/#process`,
  words: `The chart of ${lower(title)}`,
});

function sayWorse({ indicator, since }: Of<"worse">, release: Release): Need {
  const { title } = definitionOf(indicator, release);
  const judged = findJudged(indicator, release);
  const now = judged === undefined ? "" : `${sayLatest(judged)}, usually ${sayRange(judged)}`;
  return {
    head: `${title} got worse${now === "" ? "" : `: ${now}`}`,
    says: `Since ${namePeriod(since)} it differs from before by more than chance, away from the aim. Somebody should know why.`,
    evidence: [processOf(indicator, title)],
  };
}

function sayMissed(one: Of<"misses target">, release: Release): Need {
  const { indicator, target, lower: low, upper: high } = one;
  const { title, direction } = definitionOf(indicator, release);
  const scale = scaleOfHeadline(indicator, release);
  const decimals = scale.unit === "share" ? 0 : 1;
  const best = direction === "lower" ? low : high;
  return {
    head: `${title}: the target of ${formatInWords(target, scale, decimals)} will keep being missed`,
    says: `As it goes now, even its best month would come to ${formatInWords(best, scale, decimals)}. Effort alone does not change that: the process or the target has to.`,
    evidence: [processOf(indicator, title)],
  };
}

function sayOverdue({ addressee, recommendations, oldest }: Of<"overdue">, release: Release): Need {
  const all = release.register.recommendations;
  const actions = recommendations.map((id) => all.find((one) => one.id === id)?.action ?? id);
  const many = formatCount(recommendations.length, "recommendation");
  const shown = actions.slice(0, 2).map((action) => action.replace(/\.$/, ""));
  const rest = actions.length > 2 ? `, and ${formatPlain(actions.length - 2, 0)} more` : "";
  return {
    head: `${addressee}: ${many} overdue`,
    says: `Due ${recommendations.length === 1 ? "by" : "from"} ${formatDay(oldest)}: ${shown.join("; ")}${rest}.`,
    evidence: [
      {
        path: `/reports/${release.about.release.id}/#follow-up`,
        words: `${joinWords(recommendations)} in the audit report`,
      },
    ],
  };
}

function sayOverdueCounted(one: Of<"overdue counted">, release: Release): Need {
  const { indicator, owners } = one;
  const all = owners.reduce((sum, { count }) => sum + count, 0);
  const named = owners.map(
    ({ partner, count }) =>
      `${nameCode(release.about, "partner", partner)} ${formatPlain(count, 0)}`,
  );
  return {
    head: `${formatCount(all, "recommendation")} past ${all === 1 ? "its" : "their"} day, not verified as done`,
    says: `Of all that partners record, by who owes them: ${joinWords(named)}.`,
    evidence: [
      { path: `/indicators/${indicator}/#partner`, words: definitionOf(indicator, release).title },
    ],
  };
}

function sayStopped(one: Of<"stopped reporting">, { about, codebook }: Release): Need {
  const { partner, kinds, since, months } = one;
  const name = nameCode(about, "partner", partner);
  const sent = joinWords(
    kinds.map((kind) => nameKind(kind, codebook).toLowerCase()),
    "or",
  );
  if (since === null) {
    return {
      head: `${name} never sent ${sent}`,
      says: "It was agreed that it would. Every figure that counts such records is without it.",
      evidence: [{ path: `/partners/${partner}/#reporting`, words: `What ${name} reported` }],
    };
  }
  const span = months === 1 ? `for ${formatMonth(since)}` : `since ${formatMonth(since)}`;
  return {
    head: `${name} stopped reporting`,
    says: `It sent no ${sent} ${span}. Every figure that counts it is without it from then on.`,
    evidence: [{ path: `/partners/${partner}/#reporting`, words: `What ${name} reported` }],
  };
}

function sayVacant({ indicator, to, value }: Of<"vacant posts">, release: Release): Need {
  const scale = scaleOfHeadline(indicator, release);
  const said = formatInWords(value, scale, 0);
  const { title } = definitionOf(indicator, release);
  return {
    head: "Posts of sponsors are vacant",
    says:
      scale.unit === "count"
        ? `In ${formatMonth(to)} ${formatPlain(value, 0)} ${value === 1 ? "post had" : "posts had"} nobody in them.`
        : `In ${formatMonth(to)} nobody was in ${said} of the posts.`,
    evidence: [{ path: `/indicators/${indicator}/`, words: title }],
  };
}

function sayGap({ indicator, to, value }: Of<"funding gap">, release: Release): Need {
  const { title } = definitionOf(indicator, release);
  const scale = scaleOfHeadline(indicator, release);
  return {
    head: `${title}: ${formatInWords(1 - value, scale, 0)} short`,
    says: `As of ${formatMonth(to)}, ${formatInWords(value, scale, 0)} of what is needed is committed; ${formatInWords(1 - value, scale, 0)} is not.`,
    evidence: [{ path: `/indicators/${indicator}/`, words: title }],
  };
}

function definitionOf(id: string, { indicators }: Release) {
  return indicators.find(({ definition }) => definition.id === id)!.definition;
}

function scaleOfHeadline(id: string, release: Release) {
  const definition = definitionOf(id, release);
  return scaleOf(definition, definition.statistics[0]!.name, release);
}

/** "2026-03" or "2026-Q1" in words. */
function namePeriod(period: string): string {
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  return quarter === null ? formatMonth(period) : `quarter ${quarter[2]} of ${quarter[1]}`;
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
