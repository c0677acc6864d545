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
  vite: { build: { assetsInlineLimit: 0 } },
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
