import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "./client.ts";
import {
  addressOf,
  cookieOf,
  expectNothing,
  expectQuietLogs,
  probe,
  startPlace,
  statusOf,
  stopPlace,
  type Place,
} from "./place.ts";
import { probes } from "./probes.ts";

let place: Place;
beforeAll(async () => {
  place = await startPlace();
});
afterAll(async () => {
  await stopPlace(place);
});

describe.each(Object.entries(probes))("%s", (_, list) => {
  test.each(list)("$name: nothing without a session", async ({ bytes, expected }) => {
    const raw = await probe(place, bytes);
    expect(statusOf(raw)).toBe(expected);
    expectNothing(place, raw);
  });

  // A request that brings its own cookies is no less of one with a session in it.
  test.each(list)("$name: nothing to a sponsor among auditors", async ({ bytes }) => {
    expectNothing(place, await probe(place, bytes, cookieOf(place, place.sponsor)));
  });
});

test("the probes are many, and each has a name of its own", () => {
  const names = Object.values(probes).flatMap((list) => list.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
});

test("who is not let in cannot learn which pages there are", async () => {
  for (const cookie of [undefined, cookieOf(place, place.sponsor)]) {
    const answers = await Promise.all(
      ["/methods/", "/methods", "/data/figures.json", "/none/", "/none", "/data/none.json"].map(
        (path) =>
          probe(
            place,
            `GET ${path} HTTP/1.1\r\nHost: @auditor\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
            cookie,
          ),
      ),
    );
    expect(new Set(answers.map(statusOf)).size).toBe(1);
  }
});

test("the logs hold paths and pseudonyms: no query, claim, cookie, token or secret", async () => {
  // Somebody who may not read, beside those above.
  await signIn(addressOf(place, "/"), "public");
  await signIn(addressOf(place, "/"), "auditor");
  await expectQuietLogs(place);
});
