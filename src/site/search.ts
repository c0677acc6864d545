import MiniSearch from "minisearch";

/**
 * Narrows the list of the search page to what was asked, forgiving beginnings of words and typing
 * errors. The list itself is the index; nothing is fetched.
 */
const list = document.getElementById("results")!;
const found = document.getElementById("found")!;
const field = document.querySelector<HTMLInputElement>('form.search input[name="q"]')!;
const items = [...list.querySelectorAll("li")];
const everything = found.textContent;

/** Words that say nothing of what is looked for. */
const idle = new Set(
  "a an and are at by do does for from how in is it many much of on or the their they to was were what when which who with".split(
    " ",
  ),
);

const index = new MiniSearch<{ id: number; title: string; text: string }>({
  fields: ["title", "text"],
  processTerm: (term) => (idle.has(term.toLowerCase()) ? null : term.toLowerCase()),
  searchOptions: {
    boost: { title: 3 },
    prefix: true,
    fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    combineWith: "AND",
  },
});
index.addAll(
  items.map((item, id) => ({
    id,
    title: item.querySelector("h2")!.textContent,
    text: item.textContent,
  })),
);

function show(asked: string): void {
  if (asked.trim() === "") {
    list.replaceChildren(...items);
    found.textContent = everything;
    return;
  }
  const strict = index.search(asked);
  const hits = strict.length > 0 ? strict : index.search(asked, { combineWith: "OR" });
  list.replaceChildren(...hits.map(({ id }) => items[id as number]!));
  found.textContent = say(hits.length, asked);
}

function say(count: number, asked: string): string {
  if (count === 0)
    return `Nothing found for “${asked}”. Try another word, or empty the field to see everything.`;
  return `${count} ${count === 1 ? "page" : "pages"} for “${asked}”, the closest first.`;
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
show(field.value);
field.addEventListener("input", () => {
  show(field.value);
  const address = new URL(location.href);
  address.searchParams.set("q", field.value);
  history.replaceState(null, "", address);
});
