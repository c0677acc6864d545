/** Whether a log or a key belongs to a throw-away set, by its name. */
export function isThrowAway(name: string): boolean {
  return name.includes("throw-away");
}
