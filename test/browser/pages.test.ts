import { readdir } from "node:fs/promises";
import { expect, inject, test } from "vitest";
import { readRelease } from "../../src/release/read.ts";
import { testPages, weighFile } from "./public-pages.ts";

/** A page of each kind. */
const kinds = [
  "/",
  "/questions/guardrails/",
  "/indicators/",
  "/indicators/alert-to-action/",
  "/indicators/alert-to-action/history/",
  "/indicators/alert-to-action/explore/",
  "/releases/",
  "/releases/2026-q3/",
  "/releases/2026-q3/trace/alert-to-action/",
  "/verify/",
  "/reports/2026-q3/",
  "/reports/2026-q3/annexes/",
  "/revisions/",
  "/methods/",
  "/data/",
  "/data/complaints/",
  "/accessibility/",
  "/search/",
  "/404.html",
];

testPages(kinds);

test("each kind of page is among those that are looked at", async () => {
  const files = await readdir(inject("sample").site, { recursive: true });
  const pages = files.filter((path) => path.endsWith(".html"));
  const all = pages.map((path) => `/${path.replace(/index\.html$/, "")}`);
  const kindOf = (path: string): string =>
    path.replaceAll(
      /(?<=\/(?:data|indicators|questions|releases|reports|trace)\/)[^/]+(?=\/)/g,
      "*",
    );
  expect(new Set(kinds.map(kindOf))).toEqual(new Set(all.map(kindOf)));
});

test("every indicator's page weighs at most 40 kB compressed", async () => {
  const release = await readRelease(inject("sample").newest);
  for (const { definition } of release.indicators) {
    const path = `/indicators/${definition.id}/`;
    expect(await weighFile(path), path).toBeLessThanOrEqual(40_000);
  }
});
