import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Command } from "commander";
import { serveProblems } from "./serve/problems.ts";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".sig": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/atom+xml; charset=utf-8",
};

const compressible = /^(text\/|application\/json|image\/svg)/;

/**
 * Serves the files of `dir` on this machine only, for a look before a site is published. Port 0
 * takes a free one.
 * @throws Problem when there is no such folder.
 */
export async function serve(dir: string, port: number): Promise<Server> {
  const root = resolve(dir);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw serveProblems.nothingToServe(dir);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      failed(
        ["EADDRINUSE", "EACCES"].includes(error.code ?? "") ? serveProblems.portTaken(port) : error,
      );
    });
    server.listen(port, "127.0.0.1", done);
  });
  return server;
}

async function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const path = readPath(request.url ?? "/");
  const file = path === undefined ? undefined : findFile(root, path);
  if (path !== undefined && file === undefined && isFolder(root, path)) {
    response.writeHead(308, { location: encodeURI(`${path}/`) }).end();
    return;
  }
  const missing = file ?? findFile(root, "/404.html");
  await send(request, response, missing, file === undefined ? 404 : 200);
}

/** The path that was asked for; undefined where it cannot be one. */
function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file that an address means; never one outside of `root`, nor one whose name is hidden. */
function findFile(root: string, path: string): string | undefined {
  const file = resolve(join(root, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(root + sep) || file.slice(root.length).includes(`${sep}.`)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

function isFolder(root: string, path: string): boolean {
  return !path.startsWith("//") && !path.endsWith("/") && findFile(root, `${path}/`) !== undefined;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | undefined,
  status: number,
): Promise<void> {
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.\n");
    return;
  }
  const type = types[extname(file)] ?? "application/octet-stream";
  const accepts = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const zips = accepts && compressible.test(type);
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    ...(zips ? { "content-encoding": "gzip" } : { "content-length": statSync(file).size }),
  });
  if (request.method === "HEAD") response.end();
  else if (zips) await pipeline(createReadStream(file), createGzip(), response);
  else await pipeline(createReadStream(file), response);
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw serveProblems.portWrong();
}

/** `plumbline serve`: the built sites for a look on this machine. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("the built sites, for a look on this machine")
    .option("--dir <dir>", "the folder of a built site", "dist/public")
    .option("--port <port>", "the port to listen on", "8080")
    .action(async ({ dir, port }: { dir: string; port: string }) => {
      const server = await serve(dir, readPort(port));
      const address = server.address();
      const at = typeof address === "object" && address !== null ? address.port : port;
      process.stdout.write(`${dir} is at http://127.0.0.1:${at}/ until you press Ctrl-C.\n`);
    });
}
