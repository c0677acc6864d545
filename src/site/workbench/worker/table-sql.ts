import type { CatalogTable } from "../catalog.ts";

/** Where files lie for the moment of loading; DuckDB may read nothing else. */
export const loadingFolder = "tables/";

/** SQL that makes an empty table. */
export function createSql({ name, columns }: CatalogTable): string {
  const typed = Object.entries(columns).map(([column, type]) => `${quoteName(column)} ${type}`);
  return `create table ${quoteName(name)} (${typed.join(", ")});`;
}

/** SQL that fills a table from its file. Where marks can stand, what is no number becomes none. */
export function fillSql({ name, columns, marks }: CatalogTable): string {
  const names = Object.keys(columns);
  const read = names.map((column) => `'${column}': '${marks ? "varchar" : columns[column]!}'`);
  const cast = names.map((column) =>
    columns[column] === "varchar" || !marks
      ? quoteName(column)
      : `try_cast(${quoteName(column)} as ${columns[column]!})`,
  );
  return `insert into ${quoteName(name)} select ${cast.join(", ")}
    from read_csv('${loadingFolder}${name}.csv', header = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', allow_quoted_nulls = false, columns = {${read.join(", ")}})`;
}

/** The tables whose names stand in the SQL, as words of any case. */
export function findNamed(sql: string, tables: readonly CatalogTable[]): CatalogTable[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return tables.filter(({ name }) => words.has(name.toLowerCase()));
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
