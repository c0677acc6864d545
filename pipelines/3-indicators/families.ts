import type { Family } from "../../src/release/schema.ts";

/**
 * The questions that the programme has to answer, in the order of the overview: the four that come
 * first lead it, the others follow.
 */
export const families: readonly Family[] = [
  {
    id: "acting-faster",
    title: "Response times",
    question: "Are partners acting faster?",
    leads: "alert-to-action",
    doesNotShow: "Whether the action was the right one, or whether the alert was worth acting on.",
    prominent: true,
  },
  {
    id: "disruption",
    title: "Disruption",
    question: "Is disruption growing where it matters?",
    leads: "major-disruption-share",
    doesNotShow:
      "How much harm was prevented: a disruption is an activity, not an outcome. Nor how many there were: a share can rise while the number falls.",
    prominent: true,
  },
  {
    id: "forecasts",
    title: "Threat forecasts",
    question: "Do forecasts come true?",
    leads: "forecast-accuracy",
    doesNotShow: "Whether anybody acted on a forecast, or threats that nobody forecast.",
    prominent: true,
  },
  {
    id: "rights",
    title: "Rights and complaints",
    question: "Are rights respected?",
    leads: "complaint-closing-time",
    doesNotShow:
      "Whether rights were respected where nobody complained: it shows how soon those who did complain had an answer.",
    prominent: true,
  },
  {
    id: "guardrails",
    title: "Legal guardrails",
    question: "Do partners keep within the law when they help each other?",
    leads: "documented-basis",
    doesNotShow:
      "Whether a request was lawful: papers can be on file and a review a poor one. An error that nobody found is in no record.",
    prominent: false,
  },
  {
    id: "bias",
    title: "Bias and disparity",
    question: "Are people treated alike, whichever group they belong to?",
    leads: "false-alert-gap",
    doesNotShow:
      "Why groups differ, and who never came to the programme’s notice. A gap is a reason to look, not a finding of bias.",
    prominent: false,
  },
  {
    id: "concerns",
    title: "Concerns and whistleblowing",
    question: "Is it safe to raise a concern?",
    leads: "detriment-reported",
    doesNotShow:
      "Concerns that nobody dared to raise, and suffering that nobody dared to report: a lower share can mean more fear.",
    prominent: false,
  },
  {
    id: "community",
    title: "Community and confidence",
    question: "Do people expect to be treated fairly, and are they heard?",
    leads: "confidence-in-fair-treatment",
    doesNotShow:
      "What people who do not answer surveys think, and why anybody trusts or does not. It asks of police and services as a whole, not of the programme.",
    prominent: false,
  },
  {
    id: "command",
    title: "Sharing and command",
    question: "Does what is urgent reach those who must act?",
    leads: "alert-to-sharing",
    doesNotShow: "Whether what was shared was right, or was needed by those who received it.",
    prominent: false,
  },
  {
    id: "shared-picture",
    title: "Shared picture",
    question: "Do partners see the same picture?",
    leads: "notebook-opened-in-time",
    doesNotShow: "How good the picture is: a notebook that was opened in time can be empty.",
    prominent: false,
  },
  {
    id: "common-ground",
    title: "Common ground",
    question: "Do partners assess together and report alike?",
    leads: "assessments-multi-sector",
    doesNotShow: "Whether an assessment was right, or whether anybody used it.",
    prominent: false,
  },
  {
    id: "finance",
    title: "Financial intelligence",
    question: "Does following the money lead to results?",
    leads: "reports-used",
    doesNotShow: "Money that nobody reported, and what became of it outside the programme.",
    prominent: false,
  },
  {
    id: "tradecraft",
    title: "Joint tradecraft",
    question: "Do analysts and officers meet to learn from each other?",
    leads: "briefings-held",
    doesNotShow: "What anybody learned: a briefing that was held is an activity, not an outcome.",
    prominent: false,
  },
  {
    id: "evaluation",
    title: "Independent evaluation",
    question: "Is the programme checked, and does it mend what is found?",
    leads: "recommendations-verified-in-time",
    doesNotShow: "What nobody looked at, and whether what was mended stays mended.",
    prominent: false,
  },
  {
    id: "capacity",
    title: "Capacity building",
    question: "Are the people trained for what they do together?",
    leads: "training-completed",
    doesNotShow: "What training changed: completing a module is not yet doing it better.",
    prominent: false,
  },
  {
    id: "sponsorship",
    title: "Sponsorship and funding",
    question: "Do the sponsors stand by the programme?",
    leads: "funding-committed-12",
    doesNotShow:
      "Whether the money was paid, was well spent, or was enough: the plan is the programme’s own.",
    prominent: false,
  },
];
