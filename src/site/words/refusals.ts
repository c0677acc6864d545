import type { CodebookKind, Intake } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { formatPlain } from "./numbers.ts";

/** Whose files they are: a partner, or "several" where rows are from more than one. */
const ownerOf = ({ partner }: Intake): string => partner ?? "several";

/** Why rows were refused: kind, sentence and rule, then all, then a cell for each owner. */
export function tabulateRefusals(
  files: readonly Intake[],
  owners: readonly string[],
  codebook: readonly CodebookKind[],
): { readonly id: string; readonly cells: (string | null)[] }[] {
  const all = files.flatMap((file) =>
    file.reasons.map((reason) => ({ ...reason, kind: file.kind, owner: ownerOf(file) })),
  );
  const groups = [...Map.groupBy(all, ({ kind, rule }) => `${kind}/${rule}`)];
  const rows = groups.map(([id, own]) => {
    const { kind, sentence } = own[0]!;
    const total = add(own);
    const cells = owners.map((owner) => say(add(own.filter((one) => one.owner === owner))));
    return { id, total, cells: [nameKind(kind, codebook), sentence, say(total), ...cells] };
  });
  return rows.sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}

/** Rows that repeat another exactly: a row for each kind that has any. */
export function tabulateRepeats(
  files: readonly Intake[],
  owners: readonly string[],
  codebook: readonly CodebookKind[],
): (string | null)[][] {
  const kinds = [...Map.groupBy(files, ({ kind }) => kind)];
  return kinds.flatMap(([kind, own]) => {
    const count = (some: readonly Intake[]): number =>
      some.reduce((sum, { rows }) => sum + rows.repeats, 0);
    if (count(own) === 0) return [];
    const cells = owners.map((owner) => say(count(own.filter((file) => ownerOf(file) === owner))));
    return [[nameKind(kind, codebook), say(count(own)), ...cells]];
  });
}

const add = (reasons: readonly { readonly rows: number }[]): number =>
  reasons.reduce((sum, { rows }) => sum + rows, 0);

const say = (count: number): string | null => (count === 0 ? null : formatPlain(count, 0));
