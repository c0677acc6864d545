import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/run.ts";
import { serve } from "../../src/serve.ts";
import { buildSite, type BuiltSite } from "../../src/site.ts";

/** A programme's releases and public site, built for real and served on this machine. */
export interface ServedSite {
  readonly origin: string;
  readonly folder: string;
  readonly release: string;
  readonly built: BuiltSite;
  readonly close: () => Promise<void>;
}

export async function serveProgramme(data: string): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-site-"));
  const results = await run({ data, releases: join(folder, "releases"), tier: "public" });
  const out = join(folder, "public");
  const built = await buildSite({
    releaseFolders: results.map((result) => result.folder),
    tier: "public",
    out,
    base: "/",
  });
  const server: Server = await serve(out, 0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    folder: out,
    release: results.at(-1)!.folder,
    built,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
