import type { Contract } from "./contract.ts";
import type { FileFacts } from "./file-facts.ts";
import type { ColumnPlan, NamedMapping } from "./mapping.ts";
import type { SubmissionFile } from "./submissions.ts";

/** A file that may be read, with everything that decides how. */
export interface PlannedFile {
  readonly file: SubmissionFile;
  readonly contract: Contract;
  readonly facts: FileFacts;
  readonly plan: ColumnPlan;
  readonly named: NamedMapping | undefined;
  /** The first of the submission ids that are kept for it. */
  readonly firstId: number;
  /** The last day of which it can tell. */
  readonly asOf: string;
}

/** Files that one statement can read. */
export interface FileGroup {
  readonly files: readonly [PlannedFile, ...PlannedFile[]];
  readonly contract: Contract;
}

const smallFile = 4 << 20;

/** Puts small files of one form together; a large file is read by itself. */
export function groupFiles(files: readonly PlannedFile[]): FileGroup[] {
  const groups = new Map<string, [PlannedFile, ...PlannedFile[]]>();
  for (const planned of files) {
    const alone = planned.file.bytes > smallFile || planned.plan.readsRowNumber;
    const form = JSON.stringify([
      planned.contract.kind,
      planned.file.format,
      planned.facts.columns,
      planned.named?.name,
      planned.file.partner === null,
      alone ? planned.file.path : null,
    ]);
    const group = groups.get(form);
    if (group) group.push(planned);
    else groups.set(form, [planned]);
  }
  return [...groups.values()].map((group) => ({ files: group, contract: group[0].contract }));
}
