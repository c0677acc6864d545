import react from "@astrojs/react";
import { defineConfig } from "astro/config";

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
