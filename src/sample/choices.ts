import type { Weights } from "./kind.ts";
import type { PartnerProfile } from "./partners.ts";

/** The threats that a partner meets, by its sector. */
export function threatsOf({ sector }: PartnerProfile): Weights {
  return threats[sector];
}

// prettier-ignore
const threats: Readonly<Record<PartnerProfile["sector"], Weights>> = {
  law_enforcement: { drugs: 26, fraud: 18, trafficking: 14, weapons: 12, cyber: 14, smuggling: 8, terrorism: 5, interference: 2, not_stated: 1 },
  intelligence: { terrorism: 24, interference: 22, cyber: 26, weapons: 10, smuggling: 6, trafficking: 5, drugs: 4, fraud: 2, not_stated: 1 },
  financial: { fraud: 48, drugs: 14, cyber: 14, trafficking: 9, terrorism: 6, interference: 4, smuggling: 3, weapons: 1, not_stated: 1 },
  border: { smuggling: 36, trafficking: 20, drugs: 24, weapons: 11, fraud: 3, terrorism: 3, cyber: 1, interference: 1, not_stated: 1 },
  regional: { drugs: 20, trafficking: 20, smuggling: 18, fraud: 14, cyber: 14, weapons: 7, terrorism: 4, interference: 2, not_stated: 1 },
  oversight: { cyber: 20, fraud: 20, drugs: 15, trafficking: 15, smuggling: 10, terrorism: 10, interference: 5, weapons: 4, not_stated: 1 },
};

/** Where the alerts of a partner come from, by its sector. */
export function sourcesOf({ sector }: PartnerProfile): Weights {
  return sources[sector];
}

// prettier-ignore
const sources: Readonly<Record<PartnerProfile["sector"], Weights>> = {
  law_enforcement: { public: 24, human: 26, partner: 20, signals: 12, financial: 10, border: 6, not_stated: 2 },
  intelligence: { signals: 44, human: 26, partner: 20, public: 4, financial: 3, border: 2, not_stated: 1 },
  financial: { financial: 66, partner: 18, public: 8, human: 4, signals: 2, border: 1, not_stated: 1 },
  border: { border: 56, partner: 18, public: 12, human: 7, signals: 4, financial: 1, not_stated: 2 },
  regional: { partner: 48, signals: 14, human: 12, financial: 12, border: 8, public: 4, not_stated: 2 },
  oversight: { public: 60, partner: 38, not_stated: 2 },
};

/** The hour of the day at which something arrives that never sleeps. */
// prettier-ignore
export const hours: Weights = { 0: 2, 1: 2, 2: 2, 3: 2, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6, 9: 6, 10: 6, 11: 5, 12: 5, 13: 5, 14: 6, 15: 6, 16: 6, 17: 5, 18: 5, 19: 4, 20: 4, 21: 3, 22: 3, 23: 3 };
