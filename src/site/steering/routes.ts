import type { AstroIntegration } from "astro";

/**
 * The pages for those who steer. They are no files of `pages/`: a build adds them only where its
 * release judges figures, so that a public site cannot hold them.
 */
const routes: Readonly<Record<string, string>> = {
  "/health": "health.astro",
  "/attention": "attention.astro",
  "/partners": "partners.astro",
  "/partners/[id]": "partner.astro",
  "/sponsorship": "sponsorship.astro",
  "/briefing": "briefing.astro",
  "/steering.css": "steering.css.ts",
};

export function steeringPages(): AstroIntegration {
  return {
    name: "plumbline-steering",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        for (const [pattern, page] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: `src/site/steering/pages/${page}`, prerender: true });
        }
      },
    },
  };
}
