import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    // Two cores: DuckDB, Astro and Chromium each want one.
    maxWorkers: 2,
    disableConsoleIntercept: true,
  },
});
