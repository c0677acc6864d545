import type { Sample } from "./sample.ts";

/** The README.md that lies beside a sample: what each file is, and how to check the draw. */
export function writeGuide({
  release,
  kind,
  frame,
  size,
  checkpoint,
  seed,
  chosen,
}: Sample): string {
  return `# A sample of ${kind} of the release ${release}

${size} of ${frame} records, drawn by chance. An auditor compares each with the partner's own file on the
case.

- \`sample.csv\` names the records. **Restricted**: it stays with the operator and the auditor. \`rows\`
  are the rows of the file that have the record's key, counted from 1 without the header and empty
  lines; several where the file repeats the record or a row with its key was refused.
- \`results.csv\` is for the auditor: write \`yes\`, \`no\` or \`not found\` under \`agrees\` in every row. A
  record that the partner cannot show is \`not found\`, and counts as an error. Leave the rest as it is.
- \`sample.json\` says how the sample was drawn and names no record. It holds the exact number of records
  of each stratum, which the public release rounds: it is for those who may see the auditors' tier.

Then \`plumbline sample-records --results results.csv --sample sample.json --tolerable 0.05\`.

## What it was drawn from

${seedWords(checkpoint !== null, chosen !== null)}

The frame is every accepted record of the kind that is dated in the months of the release, one line a
record. The order of files and rows has no part in the draw.

## Check the draw

The seed is the SHA-256 of \`seed.text\` in \`sample.json\`, to the last line feed:

    node -p 'JSON.parse(fs.readFileSync("sample.json")).seed.text' | head -c -1 | sha256sum
    ${seed.sha256}

A record's ticket is the SHA-256 of seed, partner and key with a slash between them:

    printf '%s/%s/%s' ${seed.sha256} PARTNER KEY | sha256sum

In each stratum the records with the smallest tickets are drawn. So the sample follows from a list of
the frame (partner, key and stratum, as \`frame.csv\` with no header) in one line, here for a stratum
that gives 5 records:

    while IFS=, read -r p k s; do echo "$(printf '%s/%s/%s' ${seed.sha256} "$p" "$k" |
      sha256sum | cut -c1-64),$p,$k"; done < <(grep ',STRATUM$' frame.csv) | sort | head -n 5
`;
}

function seedWords(logged: boolean, chosen: boolean): string {
  const log =
    "The seed holds the origin, size and root hash of a checkpoint of the log. It must be the first " +
    "checkpoint that logs this release: then the records were fixed before the seed was known. Ask " +
    "the log or a witness for it, not the operator, and check its signatures: this command only refuses " +
    "one that is later than another in the folder of releases.";
  const own =
    "The seed holds a line that the auditor chose. Choose it after the release was logged, and tell " +
    "nobody before.";
  if (logged && chosen) return `${log}\n\n${own} With both, neither side alone chose the sample.`;
  return logged
    ? log
    : `${own} Whoever chose the line could have tried several: a checkpoint with it prevents that.`;
}
