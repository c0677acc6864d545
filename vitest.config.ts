import { defineConfig } from "vitest/config";
import { slow } from "./test/slow/vitest.config.ts";

const published = ["test/verify/**/*.test.ts", "test/browser/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Two cores: DuckDB, Astro and Chromium each want one.
    maxWorkers: 2,
    disableConsoleIntercept: true,
    projects: [
      {
        extends: true,
        test: { name: "parts", include: ["test/**/*.test.ts"], exclude: [...published, ...slow] },
      },
      {
        extends: true,
        // These look at the sample as it is published, which is made once for all of them.
        test: {
          name: "published",
          include: published,
          exclude: slow,
          globalSetup: "test/signed-sample.ts",
        },
      },
    ],
  },
});
