import { formatBytes } from "../words/numbers.ts";
import type { Catalog, CatalogTable } from "./catalog.ts";
import { make } from "./make.ts";

/**
 * Offers the examples, under their headings.
 * @returns what gives the SQL of the one that is chosen
 */
export function listExamples({ examples }: Catalog, select: HTMLSelectElement): () => string {
  const groups = Map.groupBy(examples, ({ group }) => group);
  for (const [name, members] of groups) {
    const group = make("optgroup") as HTMLOptGroupElement;
    group.label = name;
    for (const { id, title } of members) {
      const option = make("option", title) as HTMLOptionElement;
      option.value = id;
      group.append(option);
    }
    select.append(group);
  }
  return () => examples.find(({ id }) => id === select.value)?.sql ?? "";
}

/** Every table with its columns and the file that it is read from. */
export function showTables({ tables }: Catalog, root: string, place: HTMLElement): void {
  place.replaceChildren(...tables.map((table) => showTable(table, root)));
}

function showTable({ name, says, path, bytes, columns }: CatalogTable, root: string): HTMLElement {
  const details = make("details");
  const summary = make("summary");
  summary.append(make("code", name), `, ${says}`);
  const list = make("ul");
  for (const [column, type] of Object.entries(columns)) {
    const item = make("li");
    item.append(make("code", column), ` ${type}`);
    list.append(item);
  }
  const source = make("p", "", "soft");
  const link = make("a", path.split("/").at(-1)) as HTMLAnchorElement;
  link.href = new URL(path, root).href;
  source.append("Read from ", link, ` (${formatBytes(bytes)}).`);
  details.append(summary, list, source);
  return details;
}
