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

export const reportSectors = {
  bank: "Bank",
  payment: "Payment service",
  crypto: "Crypto-asset service",
  real_estate: "Real estate",
  professional: "Lawyer, notary or accountant",
  other: "Other",
} as const;

export const reportUses = {
  investigation: "Used in an investigation",
  disseminated: "Passed on to another partner",
  not_used: "Looked at and not used",
  pending: "Not looked at yet",
} as const;

export const reportOutcomes = {
  investigation_opened: "Investigation opened",
  joined_to_case: "Joined to a running case",
  assets_held: "Assets held back",
  passed_abroad: "Passed to another country",
  no_further_action: "No further action",
} as const;

export const orderPowers = {
  restraint: "Restraint order",
  freezing: "Freezing of an account",
  cash_seizure: "Seizure of cash",
  forfeiture: "Forfeiture without conviction",
} as const;

export const closingWays = {
  confiscated: "Confiscated",
  compensated: "Paid to victims",
  returned: "Returned to the owner",
  lapsed: "Lapsed or discharged",
} as const;

export const fundingHorizons = {
  next_12_months: "The next twelve months",
  months_13_to_36: "Months 13 to 36",
} as const;

export const funders = {
  state: "State budget",
  partner: "A partner’s own budget",
  international: "International fund",
  other: "Other",
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
