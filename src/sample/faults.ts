/** A fault planted in the sample, so that every refusal of a contract can be seen at work. */
export interface Fault {
  /**
   * `…_after_receipt` for one that only the day of receipt shows, `…_2814` for a day far ahead:
   * tests know these names, and those of the faults that every kind has.
   */
  readonly name: string;
  /** What is wrong, for the list in data/README.md. */
  readonly what: string;
  /** SQL for the columns it changes; none for a row that repeats the row before. */
  readonly sets: Readonly<Record<string, string>>;
  /** Only text can hold it: it is left out of Parquet and NDJSON files. */
  readonly textOnly?: true;
}

const formula = "'=cmd()'";

/** SQL for the day on which the file that is being made was received. */
export const receivedOn = "getvariable('received')";

/** Faults that every kind has, over its key, its day and one of its codes, which is a choice. */
export function commonFaults(
  key: string,
  dated: string,
  type: "date" | "timestamp",
  code: string,
): Fault[] {
  const time = type === "timestamp" ? " 00:00:00" : "";
  // prettier-ignore
  return [
    { name: "key_with_space", what: "a key that holds spaces", sets: { [key]: `replace(${key}, '-', ' ')` } },
    { name: "key_missing", what: "no key", sets: { [key]: "null" } },
    { name: "key_reused", what: "the key of another record, with other content", sets: { [code]: `other_${code}(${code})` } },
    { name: "repeat", what: "an exact repeat of another record", sets: {} },
    { name: "formula", what: "a spreadsheet formula in place of a code", sets: { [code]: formula } },
    { name: "code_unknown", what: "a code outside the terminology", sets: { [code]: "'unlisted'" } },
    { name: "code_missing", what: "a required code left empty", sets: { [code]: "null" } },
    { name: "day_missing", what: "no day or moment of its own", sets: { [dated]: "null" } },
    { name: "day_1899", what: "a day in 1899", sets: { [dated]: `${type} '1899-12-30${time}'` } },
    { name: "outside_period", what: "a day two years before the period", sets: { [dated]: `(${dated} - interval 730 day)::${type}` } },
    { name: "day_unreal", what: "30 February", sets: { [dated]: `'2026-02-30${time}'` }, textOnly: true },
  ];
}

/** Some of these faults by name, for a kind with too few records for all of them. */
export function someFaults(
  names: readonly string[],
  ...of: Parameters<typeof commonFaults>
): Fault[] {
  return commonFaults(...of).filter(({ name }) => names.includes(name));
}
