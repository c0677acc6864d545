import type { Line, Shape } from "./shapes.ts";

/** What a reader who does not see a chart is told of it; `id` is unique on its page. */
export interface ChartText {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The long description: what is drawn, from where to where, and what stands out. */
  readonly description: string;
}

/**
 * Shapes as one `<svg>` for inlining: text stays text, looks come from classes alone, neighbours
 * of one class become one path, and coordinates have one decimal.
 */
export function writeSvg(
  form: string,
  text: ChartText,
  shapes: readonly Shape[],
  width: number,
  height: number,
): string {
  const { id, title, subtitle, description } = text;
  const told =
    `<title id="${id}-title">${escapeText(title)}</title>` +
    `<desc id="${id}-desc">${escapeText(endSentence(subtitle) + description)}</desc>`;
  return (
    `<svg class="chart chart-${form}" viewBox="0 0 ${width} ${height}" role="img"` +
    ` aria-labelledby="${id}-title" aria-describedby="${id}-desc">${told}${writeShapes(shapes)}</svg>`
  );
}

/** A subtitle before other words: some end with a full stop of their own. */
function endSentence(words: string): string {
  return words === "" ? "" : `${words.replace(/\.$/, "")}. `;
}

/** Runs of shapes that look alike, each written once. */
export function writeShapes(shapes: readonly Shape[]): string {
  const runs: Shape[][] = [];
  for (const shape of shapes) {
    const last = runs.at(-1)?.[0];
    if (last && look(last) === look(shape)) runs.at(-1)!.push(shape);
    else runs.push([shape]);
  }
  return runs.map(writeRun).join("");
}

function look(shape: Shape): string {
  return [shape.tag, shape.classes, shape.anchor, shape.says === undefined].join("|");
}

function writeRun(run: readonly Shape[]): string {
  const [first] = run;
  const { tag, classes, anchor, says } = first!;
  if (tag === "path" && says === undefined)
    return `<path class="${classes}" d="${run.map((shape) => writePath(shape.path!)).join("")}"/>`;
  const looks = `class="${classes}"${anchor && anchor !== "start" ? ` text-anchor="${anchor}"` : ""}`;
  if (run.length === 1) return writeOne(first!, ` ${looks}`);
  return `<g ${looks}>${run.map((shape) => writeOne(shape, "")).join("")}</g>`;
}

function writeOne(shape: Shape, looks: string): string {
  const told = shape.says === undefined ? "" : `<title>${shape.says}</title>`;
  const at = (name: string) => `${name}x="${short(shape.x)}" ${name}y="${short(shape.y)}"`;
  if (shape.tag === "text") return `<text${looks} ${at("")}>${told}${shape.content ?? ""}</text>`;
  const geometry =
    shape.tag === "circle"
      ? `circle${looks} ${at("c")} r="${short(shape.radius!)}"`
      : `path${looks} d="${writePath(shape.path!)}"`;
  return told === "" ? `<${geometry}/>` : `<${geometry}>${told}</${shape.tag}>`;
}

/** Relative steps between rounded points, so that rounding never adds up. */
function writePath(lines: readonly Line[]): string {
  return lines
    .map(({ points, closed }) => {
      let [atX, atY] = points[0]!.map(tenths) as [number, number];
      let d = `M${join(atX, atY)}`;
      let before = "M";
      for (const point of points.slice(1)) {
        const [x, y] = point.map(tenths) as [number, number];
        const [right, down] = [x - atX, y - atY];
        [atX, atY] = [x, y];
        if (right === 0 && down === 0) continue;
        if (down === 0) d += `h${short(right / 10)}`;
        else if (right === 0) d += `v${short(down / 10)}`;
        else
          d += `${before === "l" && right < 0 ? "" : before === "l" ? " " : "l"}${join(right, down)}`;
        before = down === 0 ? "h" : right === 0 ? "v" : "l";
      }
      return d + (before === "M" ? "h0" : "") + (closed ? "z" : "");
    })
    .join("");
}

const tenths = (value: number): number => Math.round(value * 10);

/** Two tenths as coordinates; a minus sign separates as well as a space does. */
function join(x: number, y: number): string {
  return `${short(x / 10)}${y < 0 ? "" : " "}${short(y / 10)}`;
}

function short(value: number): string {
  return String(tenths(value) / 10).replace(/^(-?)0\./, "$1.");
}

/** Text made safe between tags. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
