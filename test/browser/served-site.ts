import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "../../src/serve.ts";

/** A site that is served on this machine. */
export interface ServedSite {
  readonly origin: string;
  readonly close: () => void;
}

export async function serveSite(folder: string): Promise<ServedSite> {
  const server: Server = await serve(folder, 0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
