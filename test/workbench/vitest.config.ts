import { defineConfig } from "vitest/config";

/** `npm run test:workbench`: the auditors' workbench in a real browser, with DuckDB in it. */
export default defineConfig({ test: { include: ["test/workbench/*.browser.ts"] } });
