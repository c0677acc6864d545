import type { Random } from "./random.ts";

/**
 * Whether a move that costs so much is made: always if nothing, else with a chance of about
 * exp(−cost / temperature). It is (1 − x/32)^32 instead, which every machine computes alike.
 */
export function isAccepted(cost: number, temperature: number, random: Random): boolean {
  if (cost <= 0) return true;
  if (cost >= 32 * temperature) return false;
  let chance = 1 - cost / (32 * temperature);
  for (let k = 0; k < 5; k++) chance *= chance;
  return random() < chance * 0x1_0000_0000;
}
