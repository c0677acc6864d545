import type { Figure } from "../../release/schema.ts";
import { formatCell, formatInWords, type Scale } from "./numbers.ts";

/** A figure that shows a number, as far as words need it. */
export type Shown = Pick<Figure, "bound" | "about" | "decimals"> & { readonly value: number };

/** Whether the figure shows a number; one that is hidden never does, whatever is left in it. */
export function isShown<F extends Pick<Figure, "status" | "value">>(
  figure: F,
): figure is F & { readonly value: number } {
  return figure.status === "value" && figure.value !== null;
}

/** The number with what is to be said before it: "at most 4%", "about 35%", "6.2". */
export function qualify({ bound, about }: Pick<Figure, "bound" | "about">, number: string): string {
  if (bound !== null) return `${bound} ${number}`;
  return about ? `about ${number}` : number;
}

/** The value as a sentence says it: "6.2 hours", "about 35%", "at most 4%". */
export function sayValue(figure: Shown, scale: Scale): string {
  return qualify(figure, formatInWords(figure.value, scale, figure.decimals));
}

/** The value as a table shows it, its unit being in the header. */
export function writeValue(figure: Shown, scale: Scale): string {
  return qualify(figure, formatCell(figure.value, scale, figure.decimals));
}

/** A sentence with its value: "Half of alerts were acted on within 6.2 hours", "At most 4% of …". */
export function fillIn(sentence: string, value: string): string {
  return capital(sentence.replace("{value}", value));
}

/** The first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
