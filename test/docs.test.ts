import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { discoverIndicators } from "../src/indicators/discover.ts";
import { parseExamples } from "../src/indicators/examples.ts";
import { readMeta } from "../src/records/contract.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { plumbline, root, type Said } from "./command.ts";

const read = (path: string) => readFile(join(root, path), "utf8");
const readme = await read("README.md");
const help = await plumbline(["--help"]);
const commands = [...help.out.matchAll(/^ {2}([a-z][a-z-]*) {2,}\S/gm)]
  .map(([, name]) => name!)
  .filter((name) => name !== "help");
/** What each command says of itself, asked once. */
const helpOf = new Map<string, Said>();
for (const name of commands) helpOf.set(name, await plumbline([name, "--help"]));

describe("README.md", () => {
  test("speaks of every command", () => {
    expect(commands).toContain("check");
    const spoken = commands.filter((name) =>
      new RegExp(`(plumbline --|npm) ${name}\\b`).test(readme),
    );
    expect(spoken).toEqual(commands);
  });

  test("gives commands that exist, with options that they have", () => {
    const lines = [...readme.matchAll(/npm run plumbline -- ([\w-]+)([^\n#`]*)/g)];
    expect(lines.length).toBeGreaterThan(4);
    for (const [line, name, rest] of lines) {
      const { out, code } = helpOf.get(name!)!;
      expect(code, line).toBe(0);
      for (const [option] of rest!.matchAll(/--[a-z-]+/g)) expect(out, line).toContain(option);
    }
  });

  test("names paths that exist", () => {
    const linked = [...readme.matchAll(/\]\(([^):#]+)\)/g)].map(([, path]) => path!);
    const quoted = [...readme.matchAll(/`((?:src|test|pipelines|data|docs)\/[^`]+)`/g)]
      .map(([, path]) => path!.replace(/<[^]*/, ""))
      .map((path) => path.replace(/[^/]*\*.*$/, ""));
    const missing = [...linked, ...quoted].filter((path) => !existsSync(join(root, path)));
    expect(linked.length).toBeGreaterThan(2);
    expect(missing).toEqual([]);
  });

  test("says of every dependency what it is for, and of no other", async () => {
    const file = JSON.parse(await read("package.json")) as Record<string, Record<string, string>>;
    const section = /^## Dependencies$([^]*?)^## /m.exec(readme)![1]!;
    const rows = [...section.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => cell!.split(", "));
    const named = rows.filter((name) => !/^(package|-+)$/.test(name));
    expect(named.sort()).toEqual(Object.keys(file["dependencies"]!).sort());
    const prose = section.replace(/^\|.*$/gm, "");
    const unsaid = Object.keys(file["devDependencies"]!).filter(
      // Types and a tool's own rules or plugins come with the tool.
      (name) => !/^@types\/|^@eslint\/|^prettier-plugin-/.test(name) && !prose.includes(name),
    );
    expect(unsaid).toEqual([]);
  });
});

test.each(commands)("plumbline %s says what each of its options is for", (name) => {
  const { out } = helpOf.get(name)!;
  const options = [...out.matchAll(/^ {2}(?:-h, )?--[^\n]*/gm)].map(([line]) => line);
  expect(options.length).toBeGreaterThan(0);
  for (const line of options) expect(line).toMatch(/^ {2}\S+(?:, \S+)?(?: <[^>]+>)? {2,}\S+/);
});

test.each(await discoverIndicators())("$id has three files and two examples", async (indicator) => {
  const files = await readdir(join(root, "pipelines/3-indicators", indicator.id));
  expect(files.sort()).toEqual(["examples.md", "indicator.sql", "indicator.ts"]);
  expect(parseExamples(indicator.examples).length).toBeGreaterThanOrEqual(2);
});

test.each(await discoverContracts())("$kind explains every field by an example", ({ fields }) => {
  for (const [name, field] of Object.entries(fields)) {
    const { description, example, type } = readMeta(field);
    expect(description, name).toMatch(/^[A-Z].*\.$/);
    const value =
      type === "integer" ? Number(example) : type === "boolean" ? example === "true" : example;
    expect(field.safeParse(value).success, `${name}: ${example}`).toBe(true);
  }
});

test("no file of the tree names a folder of one machine or the host of a registry", async () => {
  const list = await promisify(execFile)("git", ["ls-files", "-z"], { cwd: root }).catch(
    () => null,
  );
  if (list === null) return; // A copy without its history has no list of what belongs to it.
  const paths = list.stdout
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
  const machine = /(?<![\w./-])\/(?:home|Users|root|work|mnt|private)\/[\w.-]+/;
  const registry =
    /https?:\/\/[^\s"']*\/(?:@[\w-]+\/)?[\w.-]+\/-\/[\w.-]+\.tgz|\bregistry\.[\w.-]+\.\w+/;
  expect(paths.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const path of paths.filter((name) => !/\.(png|woff2|otf|parquet|csv|pdf)$/.test(name))) {
    const text = await read(path);
    if (machine.test(text) || registry.test(text)) found.push(path);
  }
  expect(found).toEqual([]);
});
