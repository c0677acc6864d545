import { equalBytes } from "../bytes.ts";
import { readKeyHistory } from "./key-history.ts";
import type { SigningKeys } from "./keys.ts";
import type { LogFolder } from "../log/log-folder.ts";
import { logProblems } from "../log-problems.ts";

/** @throws Problem where the log says that another key signs releases now */
export function refuseOldKey({ statements }: LogFolder, { release }: SigningKeys): void {
  const current = readKeyHistory(statements).at(-1);
  if (current === undefined || equalBytes(current.publicKey, release.publicKey)) return;
  throw logProblems.oldKey();
}
