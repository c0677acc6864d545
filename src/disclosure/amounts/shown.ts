/** The sums of money that a tier may show, and those that it may not. */
export interface ShownAmounts {
  /** By the statistic that the sum is, then by the name of the published cell (`nameOfCell`). */
  readonly sums: ReadonlyMap<string, ReadonlyMap<string, ShownAmount>>;
}

export interface ShownAmount {
  /** The exact decimal. */
  readonly total: string;
  /** primary: it would tell of a case or a partner; secondary: it would tell a hidden one. */
  readonly state: "shown" | "primary" | "secondary";
}
