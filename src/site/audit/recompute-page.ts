/** The button that recomputes a release; what recomputes is fetched when it is asked for. */
const form = document.getElementById("recompute") as HTMLFormElement;
const button = form.querySelector("button")!;
const select = form.querySelector("select")!;
const said = document.getElementById("verdict")!;
const place = document.getElementById("recomputed")!;

button.disabled = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (button.ariaDisabled === "true") return;
  // A button that is switched off would lose the focus.
  button.ariaDisabled = "true";
  const root = new URL("../", location.href);
  void import("../checks/show-recomputed.ts")
    .then(({ showRecomputed }) => showRecomputed(select.value, root, said, place))
    .finally(() => (button.ariaDisabled = "false"));
});

export {};
