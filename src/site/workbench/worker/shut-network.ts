/** What a worker could reach something outside of itself with. */
const ways = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport"],
  ...["importScripts", "Worker", "SharedWorker", "BroadcastChannel", "indexedDB", "caches"],
];

/**
 * Takes every way to the network and to storage from this worker: a worker is not bound by the
 * policy of the page that made it, and SQL comes from whoever wrote a link. DuckDB's own settings
 * refuse files and addresses already; this holds where they would not.
 * @returns fetch, for the files of the release alone
 */
export function shutNetwork(): typeof fetch {
  const own = globalThis.fetch.bind(globalThis);
  for (const name of ways) {
    Object.defineProperty(globalThis, name, { value: undefined, configurable: false });
  }
  return own;
}
