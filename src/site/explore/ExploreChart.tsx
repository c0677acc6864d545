import { useEffect, useMemo, useRef, useState } from "react";
import { VegaEmbed } from "react-vega";
import type { EmbedOptions } from "vega-embed";
import type { ExploreRow, StatisticStyle } from "./rows.ts";
import { exploreSpec } from "./spec.ts";

interface Props {
  readonly rows: readonly ExploreRow[];
  readonly breakdown: string;
  readonly style: StatisticStyle;
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
export function ExploreChart({ rows, breakdown, style, caption }: Props) {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(frame.current!);
    return () => watcher.disconnect();
  }, []);
  const { unit, decimals, currency, per } = style;
  const spec = useMemo(
    () => exploreSpec(rows, { breakdown, style: { unit, decimals, currency, per }, width }),
    [rows, breakdown, unit, decimals, currency, per, width],
  );
  return (
    <figure className="explore-chart" ref={frame}>
      <figcaption>{caption}</figcaption>
      {width > 0 && (
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
