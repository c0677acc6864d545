import { assert, array, bigInt, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { amount, estimateAmount } from "../../src/measures/amount.ts";
import { addDecimals, findDecimal, formatDecimal } from "../../src/measures/decimal.ts";
import { expectClose } from "./close.ts";

function estimate(texts: readonly string[], unknown = 0) {
  return estimateAmount(
    texts.map((text) => ({ amount: findDecimal(text)!, cases: 1 })),
    unknown,
  );
}

describe("decimals", () => {
  test("add up without rounding, to the most digits given", () => {
    const sum = addDecimals(["0.1", "0.20", "1e2", "-0.005"].map((text) => findDecimal(text)!));
    expect(formatDecimal(sum)).toBe("100.295");
  });

  test("are read from plain and scientific notation only", () => {
    const bad = ["", ".", "-", "1,5", "1 000", "0x1F", "NaN", "Infinity", "1e", "1e999", " 1"];
    for (const text of bad) expect(findDecimal(text), text).toBeUndefined();
    expect(formatDecimal(findDecimal("1e+05")!)).toBe("100000");
    expect(formatDecimal(findDecimal("-.5")!)).toBe("-0.5");
  });

  test("are written as they were read", () => {
    assert(
      property(
        bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        integer({ min: 0, max: 12 }),
        (units, scale) => {
          expect(findDecimal(formatDecimal({ units, scale }))).toEqual({ units, scale });
        },
      ),
    );
  });
});

describe("amounts", () => {
  test("have the quantiles, Gini coefficient and largest share of R", () => {
    // R: x <- sort(c(12.5, 0, 3.25, 100, 7, 7)); quantile(x, c(.5, .9));
    //    sum((2 * 1:6 - 7) * x) / (6 * sum(x)); max(x) / sum(x)
    const result = estimate(["12.5", "0", "3.25", "100", "7", "7"], 2);
    expect(result).toMatchObject({ n: 6, unknown: 2, total: "129.75" });
    expectClose(result.quantiles[0]!.value, 7);
    expectClose(result.quantiles[1]!.value, 56.25);
    expectClose(result.gini, 0.6779062299293513);
    expectClose(result.topPercentShare, 0.7707129094412332);
  });

  test("round one per cent of the cases up", () => {
    const hundredAndOne = estimateAmount([{ amount: findDecimal("1")!, cases: 101 }], 0);
    expectClose(hundredAndOne.topPercentShare, 2 / 101);
    expect(hundredAndOne.gini).toBe(0);
  });

  test("of which none is known have no total", () => {
    expect(estimate([], 3)).toMatchObject({ n: 0, unknown: 3, total: null, gini: null });
  });

  test("that can be negative have no concentration", () => {
    expect(estimate(["-5", "10"])).toMatchObject({ total: "5", gini: null, topPercentShare: null });
  });
});

describe("the measure amount", () => {
  test("adds money exactly and counts the unknown apart from zero", () => {
    const rows = [
      { known_n: 2, unknown_n: 1, positive_n: 1, amount_money: "12.50" },
      { known_n: 1, unknown_n: 0, positive_n: 0, amount_money: "0.00" },
      { known_n: 0, unknown_n: 4, positive_n: 0, amount_money: null },
    ];
    const [total, unknown] = amount.estimate(rows, {});
    expect(total).toMatchObject({
      name: "total",
      value: 12.5,
      exact: "12.50",
      n: 3,
      counts: [3, 1],
    });
    expect(unknown).toMatchObject({ name: "unknown_share", value: 5 / 8, counts: [5, 3] });
  });

  test("gives the same total in whatever order rows come", () => {
    assert(
      property(array(integer({ min: 0, max: 1e9 })), (cents) => {
        const rows = cents.map((cent) => ({
          ...{ known_n: 1, unknown_n: 0, positive_n: cent > 0 ? 1 : 0 },
          amount_money: formatDecimal({ units: BigInt(cent), scale: 2 }),
        }));
        expect(amount.estimate(rows.toReversed(), {})).toEqual(amount.estimate(rows, {}));
      }),
    );
  });
});
