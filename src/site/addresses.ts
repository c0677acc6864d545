import { input } from "plumbline:input";

const base = input.base.replace(/\/$/, "");

/** An address on this site, under the base it is served from: at("/methods/"). */
export function at(path: string): string {
  return base + path;
}

/** The page of an indicator, or one breakdown on it. */
export function indicatorPage(id: string, anchor = ""): string {
  return at(`/indicators/${id}/${anchor === "" ? "" : `#${anchor}`}`);
}

/** The page of a question: its answer, and every indicator that bears on it. */
export function questionPage(family: string): string {
  return at(`/questions/${family}/`);
}

/** The page of a release. */
export function releasePage(id: string): string {
  return at(`/releases/${id}/`);
}

/** A file of a release, as it was published. */
export function releaseFile(release: string, path: string): string {
  return at(`/releases/${release}/files/${path}`);
}

/** Where a figure of a release comes from: the row of the figure on its indicator's trace. */
export function tracePage(release: string, indicator: string, figure = ""): string {
  return at(`/releases/${release}/trace/${indicator}/${figure === "" ? "" : `#${figure}`}`);
}
