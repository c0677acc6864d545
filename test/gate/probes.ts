import { callbacks, paths, places } from "./probe-paths.ts";
import { copies, forged, hosts, methods, protocols } from "./probe-requests.ts";

/**
 * What somebody could send who wants in without being let in. Each is a name, the bytes of a request
 * to the auditors' origin, and the status that a visitor without a session gets. @auditor stands
 * for the host and port of the auditors' origin, @sponsor for those of the sponsors'.
 */
export interface Probe {
  readonly name: string;
  readonly bytes: string;
  /** 0 is no answer at all. */
  readonly expected: number;
}

/** The request is a path, of which it is a GET, or the request line and headers. */
export type Row = readonly [name: string, request: string | readonly string[], expected: number];

function read([name, request, expected]: Row): Probe {
  const lines = typeof request === "string" ? [`GET ${request} HTTP/1.1`] : [...request];
  const [line, ...headers] = lines;
  const named = headers.some((header) => /^host\s*:/i.test(header)) || !line!.endsWith("HTTP/1.1");
  const accepts = headers.some((header) => /^accept\s*:/i.test(header));
  const all = [
    line!,
    ...(named ? [] : ["Host: @auditor"]),
    ...(accepts || !line!.includes("HTTP/1") ? [] : ["Accept: text/html"]),
    ...headers,
  ];
  const closes = headers.some((header) => /^connection\s*:/i.test(header));
  return {
    name,
    expected,
    bytes: [...all, ...(closes ? [] : ["Connection: close"]), "", ""].join("\r\n"),
  };
}

export const probes: Readonly<Record<string, readonly Probe[]>> = {
  "spellings of a path": paths.map(read),
  "places that servers have": places.map(read),
  methods: methods.map(read),
  "ranges and cached copies": copies.map(read),
  "forged headers and cookies": forged.map(read),
  hosts: hosts.map(read),
  "versions and upgrades": protocols.map(read),
  "the callback": callbacks.map(read),
};
