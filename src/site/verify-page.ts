/**
 * The form that checks a release in the reader's browser. What checks is fetched when it is asked
 * for: the page itself weighs next to nothing.
 */
const form = document.getElementById("check") as HTMLFormElement;
const button = form.querySelector("button")!;
const select = form.querySelector("select")!;
const said = document.getElementById("verdict")!;
const place = document.getElementById("checked")!;

const asked = new URLSearchParams(location.search).get("release");
if (asked !== null && [...select.options].some(({ value }) => value === asked)) {
  select.value = asked;
}
button.disabled = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (button.ariaDisabled === "true") return;
  // A button that is switched off would lose the focus.
  button.ariaDisabled = "true";
  void import("./checks/show-checks.ts")
    .then(({ showChecks }) => showChecks(select.value, new URL("../", location.href), said, place))
    .finally(() => (button.ariaDisabled = "false"));
});

export {};
