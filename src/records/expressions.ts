import { quoteText, type Engine } from "../engines/duckdb.ts";
import { findNearest } from "../programme/near.ts";

/** Why an expression may not be used, as the end of a sentence; or the columns that it reads. */
export type ExpressionVerdict =
  { readonly columns: readonly string[] } | { readonly fault: string };

/** Functions of one row that neither look outside it nor depend on the clock. */
const allowedFunctions = new Set(
  (
    "+ - * / // % ^ ** || ~~ !~~ ~~* !~~* " +
    "abs ceil ceiling floor round trunc sign greatest least mod " +
    "lower upper lcase ucase trim ltrim rtrim length strlen substr substring left right replace " +
    "translate lpad rpad reverse concat concat_ws contains starts_with ends_with prefix suffix " +
    "position strpos instr split_part string_split str_split list_extract array_extract " +
    "regexp_matches regexp_replace regexp_extract regexp_full_match nullif ifnull if " +
    "strptime try_strptime strftime date_trunc datetrunc date_part datepart date_diff datediff " +
    "date_add date_sub year month day hour minute second quarter last_day make_date " +
    "make_timestamp make_timestamp_ms to_timestamp epoch epoch_ms timezone " +
    "to_years to_months to_weeks to_days to_hours to_minutes to_seconds to_milliseconds " +
    "isfinite isnan isinf"
  ).split(" "),
);

const allowedClasses = new Set([
  "COLUMN_REF",
  "CONSTANT",
  "CAST",
  "COMPARISON",
  "CONJUNCTION",
  "OPERATOR",
  "CASE",
  "BETWEEN",
  "FUNCTION",
]);

/** Parses an expression, runs nothing, and says what it reads or why it is refused. */
export async function judgeExpression(engine: Engine, sql: string): Promise<ExpressionVerdict> {
  const text = quoteText(`select (${sql}\n)`);
  const [row] = await engine.rows<{ tree: string }>(`select json_serialize_sql(${text}) as tree`);
  const tree = JSON.parse(row!.tree) as Tree;
  if (tree.error || !tree.statements) return { fault: "is not an expression that can be read" };
  const [statement, ...others] = tree.statements;
  const node = statement?.node;
  if (!node || others.length > 0 || !isBareSelect(node)) {
    return { fault: "is more than one expression" };
  }
  const columns = new Set<string>();
  const fault = walk(node.select_list[0], columns);
  return fault === undefined ? { columns: [...columns] } : { fault };
}

function isBareSelect(node: SelectNode): boolean {
  return (
    node.type === "SELECT_NODE" &&
    node.select_list.length === 1 &&
    node.from_table?.type === "EMPTY" &&
    !node.where_clause &&
    !node.having &&
    !node.qualify
  );
}

/** Every node of the tree must be of a class, and every call of a function, that is allowed. */
function walk(node: unknown, columns: Set<string>): string | undefined {
  if (Array.isArray(node)) return firstFault(node, columns);
  if (typeof node !== "object" || node === null) return undefined;
  const { class: kind, function_name: called, column_names: names } = node as ExpressionNode;
  if (kind !== undefined) {
    if (kind === "SUBQUERY") return "asks another table";
    if (!allowedClasses.has(kind)) return "is not made of the columns of one row";
    if (kind === "FUNCTION" && !allowedFunctions.has((called ?? "").toLowerCase())) {
      return describeCall(called ?? "");
    }
    if (kind === "COLUMN_REF") {
      if (names?.length !== 1) return "names a column through a table";
      columns.add(names[0]!);
    }
  }
  return firstFault(Object.values(node), columns);
}

/** A function's name is the mapping's own word, and shown where it is a plain one. */
function describeCall(called: string): string {
  if (!/^[a-z_]\w*$/i.test(called)) return "calls a function that is not allowed";
  const nearest = findNearest(
    called,
    [...allowedFunctions].filter((name) => /^\w+$/.test(name)),
  );
  const advice = nearest === undefined ? "" : `; did you mean ${nearest}`;
  return `calls a function that is not allowed, ${called}${advice}`;
}

function firstFault(nodes: readonly unknown[], columns: Set<string>): string | undefined {
  for (const node of nodes) {
    const fault = walk(node, columns);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

interface Tree {
  readonly error: boolean;
  readonly statements?: { readonly node: SelectNode }[];
}

interface SelectNode {
  readonly type: string;
  readonly select_list: unknown[];
  readonly from_table?: { readonly type: string };
  readonly where_clause?: unknown;
  readonly having?: unknown;
  readonly qualify?: unknown;
}

interface ExpressionNode {
  readonly class?: string;
  readonly function_name?: string;
  readonly column_names?: string[];
}
