import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, signIn } from "./client.ts";
import { canary, tiers, type Tier } from "./fixture.ts";
import {
  addressOf,
  cookieOf,
  expectQuietLogs,
  startPlace,
  stopPlace,
  type Place,
} from "./place.ts";
import { people, type Lie } from "./provider.ts";

let place: Place;
beforeAll(async () => {
  place = await startPlace();
});
afterAll(async () => {
  await stopPlace(place);
});

describe("what a provider says of groups", () => {
  const expected: Record<string, readonly Tier[]> = {
    auditor: ["sponsor", "auditor"],
    both: ["sponsor", "auditor"],
    sponsor: ["sponsor"],
  };
  test.each(
    [...Object.keys(people), "other names"].map((name) => [
      name,
      expected[name]?.join(" and ") ?? "nothing",
    ]),
  )("%s: %s", async (name) => {
    for (const tier of tiers) {
      const { last } = await signIn(addressOf(place, "/", tier), name);
      const opens = expected[name]?.includes(tier) === true;
      expect(last.status === 200, tier).toBe(opens);
      expect(last.body.includes(canary[tier]), tier).toBe(opens);
    }
  });
});

describe("a token that is", () => {
  test.each<Lie>([
    ...(["not signed, alg none", "signature left out", "signed by another key"] as const),
    ...(["signed by the client's secret", "for another client", "for two clients"] as const),
    ...(["of another issuer", "of another sign-in", "without a nonce", "run out"] as const),
    ...([
      "never running out",
      "of an hour ago",
      "of an hour ahead",
      "without a subject",
      "of an empty subject",
    ] as const),
    ...(["of an empty subject, not signed", "no token", "not JSON", "fault", "hangs up"] as const),
  ])("%s: nothing, and one calm page", async (lie) => {
    place.provider.lie = lie;
    const { last, jar } = await signIn(addressOf(place, "/"), "auditor").finally(
      () => (place.provider.lie = undefined),
    );
    expect(last.body).toMatch(/<h1>(?:Sign-in does not work at the moment|Please sign in)<\/h1>/);
    expect(last.body.match(/<html/g)).toHaveLength(1);
    expect(last.raw).not.toContain(canary.auditor);
    const after = await ask(addressOf(place, "/"), { headers: { cookie: cookieOf(place, jar) } });
    expect(after.raw).not.toContain(canary.auditor);
  });

  test("signed anew by the right key: that alone is believed", async () => {
    place.provider.lie = "signed anew by the right key";
    const { last } = await signIn(addressOf(place, "/"), "auditor").finally(
      () => (place.provider.lie = undefined),
    );
    expect(last.body).toContain(canary.auditor);
  });
});

test("the logs hold paths and pseudonyms: no query, claim, cookie, token or secret", async () => {
  // Somebody who may not read, beside those above.
  await signIn(addressOf(place, "/"), "public");
  await signIn(addressOf(place, "/"), "auditor");
  await expectQuietLogs(place);
});
