import { isUtf8 } from "node:buffer";
import { isMap, isNode, LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { findNearest } from "./near.ts";
import { programmeSchema } from "./schema.ts";

type Path = readonly PropertyKey[];

/** The text of a YAML file with what is needed to point at a place in it. */
export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What stands in a YAML file, with what is needed to point at a place in it. */
export interface Sourced<T> {
  readonly source: Source;
  readonly content: T;
}

/** The text of a file. @throws Problem where its bytes are not UTF-8. */
export function decode(file: string, bytes: Buffer): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString("utf8");
  throw new Problem("programme", `${file} is not a text in UTF-8.`, "Save it as UTF-8.");
}

/** Reads YAML and keeps the positions. @throws Problem where the text is not YAML. */
export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const what =
      error.code === "DUPLICATE_KEY"
        ? "this key is there twice"
        : `this is not YAML: ${error.message}`;
    throw pointedProblem(`${file}:${line}:${col}`, what);
  }
  return { file, document, lines };
}

/** A problem at a path of the file, pointing at the key of the last step where there is one. */
export function problemAt(source: Source, path: Path, what: string): Problem {
  return pointedProblem(findPosition(source, path), `${showPath(path)} ${what}`);
}

/** Turns the first fault that zod found into one sentence with its place; typing errors go first. */
export function problemFrom(
  source: Source,
  error: z.ZodError,
  schema: z.ZodType = programmeSchema,
): Problem {
  const unknown = error.issues.find(({ code }) => code === "unrecognized_keys");
  const issue = unknown ?? error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0]!;
    const nearest = findNearest(key, knownKeys(schema, issue.path));
    const place = findPosition(source, [...issue.path, key]);
    return pointedProblem(
      place,
      nearest ? `${key}: did you mean ${nearest}?` : `${key} is not a key that is known here`,
    );
  }
  if (issue.code === "invalid_type" && !source.document.hasIn(issue.path)) {
    const place = findPosition(source, issue.path.slice(0, -1));
    return pointedProblem(place, `${showPath(issue.path)} is missing`);
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const given = source.document.getIn(issue.path);
    const nearest = typeof given === "string" ? findNearest(given, values) : undefined;
    const advice = nearest ? `did you mean ${nearest}?` : `it is one of ${values.join(", ")}`;
    return problemAt(source, issue.path, `is not known: ${advice}`);
  }
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input")) {
    return problemAt(source, issue.path, describeType(issue.expected));
  }
  return problemAt(source, issue.path, issue.message);
}

/** What should stand at a place, where the schema has no words of its own for it. */
function describeType(expected: string): string {
  const words: Record<string, string> = {
    object: "is made of keys, each with its value, such as those of data/sample/programme.yaml",
    record: "is made of keys, each with its value, such as those of data/sample/programme.yaml",
    array: "is a list: each of its items stands behind a dash",
  };
  return words[expected] ?? `is a ${expected}`;
}

function findPosition({ file, document, lines }: Source, path: Path): string {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const step = path[depth - 1]!;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(key) === String(step))
      : null;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `${file}:${line}:${col}`;
    }
  }
  return `${file}:1:1`;
}

function showPath(path: Path): string {
  if (path.length === 0) return "the file";
  return path
    .map((step) => (typeof step === "number" ? `[${step + 1}]` : String(step)))
    .join(".")
    .replaceAll(".[", "[");
}

/** The keys that the schema knows at a path. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  let here = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  for (const step of path) {
    const next =
      typeof step === "number"
        ? here.items
        : (here.properties?.[String(step)] ?? here.additionalProperties);
    if (typeof next !== "object") return [];
    here = next;
  }
  const forms = here.anyOf ?? [here];
  return forms.flatMap((form) => Object.keys(form.properties ?? {}));
}

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: JsonSchema[];
}

function pointedProblem(place: string, what: string): Problem {
  return new Problem("programme", `${place}: ${what}`, "Mend the line and try again.");
}
