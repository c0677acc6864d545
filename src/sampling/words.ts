import type { Draw } from "./draw.ts";
import type { Judgement } from "./judge.ts";
import type { SamplePlan } from "./plan-size.ts";
import type { Sample } from "./sample.ts";

const whole = (count: number): string => count.toLocaleString("en");

/** How many of a thing: "1 record", "2 records". */
const many = (count: number, one: string, more = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : more}`;

/** A rate in per cent; a limit is rounded away from the estimate, so that it still holds. */
function percent(rate: number, round: (value: number) => number = Math.round): string {
  return `${(round(Number((rate * 10_000).toFixed(6))) / 100).toFixed(2)}%`;
}

/** What was drawn, and what to be careful of. */
export function describeSample(sample: Sample, draw: Draw, out: string): string {
  const { kind, release, size, frame, strata, compared } = sample;
  const all = strata.filter((one) => one.size === one.frame).length;
  const divided = strata.length > 1 ? ` in ${strata.length} strata` : "";
  return [
    `Drew ${whole(size)} of the ${whole(frame)} ${kind} that ${release} stands on${divided}: ${out}/README.md says how to check it.`,
    ...(all > 0
      ? [
          `${many(all, "stratum is", "strata are")} taken whole: their errors will be known, not estimated.`,
        ]
      : []),
    compared
      ? "The number of records agrees with the auditors' tier of the release."
      : "There is no auditors' tier of the release to compare the number of records with.",
    "sample.csv names records: it is for the operator and the auditor alone. sample.json holds exact " +
      "numbers of records, which the public release rounds.",
    ...(draw.few > 0
      ? [
          `${whole(draw.few)} of the records drawn ${draw.few === 1 ? "looks" : "look"} like fewer than 5 in the frame: beside what else is known they could single somebody out.`,
        ]
      : []),
  ].join("\n");
}

/** What an auditor's results say of the whole frame. */
export function describeJudgement(judgement: Judgement): string {
  const { release, kind, size, frame, errors, notFound, estimate, lower, upper } = judgement;
  const sure = percent(judgement.confidence).replace(".00", "");
  return [
    `${whole(errors)} of ${many(size, "record")} drawn from ${whole(frame)} ${kind} of ${release} ${errors === 1 ? "does" : "do"} not agree with the partners' files (${whole(notFound)} not found).`,
    `Projected: about ${whole(Math.round(estimate.records))} of ${whole(frame)}, ${percent(estimate.rate)}.`,
    `At most ${whole(upper.records)}, ${percent(upper.rate, Math.ceil)}, at ${sure} confidence; at least ${whole(lower.records)}, ${percent(lower.rate, Math.floor)}, at the same.`,
    limitWords[judgement.limits],
    ...listStrata(judgement),
    ...verdict(judgement, sure),
  ].join("\n");
}

const limitWords: Readonly<Record<Judgement["limits"], string>> = {
  complete: "Every record was compared: there is nothing to estimate.",
  hypergeometric: "Limits: one-sided and exact, by the hypergeometric distribution.",
  "binomial mean over strata":
    "Limits: one-sided, on the safe side whichever strata the errors are in (Hoeffding 1956).",
};

/** The strata of a judgement; of many, those with errors. */
function listStrata({ strata }: Judgement): string[] {
  if (strata.length === 1) return [];
  const listed = strata.length > 30 ? strata.filter(({ errors }) => errors > 0) : strata;
  const rest = strata.length - listed.length;
  const others = `${listed.length > 0 ? "the other " : ""}${many(rest, "stratum", "strata")}`;
  return [
    "",
    ...listed.map(describeStratum),
    ...(rest > 0 ? [`  No error was found in ${others}.`] : []),
    "",
  ];
}

function describeStratum({
  stratum,
  errors,
  size,
  frame,
  upper,
}: Judgement["strata"][number]): string {
  return `  ${stratum}: ${whole(errors)} of ${whole(size)} drawn from ${whole(frame)}, by itself at most ${percent(upper.rate, Math.ceil)}`;
}

function verdict({ tolerable, tolerated, upper }: Judgement, sure: string): string[] {
  if (tolerable === null) return [];
  const bound = percent(tolerable);
  return tolerated === true
    ? [`Tolerable: at ${sure} confidence no more than ${bound} of the records are wrong.`]
    : [
        `Not shown to be tolerable: up to ${percent(upper.rate, Math.ceil)} could be wrong, and ${bound} was the most to tolerate.`,
      ];
}

/** A plan in words. */
export function describePlan(
  { size, errors }: SamplePlan,
  rates: { readonly tolerable: number; readonly confidence: number },
): string {
  const sure = percent(rates.confidence).replace(".00", "");
  return (
    `Draw ${many(size, "record")}: with ${errors === 0 ? "no error" : `at most ${many(errors, "error")}`} among them, ` +
    `at ${sure} confidence no more than ${percent(rates.tolerable)} of all are wrong.`
  );
}
