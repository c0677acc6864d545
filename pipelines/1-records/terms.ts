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

export const requestDirections = {
  incoming: "Asked of the partner",
  outgoing: "Asked by the partner",
} as const;

/** Sectors of the bodies outside the partner with which it exchanges requests. */
export const counterpartSectors = { ...sectors, not_stated: "Not stated" } as const;

export const requestUrgencies = {
  urgent: "Urgent",
  standard: "Standard",
  not_stated: "Not stated",
} as const;

/** A request that was granted on conditions has been executed, within them. */
export const exchangeOutcomes = {
  executed: "Executed",
  conditioned_on_rights: "Executed on conditions that protect rights",
  refused_on_rights: "Refused on grounds of rights",
  refused: "Refused on other grounds",
  withdrawn: "Withdrawn",
} as const;

export const errorCauses = {
  human: "Human error",
  technical: "Technical fault",
  procedure: "Procedure not followed or missing",
  provider: "Error of a provider of data or services",
  not_stated: "Not stated",
} as const;

/** Those above recordable must be reported to the overseer. */
export const errorSeverities = {
  recordable: "Recordable",
  reportable: "Reportable",
  serious: "Serious",
} as const;

export const errorFinders = {
  self: "The body itself",
  inspection: "Inspection by the overseer",
  third_party: "A third party",
  not_stated: "Not stated",
} as const;

export const systemClasses = {
  case_files: "Case files",
  intelligence: "Intelligence holdings",
  watch_lists: "Watch lists",
  bulk_data: "Bulk data",
  not_stated: "Not stated",
} as const;

export const retentionOutcomes = {
  deleted: "Deleted",
  kept: "Kept, with a reason recorded",
  reduced: "Kept in part, or with less detail",
} as const;

export const powerClasses = {
  interception: "Interception of communications",
  communications_data: "Communications data",
  observation: "Covert observation",
  equipment: "Interference with equipment",
  not_stated: "Not stated",
} as const;

export const deferralGrounds = {
  investigation: "An investigation would be put at risk",
  safety: "Somebody’s safety would be put at risk",
  security: "National security would be put at risk",
  untraced: "The person cannot be traced",
} as const;

export const dataRights = {
  access: "Access to one’s data",
  correction: "Correction of one’s data",
  deletion: "Deletion of one’s data",
  not_stated: "Not stated",
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

export const sessionTypes = {
  briefing: "Joint briefing",
  exercise: "Joint exercise",
  analyst_field_feedback: "Feedback between analysts and the field",
} as const;

export const reviewTypes = {
  after_action: "After-action review",
  inspection: "Inspection",
  evaluation: "Evaluation",
  red_team: "Red-team exercise",
} as const;

/** What a body does, in the coarse categories by which inspections are planned. */
export const reviewCategories = {
  collection: "Collection of intelligence",
  human_sources: "Human sources",
  powers: "Use of intrusive powers",
  sharing: "Sharing between partners",
  assessment: "Assessments and forecasts",
  joint_operations: "Joint operations",
  personal_data: "Keeping and deleting personal data",
  complaints_concerns: "Complaints and concerns",
  people_training: "People and training",
  money_assets: "Money and assets",
  several: "Several, or none in particular",
} as const;

export const recommendationSources = {
  inspection: "Inspection",
  audit: "Audit",
  red_team: "Red-team exercise",
  evaluation: "Evaluation",
} as const;

export const recommendationPriorities = {
  critical: "Critical",
  priority: "Priority",
  action: "Action",
} as const;

/** Posts, never who holds them. */
export const sponsorPosts = {
  chair: "Chair",
  deputy_chair: "Deputy chair",
  funding_sponsor: "Funding sponsor",
  rights_sponsor: "Rights sponsor",
  technology_sponsor: "Technology sponsor",
  operations_sponsor: "Operations sponsor",
} as const;

export const trainingModules = {
  joint_tradecraft: "Joint tradecraft",
  legal_authority: "Legal authority",
  rights: "Rights in practice",
  data_protocol: "Data protocol",
} as const;

/** Coarse on purpose: what somebody does, never their rank or post. */
export const staffRoles = {
  analysis: "Analysis",
  field: "Field work",
  support: "Support and technology",
  management: "Management",
  not_stated: "Not stated",
} as const;

export const alertSources = {
  signals: "Signals intelligence",
  human: "Human source",
  financial: "Financial intelligence",
  border: "Border check",
  public: "Tip from the public",
  partner: "Partner abroad",
  not_stated: "Not stated",
} as const;

/** What was done to a person, the most serious power; a check of documents alone is none. */
export const powersUsed = {
  none: "None",
  stop: "Stop",
  search: "Search",
  detention: "Detention",
  seizure: "Seizure of belongings",
} as const;

/** What became of the alert because of which a person was checked. */
export const personAlertOutcomes = {
  confirmed: "Confirmed",
  refuted: "Refuted",
  unresolved: "Not resolved",
} as const;

export const raisers = {
  community: "Community",
  civil_society: "Civil society",
  private_sector: "Private sector",
  local_authority: "Local authority",
} as const;

export const engagementMatters = {
  issue: "Issue",
  liaison_lead: "Lead of a liaison",
} as const;

/** Where respondents of a survey live: four layers that are sampled apart. */
export const surveyStrata = {
  capital_area: "Capital area",
  cities: "Other cities",
  towns: "Towns",
  countryside: "Countryside",
} as const;

export const surveyAnswers = {
  agree: "Agrees",
  disagree: "Disagrees",
  neither: "Neither agrees nor disagrees",
  no_answer: "No answer",
} as const;

export const concernChannels = {
  manager: "Line manager",
  ombudsperson: "Ombudsperson",
  external_body: "External oversight body",
  hotline: "Hotline",
} as const;

/** Coarse on purpose: what a concern is about must not tell who raised it. */
export const concernMatters = {
  powers: "Use of powers",
  data: "Handling of data",
  conduct: "Conduct at work",
  resources: "Money and resources",
  other: "Other",
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
