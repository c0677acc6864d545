import { basename, dirname, join, resolve } from "node:path";
import { Command } from "commander";
import { borrowAnchor, readAnchor, type Anchor } from "./verify/anchor.ts";
import type { Check } from "./verify/check.ts";
import { isThrowAway } from "./trust/keys/throw-away.ts";
import { openFolder } from "./verify/folder.ts";
import { within, type Place } from "./verify/place.ts";
import { verifyProblems } from "./verify/problems.ts";
import { recomputeFromTallies } from "./verify/recompute.ts";
import { verifyRelease } from "./verify/release.ts";
import { verifySite, type PartCheck } from "./verify/site.ts";
import { openWeb } from "./verify/web.ts";
import { verifyLog } from "./verify/whole-log.ts";

interface Flags {
  readonly trust?: string;
  readonly json?: true;
}

/** `plumbline verify`: what an outsider can check, without trusting who made it. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("check a site, a release or the log: what was changed, who signed, what follows")
    .argument("<path|url>", "a built site, a release such as releases/2026-q3/public, or a log")
    .option(
      "--trust <dir>",
      "whom you believe: a folder of yours with policy, allowed_signers, and where you have them revoked_keys and the checkpoint you saw last",
    )
    .option("--json", "print the result as JSON")
    .action(async (target: string, { trust, json }: Flags) => {
      const anchor = trust === undefined ? undefined : await readAnchor(openFolder(trust));
      const checks: PartCheck[] = [];
      for await (const check of verifyTarget(target, anchor)) {
        if (json !== true)
          for (const line of describeCheck(check, checks.at(-1))) console.log(line);
        checks.push(check);
      }
      const good = checks.every(({ faults }) => faults.length === 0);
      if (json === true) console.log(JSON.stringify({ good, checks }, null, 2));
      else console.log(["", ...verdict(checks, anchor)].join("\n"));
      if (!good) process.exitCode = 2;
    });
}

/**
 * Finds out what lies there, and checks it.
 * @throws Problem where it is nothing that can be checked, or cannot be reached
 */
export async function* verifyTarget(
  target: string,
  anchor: Anchor | undefined,
): AsyncGenerator<PartCheck> {
  const isWeb = /^https?:\/\//.test(target);
  const place = isWeb ? openWeb(target) : openFolder(target);
  const has = async (path: string): Promise<boolean> => (await place.read(path)) !== undefined;
  const recompute = recomputeFromTallies;
  if (await has("site.json")) yield* verifySite(place, { anchor, recompute });
  else if (await has("manifest.json")) {
    const own = anchor ?? (isWeb ? undefined : await borrowAround(target));
    const checks = verifyRelease(place, { anchor: own, recompute });
    for await (const check of checks) yield { part: "", ...check };
  } else if (await has("checkpoint")) {
    const own = anchor ?? (isWeb ? undefined : await borrow(openFolder(dirname(target))));
    if (own === undefined) throw verifyProblems.noKeysForLog(target);
    for await (const check of verifyLog(place, own)) yield { part: "", ...check };
  } else throw verifyProblems.nothing(target);
}

/** What lies above a release says of its keys: a folder of releases, or the site whose files it is. */
async function borrowAround(release: string): Promise<Anchor | undefined> {
  const [releases, site] = ["../..", "../../.."].map((up) => openFolder(join(release, up)));
  return (
    (await borrow(releases!)) ??
    (basename(resolve(release)) === "files" ? borrow(site!) : undefined)
  );
}

/** What a folder of releases says of its own keys; undefined where nobody signed. */
function borrow(releases: Place): Promise<Anchor | undefined> {
  return borrowAnchor(within(releases, "log"), within(releases, "keys"));
}

/** One line for a check that holds; one for each fault of one that does not. */
export function describeCheck(check: PartCheck, last: PartCheck | undefined): string[] {
  const { part, name, holds, faults, unproven } = check;
  const head = part === "" || part === last?.part ? [] : [`${part}:`];
  if (faults.length === 0) {
    return [...head, `${unproven === true ? "open   " : "ok     "} ${name}: ${holds}`];
  }
  const shown = faults.slice(0, mostFaults).map((fault) => `FAULT   ${name}: ${fault}`);
  const rest = faults.length - shown.length;
  const more = rest === 0 ? [] : [`FAULT   ${name}: and ${rest.toLocaleString("en")} more.`];
  return [...head, ...shown, ...more];
}

const mostFaults = 12;

/** What it comes to, in a sentence or two. */
export function verdict(checks: readonly Check[], anchor: Anchor | undefined): string[] {
  if (checks.some(({ faults }) => faults.length > 0)) {
    return ["It does NOT hold: do not rely on it."];
  }
  const open = checks.some(({ unproven }) => unproven === true);
  const signed = checks.some(({ name, unproven }) => name === "signature" && unproven !== true);
  return [
    open ? "Nothing is wrong, and not everything is proven: see the open points." : "It holds.",
    ...(checks.some(({ holds }) => isThrowAway(holds))
      ? ["It was signed with throw-away keys, which are for trying out: they prove nothing."]
      : []),
    ...(anchor === undefined && signed
      ? [
          "The keys and the policy came from the same place. That shows that nothing was changed since",
          "they signed, not who they are: keep the programme's keys from elsewhere, and use --trust.",
        ]
      : []),
  ];
}
