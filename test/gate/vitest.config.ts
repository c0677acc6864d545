import { defineConfig } from "vitest/config";

/** `npm run test:gate`: needs Apache and mod_auth_openidc on this machine. */
export default defineConfig({
  test: {
    include: ["test/gate/*.gate.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
