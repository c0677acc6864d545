import { defineConfig } from "vitest/config";

/** `npm run test:heavy`: promises that take minutes to show. */
export default defineConfig({ test: { include: ["test/heavy/*.heavy.ts"] } });
