import { expect, test } from "vitest";
import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { checkPolicy, digestPolicy } from "../../src/disclosure/policy.ts";
import type { Problem } from "../../src/problem.ts";

const own = tiers.public.protection!;

function withPublic(protection: object): typeof tiers {
  return {
    ...tiers,
    public: { ...tiers.public, protection: { ...own, ...protection } },
  };
}

function refusal(policy: typeof tiers): string {
  try {
    checkPolicy(policy);
  } catch (error) {
    return (error as Problem).message;
  }
  return "accepted";
}

test("the public is never shown what is for those who steer, and every tier says whether it is", () => {
  const shown = { ...tiers, public: { ...tiers.public, shows: { steering: true, audit: false } } };
  expect(refusal(shown)).toMatch(/public shows what is for steering/);
  const unsaid = { ...tiers, sponsor: { ...tiers.sponsor, shows: {} } } as unknown as typeof tiers;
  expect(refusal(unsaid)).toMatch(/sponsor does not say whether/);
});

test("a protected tier is never shown what is for auditors", () => {
  const shows = { steering: true, audit: true };
  const shown = { ...tiers, sponsor: { ...tiers.sponsor, shows } };
  expect(refusal(shown)).toMatch(/sponsor shows what is for auditors, and is protected/);
  const unsaid = { ...tiers.auditor, shows: { steering: true } };
  expect(refusal({ ...tiers, auditor: unsaid } as unknown as typeof tiers)).toMatch(
    /auditor does not say whether it shows what is for auditors/,
  );
});

test("the policy as it is has no hole", () => {
  expect(refusal(tiers)).toBe("accepted");
});

const holes: [string, object, RegExp][] = [
  [
    "a threshold of 0",
    { threshold: { ...own.threshold, value: 0 } },
    /public has no usable threshold\.value/,
  ],
  [
    "a threshold of 1",
    { threshold: { ...own.threshold, value: 1 } },
    /public has no usable threshold\.value/,
  ],
  ["a base of 1", { base: { ...own.base, value: 1 } }, /public has no usable base\.value/],
  ["no rule for sums of money", { amounts: undefined }, /public has no usable amounts/],
  [
    "a rule without a source",
    { shares: { ...own.shares, source: "" } },
    /public has no usable shares\.source/,
  ],
  [
    "a threshold below the base",
    { threshold: { ...own.threshold, value: 5 } },
    /threshold below its base/,
  ],
  [
    "a base that does not fit the sponsor's",
    { base: { ...own.base, value: 7 }, threshold: { ...own.threshold, value: 7 } },
    /no multiple of the base of sponsor/,
  ],
  [
    "other bands than the sponsor's",
    { bands: { ...own.bands, value: { ...own.bands.value, percent: 10 } } },
    /other bands than sponsor/,
  ],
  [
    "bands that go down",
    { bands: { ...own.bands, value: { ...own.bands.value, days: [3, 2] } } },
    /no usable bands\.value\.days/,
  ],
  ["a tier that is made from itself", { from: "public" }, /made from itself/],
];

test.each(holes)("%s is refused with one sentence", (_, hole, sentence) => {
  expect(refusal(withPublic(hole))).toMatch(sentence);
});

test("a public tier without protection is refused", () => {
  expect(refusal({ ...tiers, public: { ...tiers.public, protection: null } })).toBe(
    "The tier public has no protection.",
  );
});

test("a tier that is missing is refused", () => {
  expect(
    refusal({ public: tiers.public, auditor: tiers.auditor } as unknown as typeof tiers),
  ).toMatch(/The tier sponsor has no entry/);
});

test("the digest of a tier covers the tiers that it is made from", () => {
  expect(digestPolicy(tiers.public)).not.toBe(digestPolicy(tiers.sponsor));
  expect(digestPolicy(tiers.public)).toMatch(/^[0-9a-f]{64}$/);
});
