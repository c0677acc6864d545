interface PointLayer {
  readonly transform: readonly { readonly filter: string }[];
  readonly mark: object;
}

/** A dot for each value; one that is no more than a bound is hollow. */
export function pointLayers(size: number): PointLayer[] {
  const point = { type: "point", size };
  return [
    {
      transform: [{ filter: "datum.value !== null && !datum.bound" }],
      mark: { ...point, color: "point series-1" },
    },
    {
      transform: [{ filter: "datum.value !== null && datum.bound" }],
      mark: { ...point, filled: false, color: "bound series-1" },
    },
  ];
}

/** The same, each saying its figure to a pointer that rests on it. */
export function spokenPointLayers(size: number, encoding: object): object[] {
  return pointLayers(size).map((layer) => ({
    ...layer,
    mark: { ...layer.mark, aria: true },
    encoding: { ...encoding, description: { field: "says" } },
  }));
}
