/** Whether a log, key or witness of this name is for trying out only, so that it proves nothing. */
export function isThrowAway(name: string): boolean {
  return name.includes("throw-away");
}
