import { formatDay, formatPeriod } from "../../site/words/dates.ts";
import { paragraph, terms, type Block, type Part, type Term } from "../model.ts";
import { signatureCommand } from "../../site/words/commands.ts";
import type { Proof } from "../../release/read.ts";
import type { Subject } from "./context.ts";

/** Whether the release is signed, in one line for the head of each page. */
export const statusWords: Record<Proof["status"], string> = {
  unsigned: "Not signed",
  signed: "Signed and logged",
  "throw-away": "Signed with a throw-away key, for trying out",
};

/** What that means for a reader, in a sentence or two. */
const statusMeans: Record<Proof["status"], string> = {
  unsigned:
    "Nobody has signed this release. The digest below shows whether a file was changed since this report was made; it does not show who made either.",
  signed:
    "The publisher has signed the list of the release’s files and entered it into a public log that can only grow. Whoever follows the five lines below sees whether the files are those that were signed.",
  "throw-away":
    "The release is signed with a key that was made to try the signing out. It shows how a signature is checked, and proves nothing about who signed.",
};

/** Part 1: what this is, whether it is signed, and how to check it. */
export function describeRelease(subject: Subject): Part {
  const { release } = subject;
  const { proof } = release;
  const { about } = release;
  return {
    id: "release",
    title: "This release, its status and how to check it",
    blocks: [
      paragraph(
        `${about.release.title}: what the records of ${formatPeriod(about.period.from, about.period.to)} show, as published on ${formatDay(about.release.published)}. ${statusMeans[proof.status]}`,
      ),
      terms([{ term: "Status", says: statusWords[proof.status] }, ...listProof(proof)]),
      { kind: "heading", id: "five-lines", text: "How to check it in five lines" },
      paragraph(
        `Each line runs in the folder releases/${about.release.id}/files of a copy of the site, with tools that are not ours; the last runs in a copy of Plumbline.`,
      ),
      checkInFiveLines(subject),
    ],
  };
}

/** The digest that stands for the release, and its place in the log. */
export function listProof({ document, documentSha256, log }: Proof): Term[] {
  const digest = { term: `SHA-256 of ${document}`, says: documentSha256 };
  if (log === null) return [digest, { term: "Log", says: "Not entered into a log" }];
  return [
    digest,
    { term: "Log", says: log.origin },
    { term: "Entry", says: `${log.index} of a log with ${log.size} entries` },
    { term: "Root of the log", says: log.rootHash },
    { term: "Key", says: log.keyFingerprint },
  ];
}

/** Five commands, each with what it shows. */
export function checkInFiveLines({ release }: Subject): Block {
  const { proof } = release;
  const { tier } = release.about;
  const own = "The protection of people holds, by the release’s own certificate";
  const exact = "Every file is as the manifest says";
  const last = {
    says: `${tier === "auditor" ? exact : own}, and every figure follows from the tallies; FOLDER is the full path of the one above.`,
    command: "npm run plumbline -- verify FOLDER",
  };
  if (proof.document === "manifest.json")
    return {
      kind: "steps",
      items: [
        {
          says: "The manifest is the one that this report speaks of: compare the digest above.",
          command: "sha256sum manifest.json",
        },
        {
          says: "Every file is as the manifest says.",
          command: `jq -r '.files[] | .sha256 + "  " + .path' manifest.json | sha256sum -c --strict`,
        },
        {
          says: "No other file is there: the second number is one less, for the manifest itself.",
          command: `find . -type f | wc -l; jq '.files | length' manifest.json`,
        },
        {
          says: "The definitions are those of the program: compare with sha256sum in its pipelines/.",
          command: `jq -r '.inputs[] | .sha256 + "  " + .path' manifest.json`,
        },
        last,
      ],
    };
  return {
    kind: "steps",
    items: [
      { says: "Every file is as the list says.", command: "sha256sum -c --strict SHA256SUMS" },
      {
        says: "The list is the one that this report speaks of: compare the digest above.",
        command: "sha256sum SHA256SUMS",
      },
      {
        says: "Whose signature it is, by a list of keys that you trust: KEYS is the folder that holds it. What counts is the line that begins with Good.",
        command: signatureCommand(release, "KEYS").join(" \\\n"),
      },
      {
        says: "The log then is the one that this report saw: compare size and root.",
        command: `head -3 ../../../log/checkpoint.${proof.log?.size ?? ""}`,
      },
      last,
    ],
  };
}
