/** What recomputes a release of a tier on a terminal, and leaves working papers. */
export function commandFor(release: string, tier: string): string {
  return `npm run plumbline -- recompute releases/${release}/${tier} --out papers-${release}`;
}
