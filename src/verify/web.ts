import { remember, type Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";

/**
 * A served site. A file that the server does not have is missing; any other refusal stops the check.
 * @param address of its first page, "https://portal.example/oversight/"
 */
export function openWeb(address: string): Place {
  const root = address.endsWith("/") ? address : `${address}/`;
  return remember({
    name: root,
    read: async (path) => {
      const response = await fetch(new URL(path, root), { redirect: "error" }).catch(() => {
        throw verifyProblems.unreachable(root);
      });
      if (response.status === 404) return undefined;
      if (!response.ok) throw verifyProblems.refused(path, response.status);
      return new Uint8Array(await response.arrayBuffer());
    },
  });
}
