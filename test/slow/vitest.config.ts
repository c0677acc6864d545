import { defineConfig } from "vitest/config";

/** What `npm run test:slow` runs and `npm test` leaves out, so that it ends within five minutes. */
export const slow = [
  "test/verify/{attacks,bundles,flips,same-bytes}.test.ts",
  "test/browser/{audit,measures,verify}.test.ts",
  "test/{cli,extend,run}.test.ts",
  "test/site/audit.test.ts",
  "test/records/{agreement,leaks}.test.ts",
  "test/recompute/{recompute,working-papers}.test.ts",
  "test/{audit,steering}/release.test.ts",
  "test/slow/*.test.ts",
];

/** `npm run test:slow`: attacks on the published sample, sealed bundles, the same bytes twice, long runs. */
export default defineConfig({
  test: {
    include: slow,
    globalSetup: "test/signed-sample.ts",
    testTimeout: 60_000,
    maxWorkers: 2,
    disableConsoleIntercept: true,
  },
});
