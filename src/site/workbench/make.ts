/** An element with text, and a class where it has one. */
export function make(name: string, text = "", className = ""): HTMLElement {
  const element = document.createElement(name);
  if (text !== "") element.textContent = text;
  if (className !== "") element.className = className;
  return element;
}
