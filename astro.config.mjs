import react from "@astrojs/react";
import { join } from "node:path";
import { defineConfig } from "astro/config";

/** DuckDB's program for browsers without its own worker: its package exports it under no name. */
const duckdb = join(
  import.meta.dirname,
  "node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs",
);

/**
 * How the sites are built: static, without a third-party request, under a strict content security
 * policy. `plumbline site` adds the releases to show, the base and the folder to write to.
 */
export default defineConfig({
  srcDir: "src/site",
  publicDir: "src/site/public",
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [react()],
  build: { format: "directory", assets: "assets", inlineStylesheets: "never" },
  vite: {
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { "duckdb-wasm-worker": duckdb } },
    worker: { format: "es", rolldownOptions: { output: { entryFileNames: nameScript } } },
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: nameScript } } } },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
      ],
    },
  },
});

/** Scripts are named after the file they come from, with a digest of what they hold. */
function nameScript({ name }) {
  return `assets/${name.replace(/\.astro.*$/, "")}.[hash].js`;
}
