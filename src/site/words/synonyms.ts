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
  answered: ["reply", "response"],
  concern: ["whistleblower", "whistleblowing", "speaking up", "disclosure"],
  suffer: ["retaliation", "detriment", "reprisal", "revenge", "whistleblower"],
  false: ["positive", "wrongly", "innocent", "mistake"],
  group: ["bias", "discrimination", "racism", "profiling", "disparity"],
  powers: ["stop and search", "force", "police"],
  surveillance: ["spying", "wiretap", "interception", "notified"],
  lawful: ["legal", "authorised", "proportionality", "warrant"],
  legal: ["law", "authorised", "warrant"],
  error: ["mistake", "compliance", "breach", "incident"],
  past: ["kept", "retention", "deletion"],
  data: ["privacy", "personal", "files", "subject access"],
  request: ["mutual legal assistance", "cooperation", "help"],
  financial: ["suspicious transaction", "bank", "money laundering"],
  assets: ["recovery", "victims", "given back"],
  order: ["freezing", "court", "owners"],
  funding: ["budget", "money", "cost", "paid"],
  funded: ["budget", "money", "cost"],
  sponsor: ["leadership", "minister", "accountable", "absent", "turnover"],
  recommend: ["audit", "inspection", "follow-up", "findings"],
  review: ["audit", "inspection", "oversight"],
  inspection: ["audit", "oversight", "visits"],
  training: ["course", "skills", "staff"],
  secondment: ["exchange", "posting", "staff"],
  exercise: ["drill", "practice", "rehearsal"],
  briefing: ["meeting", "update"],
  command: ["task force", "leadership", "crisis"],
  escalat: ["urgent", "serious", "leadership"],
  notebook: ["shared file", "log", "notes"],
  liaison: ["attaché", "abroad", "embassy"],
  terminology: ["vocabulary", "definitions", "language"],
  treated: ["trust", "survey", "opinion"],
  confidence: ["trust", "survey", "opinion"],
  issue: ["community", "public", "neighbourhood"],
  reported: ["late", "missing", "deadline"],
  rows: ["data quality", "errors", "records"],
  share: ["percentage", "proportion"],
  rate: ["per", "frequency"],
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
