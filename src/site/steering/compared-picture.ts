import type { Release } from "../../release/read.ts";
import type { Comparison } from "../../release/schema.ts";
import { drawCompared } from "../charts/compared.ts";
import { labelOf, type Picture } from "../pictures.ts";
import { sayApart, sayPlace } from "../words/compared.ts";
import { sayMeasure } from "../words/headlines.ts";
import { formatPeriod } from "../words/dates.ts";
import { nameCode } from "../words/names.ts";
import { scaleOf } from "../words/scales.ts";
import { isShown, sayValue } from "../words/values.ts";

/** The partners side by side on one indicator; undefined where too few can be compared. */
export async function drawComparison(
  comparison: Comparison,
  release: Release,
): Promise<Picture | undefined> {
  const { about, indicators } = release;
  const { indicator, statistic, partners, tooFew, overall, from, to } = comparison;
  const found = indicators.find(({ definition: { id } }) => id === indicator);
  if (found === undefined || overall === null) return undefined;
  const { definition, figures } = found;
  const scale = scaleOf(definition, statistic, release);
  const order = about.partners.map(({ id }) => id);
  const ids = order.filter(
    (id) => tooFew.includes(id) || partners.some(({ partner }) => partner === id),
  );
  const rows = ids.map((id) => {
    const figure = figures.find(
      (one) => one.breakdown === "partner" && one.category === id && one.statistic === statistic,
    );
    const place = partners.find(({ partner }) => partner === id);
    const label =
      place !== undefined && figure !== undefined && isShown(figure)
        ? sayValue(figure, scale)
        : sayPlace(comparison, id, figure);
    return { name: nameCode(about, "partner", id), place, label };
  });
  const text = {
    id: `${indicator}-compared`,
    title: `${definition.title}: ${sayApart(comparison, release).replace(/\.$/, "")}`,
    subtitle: `${sayMeasure(labelOf(definition, statistic), "", about, formatPeriod(from, to))} The inner band holds 95 and the outer 99.8 of 100 partners of that size; a diamond lies beyond.`,
    description: `A row for each of ${rows.length} partners, in the order of the programme, which ranks nobody.`,
  };
  return { text, svg: await drawCompared(text, rows, overall) };
}
