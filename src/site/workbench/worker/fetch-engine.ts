/**
 * Fetches and compiles the engine, and tells how many bytes have come.
 * @throws Error when it cannot be fetched or is no engine
 */
export async function fetchEngine(
  address: string,
  tell: (bytes: number) => void,
): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error("The engine could not be fetched.");
  let [bytes, told] = [0, 0];
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes - told > 500_000) tell((told = bytes));
        controller.enqueue(chunk);
      },
    }),
  );
  // Any host serves it; not every one knows its type.
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(counted, { headers }));
}
