import { defineContract } from "../../src/records/contract.ts";
import {
  codeField,
  currencyField,
  dateField,
  keyField,
  moneyField,
  notBefore,
  optional,
} from "../../src/records/fields.ts";
import { closingWays, orderPowers } from "./terms.ts";

/** An order that holds assets back, and what became of them. */
export const assetOrders = defineContract({
  kind: "asset_orders",
  title: "Orders over assets",
  record:
    "One order that holds assets back, from the day it was made to the day it ended. It names no owner and no asset.",
  cases: ["order", "orders"],
  key: "order_id",
  dated: "restrained_on",
  quasiIdentifiers: ["order_power", "closed_how"],
  fields: {
    order_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "CC-O-0077",
    }),
    order_power: codeField(orderPowers, {
      description: "The power under which the order was made.",
      example: "restraint",
    }),
    restrained_on: dateField({
      description: "The day from which the assets were held back.",
      unit: "day",
      example: "2025-03-03",
    }),
    restrained_value: moneyField({
      description: "Value of the assets on that day.",
      unit: "the programme's currency",
      example: "125000.00",
    }),
    recovered_value: optional(
      moneyField({
        description:
          "Value recovered when the order ended: taken for good or paid to victims; 0: nothing. Empty: not known, or not ended yet.",
        unit: "the programme's currency",
        example: "80000.00",
      }),
    ),
    order_closed_on: optional(
      dateField({
        description: "The day on which the order ended. Empty: it stands.",
        unit: "day",
        example: "2026-06-30",
      }),
    ),
    closed_how: optional(
      codeField(closingWays, {
        description: "What mainly became of the assets. Empty: the order stands.",
        example: "confiscated",
      }),
    ),
    currency: currencyField({
      description: "Currency of the two values; it must be the programme's.",
      example: "EUR",
    }),
  },
  rules: [
    notBefore("order_closed_on", "restrained_on", "The order ended before it was made."),
    {
      name: "closed_order_says_how",
      sentence: "The order ended without a word of how, or says how and has not ended.",
      sql: "(closed_how is null) = (order_closed_on is null)",
      holds: (row) => (row["closed_how"] === null) === (row["order_closed_on"] === null),
    },
    {
      name: "recovered_when_closed",
      sentence: "It gives a value recovered, and the order has not ended.",
      sql: "recovered_value is null or order_closed_on is not null",
      holds: (row) => row["recovered_value"] === null || row["order_closed_on"] !== null,
    },
  ],
});
