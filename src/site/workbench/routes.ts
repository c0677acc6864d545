import type { AstroIntegration } from "astro";

/** The page that only auditors have: it is no file of `pages/`, so that no other site can hold it. */
export function workbenchPage(): AstroIntegration {
  return {
    name: "plumbline-workbench",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        const entrypoint = "src/site/workbench/pages/workbench.astro";
        injectRoute({ pattern: "/workbench", entrypoint, prerender: true });
      },
    },
  };
}
