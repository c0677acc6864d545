/** Worked examples: `examples.md` of an indicator, read as tables. The text is the documentation. */

export interface ExampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface Example {
  readonly title: string;
  readonly words: string;
  readonly cutOff: string;
  /** Records per kind: only the columns that matter. */
  readonly given: readonly ExampleTable[];
  /** Columns `statistic`, `value`, `n`, and before them any dimension. */
  readonly expected: readonly ExampleTable[];
}

/** Heads the section of the second SQL text, which is no example. */
const independentTitle = "From the definition alone";

/**
 * Reads the examples of one indicator.
 * @throws SyntaxError with the line of a table that is not understood.
 */
export function parseExamples(markdown: string): Example[] {
  const cutOff = /^Cut-off: (\d{4}-\d{2}-\d{2})$/m.exec(markdown)?.[1];
  if (cutOff === undefined) throw new SyntaxError("examples.md has no line 'Cut-off: 2026-03-31'");
  return markdown
    .split(/^## /m)
    .slice(1)
    .filter((section) => !section.startsWith(`${independentTitle}\n`))
    .map((section) => parseExample(section, cutOff));
}

/**
 * The second SQL text of one indicator, written from the words of its definition over accepted
 * records; a test holds both to the same number. Null where there is none.
 * @throws SyntaxError when its section holds no block of SQL.
 */
export function parseIndependent(markdown: string): string | null {
  const [, section] = markdown.split(`## ${independentTitle}\n`);
  if (section === undefined) return null;
  const sql = /^```sql\n([\s\S]*?)^```$/m.exec(section)?.[1];
  if (sql === undefined) {
    throw new SyntaxError(
      `the section "${independentTitle}" has no block that opens with \`\`\`sql`,
    );
  }
  return sql;
}

function parseExample(section: string, cutOff: string): Example {
  const [title = "", ...lines] = section.split("\n");
  const words: string[] = [];
  const given: ExampleTable[] = [];
  const expected: ExampleTable[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const heading = /^(?:Given (\w+)|Then):$/.exec(lines[at]!);
    if (heading === null) {
      if (!lines[at]!.startsWith("|")) words.push(lines[at]!);
      continue;
    }
    const kind = heading[1];
    const table = parseTable(kind ?? "Then", lines, at + 1, title);
    (kind === undefined ? expected : given).push(table);
  }
  if (expected.length === 0) throw new SyntaxError(`the example "${title}" has no "Then:" table`);
  return { title, words: words.join("\n").trim(), cutOff, given, expected };
}

export function parseTable(
  name: string,
  lines: readonly string[],
  from: number,
  title: string,
): ExampleTable {
  const start = lines.findIndex((line, at) => at >= from && line.startsWith("|"));
  const after = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  const table = start < 0 ? [] : lines.slice(start, after < 0 ? undefined : after);
  const [columns, ruler, ...rows] = table.map(parseRow);
  if (
    columns === undefined ||
    ruler === undefined ||
    rows.some((r) => r.length !== columns.length)
  ) {
    throw new SyntaxError(`the example "${title}" has a table under "${name}" that is not one`);
  }
  return { name, columns: columns.map((column) => column ?? ""), rows };
}

function parseRow(line: string): (string | null)[] {
  return line
    .replace(/^\|/, "")
    .replace(/\|\s*$/, "")
    .split("|")
    .map((cell) => (cell.trim() === "" ? null : cell.trim()));
}
