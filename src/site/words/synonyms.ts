import type { Definition } from "../../release/schema.ts";

/** Everyday words for the terms of an indicator, by the beginning of the term. */
const everyday: Record<string, readonly string[]> = {
  alert: ["warning", "alarm", "notice"],
  acknowledg: ["receipt", "reply", "answer"],
  action: ["response", "reaction", "speed"],
  acted: ["response", "reaction", "on time", "deadline"],
  sharing: ["passing on", "cooperation", "information"],
  debrief: ["lessons", "review", "learning"],
  disruption: ["arrests", "operations", "results", "takedown"],
  grade: ["severity", "seriousness", "scale"],
  regrade: ["moderation", "checked", "inflation"],
  asset: ["money", "property", "seized", "frozen", "value"],
  restrain: ["frozen", "seized"],
  confiscat: ["seized", "taken", "forfeited"],
  partner: ["agency", "police", "service", "joint", "cooperation"],
  forecast: ["prediction", "intelligence", "accuracy", "wrong", "right", "probability"],
  calibration: ["confidence", "probability", "trust"],
  brier: ["accuracy", "score", "error"],
  complain: ["grievance", "abuse", "rights", "privacy", "wrong"],
  upheld: ["justified", "proven", "decision"],
  remed: ["redress", "apology", "compensation"],
  closing: ["finished", "wait", "delay", "how long"],
  close: ["finished", "wait", "delay", "how long"],
  time: ["delay", "speed", "wait", "how long"],
  share: ["percentage", "proportion"],
  rate: ["per", "frequency"],
  frozen: ["restrained", "seized"],
  moderat: ["re-grade", "checked", "inflation"],
  gap: ["bias", "discrimination", "disparity", "inequality", "fairness"],
  group: ["bias", "discrimination", "ethnic", "disparity"],
  proved: ["precision", "false alarm", "accuracy"],
  wrong: ["false", "mistake", "error"],
  surveillance: ["interception", "wiretap", "spying", "notification"],
  concern: ["whistleblower", "whistleblowing", "speaking up", "disclosure"],
  suffer: ["detriment", "retaliation", "reprisal"],
  trust: ["confidence", "survey"],
  fair: ["confidence", "trust", "survey"],
  request: ["assistance", "cooperation", "exchange"],
  error: ["mistake", "breach", "incident"],
  data: ["privacy", "personal data", "subject access"],
  legal: ["law", "lawful", "warrant"],
  enabler: ["bank account", "front company", "online platform"],
  report: ["suspicious activity", "disclosure"],
  recommend: ["findings", "follow-up", "audit"],
  inspect: ["audit", "oversight", "review"],
  review: ["audit", "evaluation", "inspection"],
  exercise: ["drill", "practice", "simulation"],
  secondment: ["posting", "staff exchange"],
  training: ["course", "education", "skills"],
  escalat: ["rung", "threshold", "decision"],
  notebook: ["log", "shared record"],
  sponsor: ["minister", "board", "leadership", "governance"],
  fund: ["budget", "money", "paid"],
};

/** Everyday words by which somebody may look for an indicator, in a fixed order. */
export function listSynonyms(definition: Pick<Definition, "title" | "question">): string[] {
  const text = `${definition.title} ${definition.question}`.toLowerCase();
  const terms = text.split(/[^a-z]+/);
  const found = Object.entries(everyday)
    .filter(([start]) => terms.some((term) => term.startsWith(start)))
    .flatMap(([, words]) => words);
  return [...new Set(found)].filter((word) => !terms.includes(word));
}
