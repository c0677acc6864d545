import { useEffect, useMemo, useRef, useState } from "react";
import { VegaEmbed } from "react-vega";
import type { EmbedOptions } from "vega-embed";
import type { Scale } from "../words/numbers.ts";
import type { ExploreRow } from "./rows.ts";
import { exploreSpec } from "./spec.ts";

interface Props {
  readonly rows: readonly ExploreRow[];
  readonly breakdown: string;
  readonly scale: Scale;
  readonly caption: string;
}

/**
 * Under a strict content security policy: expressions are interpreted, not compiled to code; no
 * style element or attribute is made; nothing is loaded.
 */
const options: EmbedOptions = {
  mode: "vega-lite",
  renderer: "svg",
  ast: true,
  actions: false,
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

/** The chosen figures as a chart that answers to a pointer; the table says the same. */
export function ExploreChart({ rows, breakdown, scale, caption }: Props) {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(frame.current!);
    return () => watcher.disconnect();
  }, []);
  const { unit, currency, per, base } = scale;
  const spec = useMemo(
    () => exploreSpec(rows, { breakdown, scale: { unit, currency, per, base }, width }),
    [rows, breakdown, unit, currency, per, base, width],
  );
  const drawn = rows.some(({ value }) => value !== null);
  return (
    <figure className="explore-chart" ref={frame}>
      <figcaption>
        {caption}
        {rows.some(({ bound }) => bound) && ". A hollow dot is a bound."}
      </figcaption>
      {!drawn && <p>No figure of this choice can be shown; the table says why.</p>}
      {drawn && width > 0 && (
        <VegaEmbed
          spec={spec}
          options={options}
          role="img"
          aria-label={`${caption}. The table holds the same numbers.`}
        />
      )}
    </figure>
  );
}
