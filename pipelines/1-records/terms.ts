/**
 * The common terminology: every code that a record may use and what it means. Partners map their
 * own words to these in programme.yaml. "not_stated" is an answer, and is shown as one.
 */

export const sectors = {
  intelligence: "Intelligence service",
  law_enforcement: "Law enforcement",
  financial_intelligence: "Financial intelligence unit",
  border: "Border authority",
  regional: "Regional or international body",
  private: "Private sector",
  civil_society: "Civil society",
  oversight: "Oversight and programme office",
} as const;

export const threatTypes = {
  terrorism: "Terrorism",
  trafficking: "Trafficking in people",
  smuggling: "Smuggling of migrants and goods",
  drugs: "Drug trafficking",
  cyber: "Cyber-enabled crime",
  fraud: "Fraud and money laundering",
  weapons: "Illicit weapons",
  interference: "Foreign interference",
  not_stated: "Not stated",
} as const;

export const severities = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
  not_stated: "Not stated",
} as const;

export const grades = {
  major: "Major",
  moderate: "Moderate",
  minor: "Minor",
} as const;

export const moderatedGrades = { ...grades, refused: "Refused at moderation" } as const;

export const disruptionKinds = {
  arrests: "Arrests",
  seizure: "Seizure of goods",
  asset_restraint: "Restraint of assets",
  takedown: "Takedown of infrastructure",
  safeguarding: "Safeguarding of people",
  prevention: "Prevention or hardening",
  other: "Other",
} as const;

export const predictionProducts = {
  warning: "Warning",
  assessment: "Joint threat assessment",
  estimate: "Estimate",
  not_stated: "Not stated",
} as const;

export const rights = {
  privacy: "Privacy and personal data",
  liberty: "Liberty and security",
  fair_process: "Fair process",
  non_discrimination: "Freedom from discrimination",
  property: "Property",
  expression: "Expression and assembly",
  integrity: "Dignity and bodily integrity",
  not_stated: "Not stated",
} as const;

export const channels = {
  web: "Web form",
  letter: "Letter",
  phone: "Telephone",
  in_person: "In person",
  representative: "Through a lawyer or organisation",
  not_stated: "Not stated",
} as const;

export const handlingRoutes = {
  informal: "Informal resolution",
  formal: "Formal handling without investigation",
  investigated: "Investigation",
  not_stated: "Not stated",
} as const;

export const decisions = {
  upheld: "Upheld",
  partly_upheld: "Partly upheld",
  not_upheld: "Not upheld",
  withdrawn: "Withdrawn",
} as const;

export const remedies = {
  none: "None",
  apology: "Apology",
  correction: "Correction or deletion of data",
  compensation: "Compensation",
  policy_change: "Change of practice",
  discipline: "Disciplinary measure",
} as const;

/** Coarse on purpose: four groups that the programme defines, never an ethnicity or an age. */
export const populationGroups = {
  group_a: "Group A",
  group_b: "Group B",
  group_c: "Group C",
  group_d: "Group D",
  not_stated: "Not stated",
} as const;

export const alertSources = {
  signals: "Signals",
  human: "Human source",
  financial: "Financial report",
  border: "Border control",
  public: "Member of the public",
  partner: "Another partner",
  not_stated: "Not stated",
} as const;

/** What an alert proved to be when its incident was closed. */
export const alertOutcomes = {
  confirmed: "Confirmed",
  refuted: "Refuted",
  unresolved: "Could not be resolved",
} as const;

/** What a network cannot work without, and what a disruption took from it. */
export const enablers = {
  none: "None",
  bank_account: "Bank account",
  front_company: "Front company",
  logistics: "Transport and logistics",
  online_platform: "Online platform",
  professional: "Professional service",
  not_stated: "Not stated",
} as const;

export const reviewDecisions = {
  upheld: "Upheld",
  not_upheld: "Not upheld",
} as const;

export const reportingStates = {
  covered: "Reported",
  missing: "Not reported",
} as const;

export const timelinesses = {
  on_time: "On time",
  late: "Late",
  not_reported: "Not reported",
} as const;

export const rowOutcomes = {
  accepted: "Accepted",
  quarantined: "Refused, with its reason",
  repeat: "Exact repeat of another row",
} as const;

export const terminologies = {
  common: "In common terminology",
  mapped: "In the partner’s own words, mapped",
} as const;
