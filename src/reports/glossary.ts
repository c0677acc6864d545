import type { Release } from "../release/read.ts";
import type { Term } from "./model.ts";

/** The words of a report that are not everyday English, those of rounding only where it was done. */
export function listGlossary({ disclosure }: Release): Term[] {
  return disclosure.base === null ? words : [...words, ...rounded];
}

const words: Term[] = [
  { term: "Cut-off", says: "The last day of which the records of a release speak." },
  {
    term: "Digest, SHA-256",
    says: "A number of 64 digits that is another one as soon as a single letter of a file is changed.",
  },
  { term: "Finding", says: "What an auditor has found to differ from what it is held against." },
  {
    term: "Interval",
    says: "It holds the true figure in 95 of 100 such releases, if nothing but chance is at work. It does not speak of what is missing.",
  },
  {
    term: "Log",
    says: "A public list of signed releases to which entries can be added and none can be changed or taken away.",
  },
  {
    term: "Median",
    says: "Half of cases took less, half took more; those still open are counted.",
  },
  {
    term: "No clear change",
    says: "The difference from a year before is no larger than chance explains.",
  },
  {
    term: "Quarantine",
    says: "Rows that were refused, each with its reason. They are counted in no figure.",
  },
  { term: "Release", says: "A set of figures and files that is never changed after it is out." },
  {
    term: "Tally",
    says: "A count of records by month, partner and what else is published; figures are computed from tallies alone.",
  },
  { term: "Tier", says: "For whom a release is made: the public, sponsors, or auditors." },
];

const rounded: Term[] = [
  {
    term: "Rounded count",
    says: "A count that was moved to a near multiple before anything was computed from it, so that nobody can be recognised from it.",
  },
];
