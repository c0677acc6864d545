import type { CodebookKind, Intake } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { formatPlain } from "./numbers.ts";

/** Whose files they are: a partner, or "several" where rows are from more than one. */
const ownerOf = ({ partner }: Intake): string => partner ?? "several";

/** The rows of a kind that were refused: in all and by owner, then the same for each reason. */
export interface KindRefusals {
  readonly kind: string;
  readonly name: string;
  readonly counts: readonly (string | null)[];
  readonly reasons: readonly {
    readonly rule: string;
    readonly sentence: string;
    readonly counts: readonly (string | null)[];
  }[];
}

/** Why rows were refused, in the order of the codebook; reasons for most rows first. */
export function tabulateRefusals(
  files: readonly Intake[],
  owners: readonly string[],
  codebook: readonly CodebookKind[],
): KindRefusals[] {
  const all = files.flatMap((file) =>
    file.reasons.map((reason) => ({ ...reason, kind: file.kind, owner: ownerOf(file) })),
  );
  const count = (own: typeof all): (string | null)[] => [
    say(add(own)),
    ...owners.map((owner) => say(add(own.filter((one) => one.owner === owner)))),
  ];
  return codebook.flatMap(({ kind }) => {
    const own = all.filter((reason) => reason.kind === kind);
    if (own.length === 0) return [];
    const reasons = [...Map.groupBy(own, ({ rule }) => rule)]
      .map(([rule, same]) => ({
        ...{ rule, total: add(same) },
        ...{ sentence: same[0]!.sentence, counts: count(same) },
      }))
      .sort((a, b) => b.total - a.total || (a.rule < b.rule ? -1 : 1));
    return [{ kind, name: nameKind(kind, codebook), counts: count(own), reasons }];
  });
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
