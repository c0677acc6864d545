import { defineSampleKind, noStep } from "../kind.ts";

/** A new chair took office in June 2025; the funding sponsor's post was vacant for four months of 2026. */
// prettier-ignore
export default defineSampleKind({
  kind: "sponsor_posts",
  key: "post_month_id",
  records: 144,
  season: 0,
  growth: 0,
  weekend: 1,
  step: noStep,
  share: { secretariat: 1 },
  choices: { sponsor_post: { chair: 1, deputy_chair: 1, funding_sponsor: 1, rights_sponsor: 1, technology_sponsor: 1, operations_sponsor: 1 } },
  faults: [
    { name: "not_month_end", what: "a day that is not the last of a month", sets: { census_on: "census_on - 3" } },
    { name: "vacant_and_held", what: "vacant, and held since a day", sets: { post_filled: "false", in_post_since: "census_on - 60" } },
  ],
});
