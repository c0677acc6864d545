import type { Figure } from "../../release/schema.ts";
import { explainMark, explainMissing, marks, type Missing } from "./status.ts";
import { isShown } from "./values.ts";

/** A mark or a word that stands in a table, and what it means. */
export interface Key {
  readonly term: string;
  readonly says: string;
}

/** What has to be explained of one figure in a table; nothing of a number shown as it is. */
export function listKeys(figure: Figure, base: number | null): Key[] {
  if (!isShown(figure)) return [keyOf(explainMissing(figure, base))];
  const { mark, bound, about } = figure;
  return [
    ...(mark === "[r]" ? [keyOf(explainMark(mark, base))] : []),
    ...(bound === null && about ? [aboutKey] : []),
    ...(bound === null ? [] : [boundKeys[bound]]),
  ];
}

/** What has to be explained of a mark. */
export function keyOf({ mark, says }: Missing): Key {
  return { term: mark, says };
}

/** Keys of many figures, each once, those of marks first. */
export function joinKeys(keys: readonly Key[]): Key[] {
  const each = [...new Map(keys.map((key) => [`${key.term} ${key.says}`, key])).values()];
  const order: readonly string[] = [...marks, ...[...words, wideKey].map(({ term }) => term)];
  return each.sort(
    (a, b) => order.indexOf(a.term) - order.indexOf(b.term) || (a.says < b.says ? -1 : 1),
  );
}

/** Every mark and word that may stand in a table of the tier. */
export function listAllKeys(base: number | null): Key[] {
  const all = [...marks.map((mark) => keyOf(explainMark(mark, base))), ...words];
  return base === null ? all.filter(({ term }) => ["[x]", "[z]", "[r]"].includes(term)) : all;
}

const aboutKey: Key = {
  term: "“about”",
  says: "rounded further, because not many cases stand behind it",
};

const boundKeys: Record<NonNullable<Figure["bound"]>, Key> = {
  "at most": { term: "“at most”", says: "none or nearly none of the cases: only a bound is given" },
  "at least": { term: "“at least”", says: "all or nearly all of the cases: only a bound is given" },
};

/** What an interval such as 26 to 5,760 hours has to say. */
export const wideKey: Key = {
  term: "a very wide interval",
  says: "(to more than ten times its figure) tells how low the true figure may be, and hardly anything of how high",
};

const words = [aboutKey, ...Object.values(boundKeys)];
