/**
 * Reads the SVG that vega writes into a flat list of shapes in chart units: groups, offsets, ids
 * and roles are gone, and the names of paints have become classes.
 */
export function readShapes(svg: string): Shape[] {
  const shapes: Shape[] = [];
  const offsets: [number, number][] = [[0, 0]];
  let text: Shape | undefined;
  for (const [, closing, tag = "", attributes = "", empty, content] of svg.matchAll(token)) {
    if (content !== undefined) {
      if (text) text.content = (text.content ?? "") + content;
      continue;
    }
    if (closing) {
      if (tag !== "tspan") offsets.pop();
      if (tag === "text") text = undefined;
      continue;
    }
    const found = readAttributes(attributes);
    const [x, y] = move(offsets.at(-1)!, found.transform);
    const shape = toShape(tag, found, x, y);
    if (shape) shapes.push(shape);
    if (!empty && tag !== "tspan") offsets.push([x, y]);
    if (tag === "text" && !empty) text = shape;
  }
  return shapes;
}

/** One thing that is drawn; `path` is in absolute coordinates, with straight lines only. */
export interface Shape {
  tag: "path" | "circle" | "text";
  classes: string;
  x: number;
  y: number;
  radius?: number;
  path?: Line[];
  anchor?: string;
  content?: string;
  /** What a pointer resting on the shape is told. */
  says?: string;
}

/** One unbroken line; a closed one ends where it began. */
export interface Line {
  points: [number, number][];
  closed: boolean;
}

const token = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name!, value!]));
}

function move([x, y]: [number, number], transform = ""): [number, number] {
  const found = /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)/.exec(transform);
  return found ? [x + Number(found[1]), y + Number(found[2])] : [x, y];
}

function toShape(
  tag: string,
  found: Record<string, string>,
  x: number,
  y: number,
): Shape | undefined {
  const classes = toClasses(found);
  if (classes === "" || found.opacity === "0" || found.display === "none") return undefined;
  const says = found["aria-label"];
  const base = { classes, x, y, ...(says !== undefined && { says }) };
  if (tag === "text") return { ...base, tag, anchor: found["text-anchor"] ?? "start" };
  if (tag === "line") {
    const end: [number, number] = [x + Number(found.x2 ?? 0), y + Number(found.y2 ?? 0)];
    return { ...base, tag: "path", path: [{ points: [[x, y], end], closed: false }] };
  }
  if (tag !== "path" || !found.d) return undefined;
  const arc = /A([\d.]+),/.exec(found.d);
  if (arc) return { ...base, tag: "circle", radius: Number(arc[1]) };
  return { ...base, tag, path: readPath(found.d, x, y) };
}

/** "line series-1" in fill or stroke becomes "chart-line chart-series-1". */
function toClasses(found: Record<string, string>): string {
  const names = [found.fill, found.stroke].flatMap((paint) => paint?.split(" ") ?? []);
  const own = [...new Set(names)].filter((name) => !["none", "transparent", ""].includes(name));
  return own.map((name) => `chart-${name}`).join(" ");
}

function readPath(d: string, left: number, top: number): Line[] {
  const lines: Line[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([MLHVZhvl])([^MLHVZhvl]*)/g)) {
    const numbers = [...rest.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
    if (command === "Z") {
      lines.at(-1)!.closed = true;
      continue;
    }
    if (command === "h") x += numbers[0]!;
    else if (command === "v") y += numbers[0]!;
    else if (command === "H") x = numbers[0]!;
    else if (command === "V") y = numbers[0]!;
    else if (command === "l") [x, y] = [x + numbers[0]!, y + numbers[1]!];
    else [x, y] = [numbers[0]!, numbers[1]!];
    if (command === "M") lines.push({ points: [], closed: false });
    lines.at(-1)!.points.push([x + left, y + top]);
  }
  return lines.filter((line) => line.points.length > 0);
}
