import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../../src/serve.ts";

let root: string;
let server: Server;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path exactly as it is written, which fetch would tidy. */
function ask(path: string, method = "GET", headers = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("latin1").on("data", (part: string) => (body += part));
      response.on("end", () => {
        done({ status: response.statusCode!, headers: response.headers, body });
      });
    });
    asked.on("error", failed).end();
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-serve-"));
  await mkdir(join(root, "site", "methods"), { recursive: true });
  await writeFile(join(root, "secret.txt"), "secret");
  await writeFile(join(root, "site", ".hidden"), "hidden");
  await writeFile(join(root, "site", "index.html"), "<h1>overview</h1>");
  await writeFile(join(root, "site", "404.html"), "<h1>no such page</h1>");
  await writeFile(join(root, "site", "methods", "index.html"), "<h1>methods</h1>");
  server = await serve(join(root, "site"), 0);
});

afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

test("a folder is answered with its page, with and without the last slash", async () => {
  expect((await ask("/methods/")).body).toBe("<h1>methods</h1>");
  expect(await ask("/methods")).toMatchObject({ status: 308, headers: { location: "/methods/" } });
});

test("a page says what it is and may not be guessed to be something else", async () => {
  expect((await ask("/")).headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
});

test("an address that leads nowhere gets the page that helps", async () => {
  expect(await ask("/nowhere/")).toMatchObject({ status: 404, body: "<h1>no such page</h1>" });
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%00",
  "/%",
  "/.hidden",
  "//x",
])("%s leads nowhere", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("text is compressed for whoever accepts it", async () => {
  const answer = await ask("/", "GET", { "accept-encoding": "gzip" });
  expect(answer.headers["content-encoding"]).toBe("gzip");
});

test("HEAD has no body, and nothing but reading is allowed", async () => {
  expect(await ask("/", "HEAD")).toMatchObject({ status: 200, body: "" });
  expect((await ask("/", "POST")).status).toBe(405);
});

test("a folder that does not exist is told in a sentence", async () => {
  await expect(serve(join(root, "nothing"), 0)).rejects.toMatchObject({ code: "serve-nothing" });
});
