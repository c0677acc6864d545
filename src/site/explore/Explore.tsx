import { useEffect, useState } from "react";
import type { Figure } from "../../release/schema.ts";
import { nameBreakdown } from "../words/names.ts";
import { lowerLabel } from "../words/titles.ts";
import { inReadableUnit } from "../words/units.ts";
import { readChoice, writeChoice } from "./address.ts";
import { ExploreChart } from "./ExploreChart.tsx";
import { ExploreTable } from "./ExploreTable.tsx";
import { exploreRows, type Choice, type DimensionLabels, type ExploredDefinition } from "./rows.ts";

export interface ExploreProps {
  readonly definition: ExploredDefinition;
  readonly figures: readonly Figure[];
  readonly labels: DimensionLabels;
  /** ISO code of sums of money. */
  readonly currency: string;
  /** What counts of the tier were rounded to; null where they are exact. */
  readonly base: number | null;
}

/** The figures of an indicator to choose from: a chart and the table of the same numbers. */
export function Explore({ definition, figures, labels, currency, base }: ExploreProps) {
  const offered = offer(definition, figures);
  const [choice, setChoice] = useState(() => readChoice(location.search, offered));
  useEffect(() => {
    const goBack = () => setChoice(readChoice(location.search, offer(definition, figures)));
    addEventListener("popstate", goBack);
    return () => removeEventListener("popstate", goBack);
  }, [definition, figures]);
  const choose = (next: Choice) => {
    history.pushState(null, "", writeChoice(next));
    setChoice(next);
  };
  const chosen = figures.filter(
    ({ breakdown, statistic }) => breakdown === choice.breakdown && statistic === choice.statistic,
  );
  const statistic = definition.statistics.find(({ name }) => name === choice.statistic);
  const { scale, figures: readable } = inReadableUnit(chosen, {
    unit: statistic?.unit ?? "count",
    currency,
    per: definition.per,
    base,
  });
  const rows = exploreRows(readable, choice, scale, labels);
  const label = statistic?.label ?? "";
  const caption = `${definition.title}: ${lowerLabel(label)} by ${nameBreakdown(choice.breakdown)}`;
  return (
    <section className="explore" aria-label="Explore the figures">
      <form className="explore-choice" onSubmit={(event) => event.preventDefault()}>
        <Select
          label="Figure"
          value={choice.statistic}
          options={definition.statistics
            .filter(({ name }) => offered.some(({ statistic }) => statistic === name))
            .map(({ name, label: words }) => [name, words])}
          choose={(statistic) => choose({ ...choice, statistic })}
        />
        <Select
          label="By"
          value={choice.breakdown}
          options={[...new Set(offered.map(({ breakdown }) => breakdown))].map((breakdown) => [
            breakdown,
            nameBreakdown(breakdown),
          ])}
          choose={(breakdown) => choose({ ...choice, breakdown })}
        />
      </form>
      <div className="explore-views">
        <ExploreChart rows={rows} breakdown={choice.breakdown} scale={scale} caption={caption} />
        <ExploreTable rows={rows} breakdown={choice.breakdown} scale={scale} caption={caption} />
      </div>
    </section>
  );
}

/** Every pair of breakdown and statistic that has figures, in the definition's order. */
function offer(definition: ExploredDefinition, figures: readonly Figure[]): Choice[] {
  const found = new Set(figures.map(({ breakdown, statistic }) => `${breakdown} ${statistic}`));
  return definition.breakdowns.flatMap((breakdown) =>
    definition.statistics
      .map(({ name }) => ({ breakdown, statistic: name }))
      .filter(({ statistic }) => found.has(`${breakdown} ${statistic}`)),
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}

function Select({ label, value, options, choose }: SelectProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export default Explore;
