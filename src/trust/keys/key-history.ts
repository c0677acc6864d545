import { encodeHex, equalBytes, type Bytes } from "../bytes.ts";
import type { LoggedStatement } from "../log/logged-statements.ts";
import { trustProblems } from "../problems.ts";
import { parseSshKey } from "../ssh/ssh-key.ts";

/** A key that signed releases, and from which entry of the log on. */
export interface KeySpan {
  readonly publicKey: Bytes;
  readonly from: number;
}

/**
 * Which key signs releases, from the log itself: the first release names it, and every change is
 * signed by the old and the new key. Whoever trusts one of them can follow the log to the others.
 * @throws Problem where an entry is signed by a key that was not the programme's at that place
 */
export function readKeyHistory(statements: readonly LoggedStatement[]): KeySpan[] {
  const spans: KeySpan[] = [];
  for (const { index, statement, publicKeys } of statements) {
    if (statement.kind === "attestation") continue;
    const [signer, next, ...rest] = publicKeys;
    if (spans.length === 0) spans.push({ publicKey: signer!, from: index });
    const refuse = () =>
      trustProblems.contradiction(
        `entry ${index} of the log is not signed by the key that signed for the programme then`,
      );
    if (!equalBytes(signer!, spans.at(-1)!.publicKey) || rest.length > 0) throw refuse();
    if (statement.kind !== "rotation") {
      if (next !== undefined) throw refuse();
      continue;
    }
    const { oldKey, newKey } = statement.predicate;
    const told = [parseSshKey(oldKey), parseSshKey(newKey)];
    if (next === undefined || !equalBytes(told[0]!, signer!) || !equalBytes(told[1]!, next)) {
      throw refuse();
    }
    spans.push({ publicKey: next, from: index + 1 });
  }
  return spans;
}

/** Whether the reader's own key is one of the history's, so that all of it can be followed. */
export function isFollowedBy(spans: readonly KeySpan[], trusted: readonly Bytes[]): boolean {
  const known = new Set(trusted.map(encodeHex));
  return spans.some(({ publicKey }) => known.has(encodeHex(publicKey)));
}

/** Whether a key was the one that signs releases at an entry of the log. */
export function isKeyAt(spans: readonly KeySpan[], publicKey: Bytes, index: number): boolean {
  const span = spans.findLast(({ from }) => from <= index);
  return span !== undefined && equalBytes(span.publicKey, publicKey);
}
