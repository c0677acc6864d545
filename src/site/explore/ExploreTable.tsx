import { isTime, nameBreakdown } from "../words/names.ts";
import { nameUnit } from "../words/numbers.ts";
import type { ExploreRow, StatisticStyle } from "./rows.ts";

interface Props {
  readonly rows: readonly ExploreRow[];
  readonly breakdown: string;
  readonly style: StatisticStyle;
  readonly caption: string;
}

/** The chosen figures as a table, with a key to the marks that stand in place of numbers. */
export function ExploreTable({ rows, breakdown, style, caption }: Props) {
  const [first = "", second = ""] = breakdown.split(",");
  const crossed = second !== "";
  const unit = nameUnit(style);
  const keys = new Map(rows.filter(({ why }) => why).map(({ shown, why }) => [shown, why]));
  return (
    <div className="explore-table">
      <div className="scroll" role="region" tabIndex={0} aria-label={`Table: ${caption}`}>
        <table className="figures">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{isTime(first) ? "Period" : capital(nameBreakdown(first))}</th>
              {crossed && <th scope="col">{capital(nameBreakdown(second))}</th>}
              <th scope="col">{unit === "" ? "Value" : `Value, ${unit}`}</th>
              <th scope="col">Interval</th>
              <th scope="col">Cases</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.name} ${row.group}`}>
                <th scope="row">{row.name}</th>
                {crossed && <td>{row.group}</td>}
                <td>{row.why ? <Missing {...row} /> : row.shown}</td>
                <td>{row.interval}</td>
                <td>{row.cases}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {keys.size > 0 && (
        <dl className="explore-key">
          {[...keys].map(([mark, why]) => (
            <div key={mark}>
              <dt>{mark}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Missing({ shown, why }: Pick<ExploreRow, "shown" | "why">) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="unseen">{why}</span>
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
