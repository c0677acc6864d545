import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "../command.ts";

/** What checks signatures and the log: it runs in a reader's browser too. */
const checking = [
  ...["keys/key-history", "keys/published-keys", "ssh/allowed-signers", "ssh/ssh-signature"],
  ...["ssh/sums", "statements/trusted-root", "statements/verify-bundle"],
  ...["logged-statements", "merkle", "tiles", "tlog-proof", "verify-log", "witness"].map(
    (name) => `log/${name}`,
  ),
];

async function follow(file: string, seen: Map<string, string[]>): Promise<void> {
  if (seen.has(file)) return;
  const text = await readFile(join(root, file), "utf8");
  const names = [...text.matchAll(/^(?:import|export)\b[^;]*? from "([^"]+)"/gm)].map((m) => m[1]!);
  seen.set(file, [
    ...names.filter((name) => !name.startsWith(".")),
    ...(/\b(?:Buffer|process)\b/.test(text) ? ["a name that only Node has"] : []),
  ]);
  for (const name of names.filter((one) => one.startsWith("."))) {
    await follow(relative(root, join(root, dirname(file), name)), seen);
  }
}

test("what checks signatures and the log needs nothing but WebCrypto and zod", async () => {
  const seen = new Map<string, string[]>();
  for (const name of checking) await follow(`src/trust/${name}.ts`, seen);
  expect(seen.size).toBeGreaterThan(15);
  expect([...new Set([...seen.values()].flat())]).toEqual(["zod"]);
});
