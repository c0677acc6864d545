import { memoryLimit } from "./messages.ts";

/** What went wrong, in one sentence, and where in the SQL. */
export interface Fault {
  readonly says: string;
  /** Where in the SQL, as an offset in characters; undefined where it is nowhere in particular. */
  readonly at?: number;
}

/** DuckDB's message as one clear sentence, with line and column where it names a place. */
export function sayFault(message: string, sql: string): Fault {
  const { kind, detail, hint, at } = readMessage(message, sql);
  if (/^no statements$/i.test(detail)) return { says: "There is no SQL to run: write some first." };
  const where = at === undefined ? "" : `, ${sayPlace(sql, at)}`;
  const says = `${kinds[kind] ?? "DuckDB says"}: ${lower(detail)}${where}.${hint}`;
  if (own[kind] !== undefined) return { says: own[kind] };
  if (/ exists in the \w+ extension/.test(detail)) {
    const [, name = "This"] = /name "?([\w.]+)"?/.exec(detail) ?? [];
    const sentence = `${name} is part of an extension of DuckDB, and none is loaded here${where}.`;
    return at === undefined ? { says: sentence } : { says: sentence, at };
  }
  return at === undefined ? { says } : { says, at };
}

const kinds: Readonly<Record<string, string>> = {
  Parser: "This is not SQL that DuckDB can read",
  Binder: "The SQL does not fit the tables",
  Catalog: "The SQL names something that is not there",
  Conversion: "A value cannot be turned into what the SQL asks for",
  "Invalid Input": "DuckDB cannot work with this",
};

/** Sentences that say more than DuckDB's own, which names settings that nobody can change here. */
const own: Readonly<Record<string, string>> = {
  "Out of Memory":
    `The query needs more than the ${memoryLimit.replace("GB", " GB")} of memory that it may use ` +
    "here: join or sort fewer rows, or add up before you do.",
  Permission:
    "The SQL asks for a file, an address or an extension, and this page reads nothing but the tables below.",
};

interface ReadMessage {
  readonly kind: string;
  readonly detail: string;
  readonly hint: string;
  readonly at?: number;
}

/** DuckDB gives a message as JSON, or as text with the line and a caret below it. */
function readMessage(message: string, sql: string): ReadMessage {
  const facts = readJson(message);
  const text = facts?.exception_message ?? message;
  const [, named, rest = text] = /^([A-Z]\w*(?: \w+)*?) Error: (.*)$/s.exec(text) ?? [];
  const [words = "", ...lines] = rest.split("\n\nLINE ")[0]!.trim().split("\n");
  const hint = lines.find((line) => /^(Candidate|Did you mean)/.test(line));
  const at = facts?.position === undefined ? findCaret(text, sql) : Number(facts.position);
  return {
    kind: facts?.exception_type ?? named ?? "",
    detail: words.replace(/[.!]$/, ""),
    hint: hint === undefined ? "" : ` ${hint.replace(/([^.?])$/, "$1.")}`,
    ...(at === undefined ? {} : { at }),
  };
}

interface JsonMessage {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
}

function readJson(message: string): JsonMessage | undefined {
  if (!message.startsWith("{")) return undefined;
  try {
    return JSON.parse(message) as JsonMessage;
  } catch {
    return undefined;
  }
}

/** The offset that the caret under "LINE 2: …" points to; long lines are shown in part. */
function findCaret(text: string, sql: string): number | undefined {
  const found = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(text);
  if (found === null) return undefined;
  const [, prefix = "", line = "1", shown = "", blank = ""] = found;
  const lines = sql.split("\n");
  const before = lines.slice(0, Number(line) - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const plain = shown.replace(/^\.\.\.|\.\.\.$/g, "");
  const cut = shown.startsWith("...") ? 3 : 0;
  const start = Math.max(0, lines[Number(line) - 1]?.indexOf(plain) ?? 0);
  return before + start + blank.length - prefix.length - cut;
}

function sayPlace(sql: string, at: number): string {
  const lines = sql.slice(0, at).split("\n");
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}

function lower(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
