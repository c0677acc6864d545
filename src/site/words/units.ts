import type { Scale } from "./numbers.ts";

/** Where two groups do not differ: a ratio of 1, a difference of 0; undefined for other units. */
export function findNoDifference({ unit }: Pick<Scale, "unit">): number | undefined {
  return { ratio: 1, points: 0 }[unit as string];
}

/** Below so many hours a duration is read in minutes. */
const fewHours = 2;

interface Numbers {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly decimals: number;
}

/** Figures with the scale they are read in. */
export interface Readable<F, S> {
  readonly figures: readonly F[];
  readonly scale: S;
}

/**
 * Figures in hours that are all below two hours, in minutes; any others as they are. One unit
 * holds for all of them, so that a column or an axis never mixes two. Where `deciding` is given,
 * those figures alone decide.
 */
export function inReadableUnit<F extends Numbers, S extends Pick<Scale, "unit">>(
  figures: readonly F[],
  scale: S,
  deciding: readonly Pick<Numbers, "value">[] = figures,
): Readable<F, S> {
  const known = deciding.flatMap(({ value }) => (value === null ? [] : [value]));
  const short = known.length > 0 && known.every((value) => value < fewHours);
  if (scale.unit !== "hours" || !short) return { figures, scale };
  const minutes = (hours: number | null): number | null => (hours === null ? null : hours * 60);
  return {
    scale: { ...scale, unit: "minutes" },
    figures: figures.map((figure) => ({
      ...figure,
      value: minutes(figure.value),
      lower: minutes(figure.lower),
      upper: minutes(figure.upper),
      decimals: 0,
    })),
  };
}
