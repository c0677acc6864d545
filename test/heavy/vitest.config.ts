import { defineConfig } from "vitest/config";

/**
 * `npm run test:heavy`: promises that take minutes to show, and on the whole sample those that
 * `npm test` shows on a few of its kinds.
 */
export default defineConfig({
  test: {
    include: [
      "test/heavy/*.heavy.ts",
      "test/{run,leaks,extend}.test.ts",
      "test/disclosure/non-interference.test.ts",
      "test/recompute/{recompute,working-papers}.test.ts",
      "test/verify/{flips,same-bytes}.test.ts",
    ],
    env: { PLUMBLINE_TEST_HEAVY: "1" },
    globalSetup: "test/signed-sample.ts",
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    maxWorkers: 2,
  },
});
