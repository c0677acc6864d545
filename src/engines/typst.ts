import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** Sets documents with Typst. One that was made is used again: it keeps what it has read. */
export class Typesetter {
  readonly #compiler: NodeCompiler;

  /**
   * @param workspace folder of the templates; nothing outside it is read
   * @param fonts files of the fonts to use. A template names no others: what a machine has
   *   installed would change the bytes
   */
  constructor(workspace: string, fonts: readonly string[]) {
    this.#compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
    });
  }

  /**
   * A tagged PDF that fulfils PDF/UA-1, the same bytes each time.
   * @param template path of the main file
   * @param files further files by path, as if they lay in the workspace
   * @param day "2026-10-30": the day on which the document was made
   * @throws Error with Typst's own words where the template has a fault
   */
  setPdf(template: string, files: ReadonlyMap<string, string>, day: string): Buffer {
    for (const [path, text] of files) this.#compiler.mapShadow(path, Buffer.from(text));
    try {
      const compiled = this.#compiler.compile({ mainFilePath: template, resetRead: true });
      if (compiled.result === null || compiled.hasError()) throw faultOf(this.#compiler, compiled);
      return this.#compiler.pdf(compiled.result, {
        pdfStandard: "ua-1",
        creationTimestamp: Date.parse(`${day}T00:00:00Z`) / 1000,
      });
    } finally {
      this.#compiler.resetShadow();
    }
  }
}

type Compiled = ReturnType<NodeCompiler["compile"]>;

function faultOf(compiler: NodeCompiler, compiled: Compiled): Error {
  const error = compiled.takeDiagnostics() ?? compiled.takeError();
  const said: unknown[] = error === null ? [] : compiler.fetchDiagnostics(error);
  return new Error(`Typst: ${JSON.stringify(said)}`);
}
