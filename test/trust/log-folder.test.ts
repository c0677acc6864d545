import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import { signStatement } from "../../src/trust/log/append-statement.ts";
import { readFolder } from "../../src/trust/disk.ts";
import { LogFolder } from "../../src/trust/log/log-folder.ts";
import { parsePolicy } from "../../src/trust/log/policy.ts";
import type { Statement } from "../../src/trust/statements/statements.ts";
import { verifyLog } from "../../src/trust/log/verify-log.ts";
import { formatVerifierKey, makeVerifierKey } from "../../src/trust/log/note.ts";
import { makeTemporary, testKeys } from "./programme.ts";

const statementOn = (index: number): Statement => ({
  kind: "release",
  subject: { name: `releases/r${index}/public/SHA256SUMS`, sha256: "ab".repeat(32) },
  predicate: {
    ...{ release: `r${index}`, tier: "public", cutOff: "2026-06-30", published: "2026-07-31" },
    ...{ supersedes: null, blinded: false },
  },
});

const append = (log: LogFolder, index: number) =>
  signStatement(log, testKeys, statementOn(index), [testKeys.release], "2026-07-31");

test("a log that fills its first tile can be left and opened at every step, and ends the same", async () => {
  const [folder, other] = [join(await makeTemporary(), "log"), join(await makeTemporary(), "log")];
  const log = await LogFolder.open(folder, testKeys.log);
  for (let index = 0; index < 254; index++) await append(log, index);
  await cp(folder, other, { recursive: true });
  for (let index = 254; index < 258; index++) await append(log, index);
  for (let index = 254; index < 258; index++) {
    const reopened = await LogFolder.open(other, testKeys.log);
    expect(reopened.size).toBe(index);
    await append(reopened, index);
    // Cut off before the checkpoint: the files of the entry are there, and it is not shown yet.
    await rm(join(other, `checkpoint.${index + 1}`));
    await cp(join(other, `checkpoint.${index}`), join(other, "checkpoint"));
    const again = await LogFolder.open(other, testKeys.log);
    expect(again.size).toBe(index);
    await append(again, index);
  }
  expect(await listFiles(other)).toEqual(await listFiles(folder));
  expect((await readdir(join(folder, "tile/0"))).sort()).toEqual(["000", "001.p"]);
  const vkey = formatVerifierKey(await makeVerifierKey(testKeys.log, 1));
  const policy = await parsePolicy(`log ${vkey}\nquorum none\n`);
  const { statements, checkpoint } = await verifyLog(readFolder(folder), policy);
  expect([statements.length, checkpoint.size]).toEqual([258, 258]);
});
