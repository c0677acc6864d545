import { defineSampleKind, noStep } from "../kind.ts";

/** The technology sponsor often stays away, and nobody sits for the funding sponsor while it is vacant. */
// prettier-ignore
export default defineSampleKind({
  kind: "sponsor_meetings",
  key: "seat_id",
  records: 144,
  season: 0,
  growth: 0,
  weekend: 1,
  step: noStep,
  share: { secretariat: 1 },
  choices: { sponsor_post: { chair: 1, deputy_chair: 1, funding_sponsor: 1, rights_sponsor: 1, technology_sponsor: 1, operations_sponsor: 1 } },
  // Share of the meetings that the holder of a post comes to.
  lookups: { sponsor_comes: { chair: 0.95, deputy_chair: 0.9, funding_sponsor: 0.75, rights_sponsor: 0.94, technology_sponsor: 0.58, operations_sponsor: 0.86 } },
  faults: [
    { name: "post_unknown", what: "a post outside the terminology", sets: { sponsor_post: "'treasurer'" } },
    { name: "day_missing", what: "no day of its own", sets: { met_on: "null" } },
  ],
});
