/// <reference types="astro/client" />

declare module "plumbline:input" {
  export const input: import("./input.ts").SiteInput;
}
