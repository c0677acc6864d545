import { Problem } from "../../problem.ts";
import { nameDifference, recomputeEach, type RecomputedIndicator } from "../../verify/figures.ts";
import { remember, within } from "../../verify/place.ts";
import { openWeb } from "../../verify/web.ts";

/**
 * Works out every figure of a release again in the reader's browser and writes down what came of
 * each indicator, as it comes.
 * @param root the address of the site's first page
 * @param said is read aloud: that it began, and the verdict
 * @param place holds the progress and the list
 */
export async function showRecomputed(
  release: string,
  root: URL,
  said: HTMLElement,
  place: HTMLElement,
): Promise<void> {
  said.textContent = "Recomputing …";
  const state = make("p", "Reading the published rows, definitions and figures …");
  const body = make("tbody");
  place.replaceChildren(state, frame(body));
  const trace = (id: string) => new URL(`releases/${release}/trace/${id}/`, root).href;
  const folder = remember(within(openWeb(root.href), `releases/${release}/files`));
  const found: RecomputedIndicator[] = [];
  try {
    for await (const one of recomputeEach(folder)) {
      found.push(one);
      body.append(row(one, trace(one.id)));
      state.textContent = `${say(found.filter(({ id }) => id !== "").length)} indicators, ${say(sum(found, "figures"))} figures …`;
    }
    state.remove();
    said.textContent = sayVerdict(found);
  } catch (error) {
    state.remove();
    said.textContent =
      error instanceof Problem
        ? `${error.message} ${error.remedy}`
        : "It could not be finished. Try again, or use the command below.";
  }
}

function sayVerdict(found: readonly RecomputedIndicator[]): string {
  const differing = found.reduce((all, one) => all + one.differing.length, 0);
  const faults = found.reduce((all, one) => all + one.faults.length, 0);
  const [agreed, figures] = [sum(found, "agreed"), sum(found, "figures")];
  if (differing + faults === 0 && agreed === figures)
    return `All ${say(figures)} figures come out as published.`;
  return `${say(agreed)} of ${say(figures)} figures come out as published; ${say(differing)} differ; ${say(faults)} other faults.`;
}

function sum(found: readonly RecomputedIndicator[], name: "agreed" | "figures"): number {
  return found.reduce((all, one) => all + one[name], 0);
}

function frame(body: HTMLElement): HTMLElement {
  const [scroll, table, top, head] = [make("div"), make("table"), make("thead"), make("tr")];
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", "Figures recomputed, by indicator");
  const columns = ["indicator", "figures", "come out", "differ", "other faults"];
  head.append(...columns.map((label, at) => header(label, "col", at > 0)));
  top.append(head);
  table.append(make("caption", "Worked out in this browser just now"), top, body);
  scroll.append(table);
  return scroll;
}

function row(one: RecomputedIndicator, address: string): HTMLElement {
  const line = make("tr");
  const name = header("", "row", false);
  const link = make(one.id === "" ? "span" : "a", one.title);
  if (one.id !== "") link.setAttribute("href", address);
  name.append(link);
  const counts = [one.figures, one.agreed, one.differing.length, one.faults.length];
  line.append(name, ...counts.map((count) => cell(say(count))));
  const faults = [...one.differing.map(nameDifference), ...one.faults.map((own) => own.sentence)];
  if (faults.length > 0) name.append(make("span", faults.slice(0, 6).join(" ")));
  return line;
}

function cell(text: string): HTMLElement {
  const made = make("td", text);
  made.className = "number";
  return made;
}

function header(text: string, scope: "row" | "col", number: boolean): HTMLElement {
  const made = make("th", text) as HTMLTableCellElement;
  made.scope = scope;
  if (number) made.className = "number";
  return made;
}

function make(name: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function say(count: number): string {
  return count.toLocaleString("en");
}
