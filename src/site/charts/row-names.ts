/** Height of a line of a name in chart units. */
export const lineHeight = 16;

/** Names of rows at the left of the plot, each in as many lines as it was broken into. */
export function nameLayer(names: readonly (readonly string[])[], gap: number): object {
  const values = names.flatMap((lines, row) =>
    lines.map((name, line) => ({ row, name, shift: (line - (lines.length - 1) / 2) * lineHeight })),
  );
  return {
    data: { values },
    mark: {
      type: "text",
      align: "right",
      dx: -gap,
      color: "label middle",
      yOffset: { expr: "datum.shift" },
    },
    encoding: { x: { value: 0 }, text: { field: "name" } },
  };
}

/** The height that every row needs for the longest of its names. */
export function rowRoom(names: readonly (readonly string[])[]): number {
  const most = Math.max(...names.map((lines) => lines.length), 1);
  return most * lineHeight + (most > 1 ? 6 : 14);
}
