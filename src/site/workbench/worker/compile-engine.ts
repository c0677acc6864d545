/**
 * Compiles the engine while it comes, and tells how many bytes have.
 * @throws Error when it did not come or is no engine
 */
export async function compileEngine(
  response: Response,
  tell: (bytes: number) => void,
): Promise<WebAssembly.Module> {
  if (!response.ok || response.body === null) throw new Error("The engine could not be fetched.");
  let [bytes, told] = [0, 0];
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes - told > 500_000) {
          told = bytes;
          tell(bytes);
        }
        controller.enqueue(chunk);
      },
    }),
  );
  // Any host serves it; not every one knows its type.
  const headers = { "content-type": "application/wasm" };
  return WebAssembly.compileStreaming(new Response(counted, { headers }));
}
