import { decodeText } from "../trust/bytes.ts";
import { parseCheckpoint } from "../trust/log/checkpoint.ts";
import type { Anchor } from "../verify/anchor.ts";
import type { PartCheck } from "../verify/site.ts";
import type { Files } from "./archive.ts";

/**
 * Whom to believe of a bundle. It shows the log as it was when the bundle was sealed: where a
 * reader has seen a longer one since, the bundle is old, and its log was not rolled back.
 * @returns with that checkpoint left out, and what this leaves open
 * @throws Problem (a fault) where the checkpoint in the bundle is malformed
 */
export function believeSnapshot(
  anchor: Anchor,
  files: Files,
): { readonly anchor: Anchor; readonly open: PartCheck | undefined } {
  const bytes = files.get("log/checkpoint");
  if (bytes === undefined || anchor.seen === undefined) return { anchor, open: undefined };
  const { size } = parseCheckpoint(decodeText(bytes) ?? "");
  if (anchor.seen.size <= size) return { anchor, open: undefined };
  const holds =
    `the log in it has ${size} entries, and you have seen ${anchor.seen.size} since: ` +
    "that the one continues the other, `plumbline verify` shows of the log as it is now";
  return {
    anchor: { ...anchor, seen: undefined },
    open: { part: "bundle", name: "history", holds, faults: [], unproven: true },
  };
}
