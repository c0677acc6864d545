import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { readShapes } from "./shapes.ts";
import { theme } from "./theme.ts";
import { writeSvg, type ChartText } from "./write.ts";

// Vega-Lite gives every Set a `toJSON` that `for … in` then walks over; a site that is built in the
// same process does walk over sets.
Object.defineProperty(Set.prototype, "toJSON", { enumerable: false });

/** The frame of a drawing in chart units: its whole size, and the plot's margins within it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Draws one Vega-Lite view, or several above one another, within `frame`. */
export async function renderChart(
  form: string,
  text: ChartText,
  spec: object,
  frame: Frame,
): Promise<string> {
  const shapes = readShapes(await renderVega(spec, frame));
  return writeSvg(form, text, shapes, frame.width, frame.height);
}

/** Vega's own SVG. The plot's size is given, so no text is measured and no font is needed. */
export async function renderVega(spec: object, frame: Frame): Promise<string> {
  const { width, height, top, right, bottom, left } = frame;
  const whole = {
    width: width - left - right,
    height: height - top - bottom,
    padding: { top, right, bottom, left },
    autosize: { type: "none" },
    config: theme,
    ...spec,
  } as unknown as TopLevelSpec;
  const view = new View(parse(compile(whole).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
