import { Problem } from "../../problem.ts";
import { isThrowAway } from "../../trust/keys/throw-away.ts";
import type { Check } from "../../verify/check.ts";
import { runChecks, type Recomputed } from "./run-checks.ts";

/**
 * Checks a release and writes down what came of it, line by line, as it comes.
 * @param said is read aloud: that it began, and the verdict
 * @param place holds the progress and each check
 */
export async function showChecks(
  release: string,
  root: URL,
  said: HTMLElement,
  place: HTMLElement,
): Promise<void> {
  said.textContent = "Checking …";
  const state = make("p");
  const list = make("ol");
  list.className = "checks";
  place.replaceChildren(state, list);
  const found: Check[] = [];
  try {
    const checks = runChecks({
      ...{ release, root },
      tell: ({ files, of }) => (state.textContent = `Reading file ${files} of ${of} …`),
    });
    for (;;) {
      const next = await checks.next();
      if (next.done === true) {
        if (next.value.length > 0) place.append(showRecomputed(next.value));
        break;
      }
      found.push(next.value);
      list.append(showCheck(next.value));
    }
    state.remove();
    said.textContent = sayVerdict(found);
  } catch (error) {
    state.remove();
    said.textContent =
      error instanceof Problem
        ? `${error.message} ${error.remedy}`
        : "The check could not be finished. Try again, or use one of the commands below.";
  }
}

function sayVerdict(checks: readonly Check[]): string {
  if (checks.some(({ faults }) => faults.length > 0)) {
    return "Something does not hold. Do not rely on this release, and tell whoever publishes it.";
  }
  const verdict = checks.some(({ unproven }) => unproven === true)
    ? "Nothing is wrong, and not everything is proven."
    : "Everything holds.";
  const isTrial = checks.some(({ name, holds }) => name === "signature" && isThrowAway(holds));
  return isTrial
    ? `${verdict} The keys are throw-away ones: they do not show who released it.`
    : verdict;
}

function showCheck({ name, holds, faults, unproven }: Check): HTMLElement {
  const item = make("li");
  const state = faults.length > 0 ? "Does not hold" : unproven === true ? "Open" : "Holds";
  item.className = faults.length > 0 ? "fault" : unproven === true ? "open" : "holds";
  const said = faults.length > 0 ? faults.slice(0, 12) : [capital(`${holds}.`)];
  item.append(make("b", `${state}: ${name}`), ...said.map((line) => make("span", line)));
  return item;
}

/** Each headline figure as it came out here, beside what is published. */
function showRecomputed(headlines: Recomputed): HTMLElement {
  const table = make("table");
  const caption = make("caption", "The headline figures, worked out in this browser just now");
  const head = make("tr");
  head.append(...["indicator", "computed here", "published"].map((text) => header(text, "col")));
  const body = headlines.map(({ title, computed, published }) => {
    const row = make("tr");
    row.append(header(title, "row"), make("td", computed), make("td", published));
    return row;
  });
  const [top, rows] = [make("thead"), make("tbody")];
  top.append(head);
  rows.append(...body);
  table.append(caption, top, rows);
  const scroll = make("div");
  scroll.className = "scroll";
  scroll.append(table);
  return scroll;
}

function header(text: string, scope: "row" | "col"): HTMLElement {
  const cell = make("th", text) as HTMLTableCellElement;
  cell.scope = scope;
  return cell;
}

function make(name: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
