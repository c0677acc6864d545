import { join } from "node:path";
import { parseDecimal } from "../bytes.ts";
import { writeWhole } from "../disk.ts";
import { logProblems } from "../log-problems.ts";
import { parseVerifierKey } from "./note.ts";
import { formatPolicy, parsePolicy, type Group, type Policy } from "./policy.ts";
import { readPolicy } from "../sign-releases.ts";

const groupName = "witnesses";

/**
 * Names a witness in `log/policy`. The witnesses that this program named form one group, of which
 * so many have to sign.
 * @param quorum how many, as text; left out, all
 * @returns the group
 * @throws Problem for a name or key that is there, a number that cannot be met, and a policy that
 * somebody wrote in another way
 */
export async function addWitness(
  releases: string,
  name: string,
  vkey: string,
  quorum?: string,
): Promise<Group> {
  const policy = await readPolicy(releases);
  const others = listMembers(policy);
  if (others === undefined) throw logProblems.ownPolicy(join(releases, "log/policy"));
  const usable = /^[^\s#]+$/.test(name) && !["none", groupName, ...others].includes(name);
  if (!usable) throw logProblems.witnessName(name);
  const members = [...others, name];
  const threshold = quorum === undefined ? members.length : (parseDecimal(quorum) ?? 0);
  if (threshold < 1 || threshold > members.length) throw logProblems.badQuorum(members.length);
  const group = { threshold, members };
  const changed = formatPolicy({
    ...policy,
    witnesses: new Map([...policy.witnesses, [name, await parseVerifierKey(vkey)]]),
    groups: new Map([[groupName, group]]),
    quorum: groupName,
  });
  // Read again, so that a name or key that is there twice is refused before it is written.
  await parsePolicy(changed);
  await writeWhole(join(releases, "log/policy"), changed);
  return group;
}

/** Whom this program named; undefined where the policy is another's work. */
function listMembers({ witnesses, groups, quorum }: Policy): readonly string[] | undefined {
  if (witnesses.size === 0 && groups.size === 0 && quorum === "none") return [];
  const group = groups.get(groupName);
  return quorum === groupName && groups.size === 1 ? group?.members : undefined;
}
