/**
 * `npm run bench:gate`: 200 requests a second for 60 seconds over the gate, sign-ins among them.
 * Says what went wrong, how long answers took and what Apache held in memory. Loopback only.
 */
import { readFile, rm } from "node:fs/promises";
import { Agent } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { missing, startGate } from "./apache.ts";
import { ask, signIn } from "./client.ts";
import { canary, listLogs, makeFixture, tiers, type Tier } from "./fixture.ts";
import { findPorts } from "./ports.ts";
import { startProvider } from "./provider.ts";

const seconds = Number(process.argv[2] ?? 60);
const perSecond = 200;
/** Every this many requests somebody signs in anew, which takes six requests more. */
const perSignIn = 100;

if (missing.length > 0) throw new Error(`There is no ${missing.join(" and no ")}.`);

const fixture = await makeFixture();
const [at, port] = await findPorts(2);
const provider = await startProvider(fixture, at!, [port!]);
// A small memory of sessions, so that it is full soon, and growth after that would be a leak.
const settings = { GATE_ENTRIES: "200" };
const gate = await startGate({ fixture, port: port!, issuer: provider.issuer, settings });
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const host = (tier: Tier): string => new URL(gate.origin(tier)).host;

type Visitor = readonly [name: string, tier: Tier, opens: boolean];
const visitors: readonly Visitor[] = [
  ["auditor", "auditor", true],
  ["auditor", "sponsor", true],
  ["sponsor", "sponsor", true],
  ["sponsor", "auditor", false],
  ["public", "sponsor", false],
  ["public", "auditor", false],
];

const cookies = await Promise.all(visitors.map(enter));
const errors = new Map<string, number>();
const times: number[] = [];
let wrongTier = 0;
let signIns = 0;
const before = await gate.resident();
const memory: number[] = [];

try {
  const begun = performance.now();
  const open: Promise<void>[] = [];
  for (let number = 0; number < seconds * perSecond; number += 1) {
    const due = begun + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    open.push(number % perSignIn === 0 ? visitAnew(number) : visit(number));
    if (number % (perSecond * 10) === 0) memory.push(await gate.resident());
  }
  await Promise.all(open);
  const took = (performance.now() - begun) / 1000;
  await report(took);
} finally {
  agent.destroy();
  await Promise.all([gate.stop(), provider.stop()]);
  await rm(fixture.folder, { recursive: true, force: true });
}

async function enter([name, tier]: Visitor): Promise<string> {
  return (await signIn(`${gate.origin(tier)}/`, name)).jar.header(host(tier));
}

async function visit(number: number): Promise<void> {
  const turn = number % (visitors.length + 1);
  const visitor = visitors[turn];
  const tier = visitor?.[1] ?? tiers[number % 2]!;
  const headers = visitor === undefined ? {} : { cookie: cookies[turn]! };
  const began = performance.now();
  try {
    const path = number % 3 === 0 ? "/data/figures.json" : "/methods/";
    const { status, body } = await ask(`${gate.origin(tier)}${path}`, { agent, headers });
    times.push(performance.now() - began);
    check(body, visitor?.[2] === true ? tier : undefined);
    const expected = visitor === undefined ? 302 : visitor[2] ? 200 : 403;
    if (status !== expected) count(`status ${status} where ${expected} was due`);
  } catch (error) {
    count(String(error));
  }
}

async function visitAnew(number: number): Promise<void> {
  const visitor = visitors[(number / perSignIn) % visitors.length]!;
  const [name, tier, opens] = visitor;
  try {
    const { last } = await signIn(`${gate.origin(tier)}/`, name, { agent });
    signIns += 1;
    check(last.body, opens ? tier : undefined);
    if (last.status !== (opens ? 200 : 403)) count(`status ${last.status} after a sign-in`);
  } catch (error) {
    count(String(error));
  }
}

/** Counts a body that holds the word of a tier that is not due, or lacks the one that is. */
function check(body: string, due: Tier | undefined): void {
  for (const tier of tiers) if (body.includes(canary[tier]) !== (tier === due)) wrongTier += 1;
}

function count(what: string): void {
  errors.set(what, (errors.get(what) ?? 0) + 1);
}

async function report(took: number): Promise<void> {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
  const megabytes = (kilobytes: number): string => `${(kilobytes / 1024).toFixed(0)} MB`;
  const logs = await Promise.all((await listLogs(gate.logs)).map((path) => readFile(path, "utf8")));
  const faults = logs
    .join("\n")
    .match(/^.* (?:auth_openidc|core|mpm_event):(?:error|crit|alert|emerg) .*$/gm);
  process.stdout.write(
    [
      `${seconds * perSecond} visits in ${took.toFixed(1)} s, ${signIns} of them sign-ins`,
      `errors: ${errors.size === 0 ? "none" : [...errors].map(([what, n]) => `${n} × ${what}`).join(", ")}`,
      `wrong tier: ${wrongTier === 0 ? "none" : wrongTier}`,
      `answers: half within ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, the slowest ${at(0.9999)} ms`,
      `Apache in memory: ${megabytes(before)} before, then every ten seconds ${memory.map(megabytes).join(", ")}, and ${megabytes(await gate.resident())} after`,
      `faults in its log: ${faults === null ? "none" : faults.length}`,
      "",
    ].join("\n"),
  );
  if (errors.size > 0 || wrongTier > 0) process.exitCode = 1;
}
