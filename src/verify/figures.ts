import { checkIndicator, type CheckedIndicator } from "../recompute/check-indicator.ts";
import { checkAudit } from "../recompute/check-audit.ts";
import { checkSteering } from "../recompute/check-steering.ts";
import { nameOf, type Difference } from "../recompute/compare-figures.ts";
import {
  readPublished,
  type PublishedIndicator,
  type PublishedRelease,
} from "../recompute/read-published.ts";
import type { Figure } from "../release/schema.ts";
import { inReadableUnit } from "../site/words/units.ts";
import { isShown, sayValue } from "../site/words/values.ts";
import type { Finding } from "./check.ts";
import type { Place } from "./place.ts";

/** An indicator's headline figure as it came out, and as it is published. */
export interface RecomputedHeadline {
  readonly indicator: string;
  readonly title: string;
  readonly computed: string;
  readonly published: string;
}

/** What came of recomputing a release, of every indicator together. */
export interface Outcome extends Pick<CheckedIndicator, "agreed" | "differing" | "faults"> {
  readonly figures: number;
  readonly notRecomputable: { readonly length: number };
}

/**
 * Works out every figure of a release again from its published rows, with the code of the measures
 * and without a database. That the rows follow from the tallies is for `recomputeFromTallies`.
 */
export async function recomputeFromRows(
  place: Place,
): Promise<{ finding: Finding; headlines: RecomputedHeadline[] }> {
  const release = await readPublished(place.name, place.read);
  const checked = release.indicators.map((indicator) => check(release, indicator));
  const outcome: Outcome = {
    figures: release.indicators.reduce((sum, { figures }) => sum + figures.length, 0),
    agreed: checked.reduce((sum, { agreed }) => sum + agreed, 0),
    differing: checked.flatMap(({ differing }) => differing),
    notRecomputable: checked.flatMap(({ notRecomputable }) => notRecomputable),
    faults: [
      ...checked.flatMap(({ faults }) => faults),
      ...checkSteering(release),
      ...checkAudit(release),
    ],
  };
  const headlines = release.indicators.flatMap((indicator, at) =>
    sayHeadline(release, indicator, checked[at]!.recomputed),
  );
  return { finding: describeOutcome(outcome, "rows"), headlines };
}

/** What came of recomputing one indicator, by the names that a reader knows it by. */
export interface RecomputedIndicator extends Pick<
  CheckedIndicator,
  "agreed" | "differing" | "notRecomputable" | "faults"
> {
  readonly id: string;
  readonly title: string;
  readonly figures: number;
}

/**
 * The same one indicator after the other, for a page to show as it comes; last, without an id and
 * figures of its own, what the release says beside them.
 * @throws Problem when it is no release, or a file is not what FORMAT.md says
 */
export async function* recomputeEach(place: Place): AsyncGenerator<RecomputedIndicator, void> {
  const release = await readPublished(place.name, place.read);
  for (const indicator of release.indicators) {
    const { id, title } = indicator.definition;
    const { agreed, differing, notRecomputable, faults } = check(release, indicator);
    const counts = { agreed, differing, notRecomputable, faults };
    yield { id, title, figures: indicator.figures.length, ...counts };
    await new Promise((resolve) => setTimeout(resolve)); // lets the page show it
  }
  const faults = [...checkSteering(release), ...checkAudit(release)];
  const none = { agreed: 0, differing: [], notRecomputable: [] };
  yield { id: "", title: "What is judged, and where files count", figures: 0, ...none, faults };
}

function check(
  { policy, errors, certificate, about, headlines }: PublishedRelease,
  { definition, rows, figures, curves }: PublishedIndicator,
): CheckedIndicator {
  const headline = headlines.find((one) => one.indicator === definition.id);
  return checkIndicator(
    {
      definition,
      rows,
      policy,
      edges: certificate?.edges,
      errors,
      amounts: certificate?.amounts ?? [],
    },
    { figures, curves, headline, labels: about.labels },
  );
}

/** What a check says of a recomputation. */
export function describeOutcome(outcome: Outcome, from: "rows" | "tallies"): Finding {
  const { figures, agreed, differing, notRecomputable, faults } = outcome;
  const sentences = [
    ...faults.map(({ file, sentence }) => `${file}: ${sentence}`),
    ...differing.map(nameDifference),
  ];
  if (sentences.length > 0) return sentences;
  const count = (value: number): string => value.toLocaleString("en");
  const sums =
    notRecomputable.length === 0
      ? ""
      : `; ${count(notRecomputable.length)} are sums of money, which are in no tally: they are the certificate’s, and their shown parts add up`;
  return `${count(agreed)} of ${count(figures)} figures follow from the published ${from}${sums}`;
}

/** A difference in a sentence. */
export function nameDifference(difference: Difference): string {
  const { indicator, breakdown, category, subcategory, statistic } = difference;
  const name = [indicator, breakdown, category, subcategory, statistic].filter(Boolean).join(" ");
  if (difference.recomputed === null) return `${name} is published and does not come out.`;
  if (difference.published === null) return `${name} comes out and is not published.`;
  return `${name} does not come out as it is published.`;
}

function sayHeadline(
  { about, headlines }: PublishedRelease,
  { definition }: PublishedIndicator,
  recomputed: readonly Figure[],
): RecomputedHeadline[] {
  const { id, title, per, statistics } = definition;
  const published = headlines.find(({ indicator }) => indicator === id)?.latest;
  const computed = published && recomputed.find((one) => nameOf(one) === nameOf(published));
  if (published === undefined || computed === undefined || published.unit === "money") return [];
  const unit = statistics.find(({ name }) => name === published.statistic)?.unit ?? definition.unit;
  const scale = { unit, currency: about.programme.currency, per, base: null };
  const say = (figure: Figure): string => {
    const { figures, scale: own } = inReadableUnit([figure], scale, [published]);
    const [readable] = figures as [Figure];
    return isShown(readable) ? sayValue(readable, own) : `not shown: ${figure.why ?? "hidden"}`;
  };
  return [{ indicator: id, title, computed: say(computed), published: say(published) }];
}
