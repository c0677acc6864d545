import type { Family } from "../../src/release/schema.ts";

/** The four questions that the overview answers, in its order. */
export const families: readonly Family[] = [
  {
    id: "acting-faster",
    title: "Response times",
    question: "Are partners acting faster?",
    leads: "alert-to-action",
    doesNotShow: "Whether the action was the right one, or whether the alert was worth acting on.",
  },
  {
    id: "disruption",
    title: "Disruption",
    question: "Is disruption growing where it matters?",
    leads: "major-disruption-share",
    doesNotShow: "How much harm was prevented: a disruption is an activity, not an outcome.",
  },
  {
    id: "forecasts",
    title: "Threat forecasts",
    question: "Do forecasts come true?",
    leads: "forecast-accuracy",
    doesNotShow: "Whether anybody acted on a forecast, or threats that nobody forecast.",
  },
  {
    id: "rights",
    title: "Rights and complaints",
    question: "Are rights respected?",
    leads: "complaint-closing-time",
    doesNotShow:
      "Harm that nobody complained of. More complaints can mean better access to complaining.",
  },
];
