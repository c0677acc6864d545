import { defineMiddleware } from "astro:middleware";

/** A page without a script may run none, whatever somebody might put into it. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (response.headers.get("content-type")?.startsWith("text/html") !== true) return response;
  const html = await response.text();
  const told = /<script\b/.test(html)
    ? html
    : html.replace(
        /(http-equiv="content-security-policy" content="[^"]*script-src) [^;"]*/,
        "$1 'none'",
      );
  return new Response(told, response);
});
