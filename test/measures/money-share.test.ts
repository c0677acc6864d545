import { array, assert, bigInt, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import {
  addDecimals,
  divideDecimals,
  findDecimal,
  formatDecimal,
} from "../../src/measures/decimal.ts";
import { estimateMoneyShare, moneyShare } from "../../src/measures/money-share.ts";
import type { TallyRow } from "../../src/measures/measure.ts";

const decimal = (text: string) => findDecimal(text)!;
const divide = (one: string, other: string) => divideDecimals(decimal(one), decimal(other));

function row(numerator: string, denominator: string, cases = 1, positive = cases): TallyRow {
  return {
    ...{ cases_n: cases, positive_numerator_n: positive },
    ...{ numerator_money: numerator, denominator_money: denominator },
  };
}

function figures(rows: readonly TallyRow[]) {
  const [share, numerator, denominator] = moneyShare.estimate(rows, {});
  return { share: share!, numerator: numerator!, denominator: denominator! };
}

test("sums are added up before they are divided, and shares are never averaged", () => {
  const { share, numerator, denominator } = figures([row("100.00", "100.00"), row("90", "900.00")]);
  expect(share.value).toBe(0.19);
  expect([numerator.exact, denominator.exact]).toEqual(["190.00", "1000.00"]);
  expect([share.n, numerator.n, denominator.n]).toEqual([2, 2, 2]);
});

test("cents that floating point would lose are there, in sums and in what they are divided to", () => {
  const cents = Array.from({ length: 10 }, () => row("0.10", "0.30"));
  expect(figures(cents).numerator.exact).toBe("1.00");
  expect(figures(cents).share.value).toBe(1 / 3);
  const large = row("900719925474099.31", "900719925474099.32");
  expect(figures([large, row("0.01", "0.00")]).share.value).toBe(1);
});

test("a quotient is the one that long division gives, whatever the size of its parts", () => {
  expect(divide("1", "3")).toBe(0.3333333333333333);
  expect(divide("0.01", "999999999999999.99")).toBe(1.0000000000000001e-17);
  expect(divide("999999999999999.99", "0.01")).toBe(Number(99999999999999999n));
  expect(divide("1", "0.00")).toBeNull();
  assert(
    property(
      bigInt({ min: 1n, max: 10n ** 17n }),
      bigInt({ min: 1n, max: 10n ** 6n }),
      integer({ min: 0, max: 4 }),
      (units, times, scale) => {
        const part = { units, scale: 2 };
        const whole = { units: units * times * 10n ** BigInt(scale), scale: 2 + scale };
        expect(divideDecimals(whole, part)).toBe(Number(times));
        expect(divideDecimals(part, part)).toBe(1);
      },
    ),
  );
});

test("a share has no interval, and may be above one", () => {
  const { share } = figures([row("300", "200")]);
  expect(share).toMatchObject({ value: 1.5, lower: null, upper: null, unit: "share" });
});

test("where nothing is in the denominator there is no share, and where no case is no sum", () => {
  const { share, numerator, denominator } = figures([row("50", "0", 0, 1)]);
  expect([share.value, numerator.value, denominator.value]).toEqual([null, null, null]);
  expect(figures([]).share.note).toBe("no cases");
});

test("the share rests on its two sums by name, so that a tier can hide it with them", () => {
  const { share } = figures([row("1", "2")]);
  expect(share.facts).toEqual({ kind: "sums", of: ["numerator", "denominator"] });
  expect(moneyShare.sums!.map(({ statistic }) => statistic)).toEqual(["numerator", "denominator"]);
});

test("any rows give the exact sums and their quotient", () => {
  const cents = integer({ min: 0, max: 1e9 });
  const money = (units: number): string => formatDecimal({ units: BigInt(units), scale: 2 });
  assert(
    property(array(tuple(cents, cents), { minLength: 1 }), (pairs) => {
      const [above, below] = [0, 1].map((at) =>
        addDecimals(pairs.map((pair) => decimal(money(pair[at]!)))),
      );
      const { share } = estimateMoneyShare(above!, below!);
      const own = figures(pairs.map(([one, other]) => row(money(one), money(other))));
      expect(own.share.value).toBe(share);
      expect(own.numerator.exact).toBe(formatDecimal(above!));
      if (below!.units > 0n) expect(share).toBeCloseTo(Number(above!.units) / Number(below!.units));
    }),
  );
});
