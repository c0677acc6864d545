import { canonicalJson } from "../proof/canonical.ts";
import type { About, Certificate, Definition, Figure, Manifest } from "./schema.ts";

/** How a release was made, as far as it is published. */
export interface Method {
  readonly about: About;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly policySha256: string;
  /** Undefined where counts are exact. */
  readonly edges: Certificate["edges"] | undefined;
  readonly inputs: Manifest["inputs"];
}

/** What of the method behind a figure has changed, a sentence each. */
export function findMethodChanges(figure: Figure, before: Method, now: Method): string[] {
  const [was, is] = [before, now].map(({ definitions }) => definitions.get(figure.indicator));
  if (was === undefined || is === undefined) return [];
  const sentences = [
    ...compareDefinitions(was, is),
    ...is.tallies
      .filter(({ name }) => !isEqual(contractOf(before, name), contractOf(now, name)))
      .map(({ name }) => `What a record of ${name} may hold changed.`),
    ...(before.policySha256 === now.policySha256 ? [] : ["The rules that protect people changed."]),
    ...(isEqual(before.edges, now.edges)
      ? []
      : ["The bands in which times and forecasts are counted changed."]),
  ];
  const { breakdown } = figure;
  if ((breakdown === "sector" || breakdown === "region") && movedPartners(before, now, breakdown)) {
    sentences.push(`Partners were assigned to another ${breakdown}.`);
  }
  return sentences;
}

function compareDefinitions(was: Definition, is: Definition): string[] {
  const sentences: string[] = [];
  if (was.version !== is.version) {
    sentences.push(`Its definition changed from version ${was.version} to ${is.version}.`);
  }
  if (was.sqlSha256 !== is.sqlSha256) sentences.push("Its SQL changed.");
  if (!isEqual(digestsOf(was), digestsOf(is))) sentences.push("The SQL of its tallies changed.");
  if (!isEqual(was.limit, is.limit)) {
    sentences.push(`Its agreed limit changed from ${sayLimit(was)} to ${sayLimit(is)}.`);
  }
  if (!isEqual(settingsOf(was), settingsOf(is))) sentences.push("How it is measured changed.");
  return sentences;
}

function digestsOf({ tallies }: Definition): string[] {
  return tallies.map(({ name, sha256 }) => `${name} ${sha256}`);
}

function sayLimit({ limit }: Definition): string {
  return limit === null ? "none" : `${limit.value} ${limit.unit}`;
}

function settingsOf({ measure, measureWords, unit, binUnit, per, statistics }: Definition) {
  const { interval, noise = null } = measureWords;
  return { measure, interval, noise, unit, binUnit, per, statistics };
}

function contractOf({ inputs }: Method, kind: string): string | undefined {
  return inputs.find(({ path }) => path === `pipelines/1-records/${kind}.ts`)?.sha256;
}

function movedPartners(before: Method, now: Method, by: "sector" | "region"): boolean {
  const places = new Map(before.about.partners.map((partner) => [partner.id, partner[by]]));
  return now.about.partners.some(({ id, ...own }) => places.has(id) && places.get(id) !== own[by]);
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
