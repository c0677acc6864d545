import type { AstroIntegration } from "astro";

/**
 * The pages for auditors. They are no files of `pages/`: a build adds them only where its release
 * holds what auditors alone are told, so that no other site can hold them.
 */
const routes: Readonly<Record<string, string>> = {
  "/submissions": "submissions.astro",
  "/submissions/[name]": "submission.astro",
  "/quality": "quality.astro",
  "/disclosure": "disclosure.astro",
  "/disclosure/[tier]": "protected-tier.astro",
  "/recompute": "recompute.astro",
  "/recompute/recompute.sh": "recompute.sh.ts",
  "/register": "register.astro",
  "/audit.css": "audit.css.ts",
};

export function auditPages(): AstroIntegration {
  return {
    name: "plumbline-audit",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        for (const [pattern, page] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `src/site/audit/pages/${page}`, prerender: true });
        }
      },
    },
  };
}
