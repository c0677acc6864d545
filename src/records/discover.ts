import { readdir } from "node:fs/promises";
import type { Contract } from "./contract.ts";

const folder = new URL("../../pipelines/1-records/", import.meta.url);

/** Every contract in pipelines/1-records, ordered by kind: adding a kind is adding a file. */
export async function discoverContracts(): Promise<Contract[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const modules = await Promise.all(
    names.map((name) => import(new URL(name, folder).href) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module).filter(isContract))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function isContract(value: unknown): value is Contract {
  return typeof value === "object" && value !== null && "kind" in value && "rules" in value;
}
