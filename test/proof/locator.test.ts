import fc from "fast-check";
import { expect, test } from "vitest";
import { locateChange, makeLocator } from "../../src/proof/locator.ts";

test("the sums are of the bytes, and of the bytes times their places", () => {
  expect(makeLocator(Uint8Array.of(3, 0, 5))).toEqual([8, 18]);
});

test("one changed byte is found, wherever it is and whatever it became", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 3000 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, place, change) => {
        const offset = place % bytes.length;
        const changed = bytes.slice();
        changed[offset]! ^= change;
        const found = locateChange(changed, makeLocator(bytes));
        expect(found).toEqual({ offset, is: changed[offset], was: bytes[offset] });
      },
    ),
  );
});

test("a file that is as it was has no changed byte", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(locateChange(bytes, makeLocator(bytes))).toBeUndefined();
});

test("a byte at the end of a large file is found", () => {
  const bytes = new Uint8Array(20_000_000).fill(255);
  const wanted = makeLocator(bytes);
  bytes[19_999_999] = 254;
  expect(locateChange(bytes, wanted)).toEqual({ offset: 19_999_999, is: 254, was: 255 });
});
