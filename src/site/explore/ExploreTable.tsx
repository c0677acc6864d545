import { joinKeys } from "../words/keys.ts";
import { isTime, nameBreakdown } from "../words/names.ts";
import { nameUnit, type Scale } from "../words/numbers.ts";
import { explainMark, type Missing } from "../words/status.ts";
import { capital } from "../words/values.ts";
import type { ExploreRow } from "./rows.ts";

interface Props {
  readonly rows: readonly ExploreRow[];
  readonly breakdown: string;
  readonly scale: Scale;
  readonly caption: string;
}

/** The chosen figures as a table, with a key to the marks and words that stand in it. */
export function ExploreTable({ rows, breakdown, scale, caption }: Props) {
  const [first = "", second = ""] = breakdown.split(",");
  const crossed = second !== "";
  const unit = nameUnit(scale);
  const keys = joinKeys(rows.flatMap(({ cell }) => cell.keys));
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
            {rows.map(({ name, group, cell }) => (
              <tr key={`${name} ${group}`}>
                <th scope="row">{name}</th>
                {crossed && <td>{group}</td>}
                <td>
                  <Written of={cell.value} />
                  {cell.revised && <Mark of={explainMark("[r]", scale.base)} after />}
                </td>
                <td>
                  <Written of={cell.interval} />
                </td>
                <td>
                  <Written of={cell.cases} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {keys.length > 0 && (
        <ul className="key">
          {keys.map(({ term, says }) => (
            <li key={`${term} ${says}`}>
              <b>{term}</b> {says}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Written({ of: shown }: { readonly of: string | Missing }) {
  return typeof shown === "string" ? shown : <Mark of={shown} />;
}

function Mark({ of: { mark, says }, after = false }: { readonly of: Missing; after?: boolean }) {
  return (
    <>
      {after && " "}
      <span aria-hidden="true">{mark}</span>
      <span className="unseen">{says}</span>
    </>
  );
}
