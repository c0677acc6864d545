/**
 * The files of a release, as FORMAT.md explains them. Everything here is safe to show in the tier
 * that the release was made for; the site reads nothing else.
 */
export * from "./schema/about.ts";
export * from "./schema/audit.ts";
export * from "./schema/definition.ts";
export * from "./schema/disclosure.ts";
export * from "./schema/figures.ts";
export * from "./schema/manifest.ts";
export * from "./schema/records.ts";
export * from "./schema/register.ts";
export * from "./schema/revisions.ts";
export * from "./schema/steering.ts";
export * from "./schema/vocabulary.ts";
