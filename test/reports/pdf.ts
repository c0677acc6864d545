import { extractText, getDocumentProxy } from "unpdf";

/** What a PDF says to somebody who hears it read out. */
export interface HeardPdf {
  readonly pages: readonly string[];
  readonly title: string;
  readonly language: string;
  /** Entries of the outline, the first level. */
  readonly outline: readonly string[];
  /** Alternative texts of its pictures. */
  readonly alternatives: readonly string[];
  /** Kinds of structure: "H1", "Table", "TH", … */
  readonly roles: ReadonlySet<string>;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export async function hear(bytes: Buffer): Promise<HeardPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf);
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string };
  const alternatives: string[] = [];
  const roles = new Set<string>();
  const walk = ({ role, alt, children = [] }: Node): void => {
    if (role !== undefined) roles.add(role);
    if (alt !== undefined) alternatives.push(alt);
    children.forEach(walk);
  };
  for (let page = 1; page <= pdf.numPages; page++)
    walk((await (await pdf.getPage(page)).getStructTree()) as Node);
  const outline = ((await pdf.getOutline()) as { title: string }[] | null) ?? [];
  return {
    pages: text,
    title: info.Title ?? "",
    language: info.Language ?? "",
    outline: outline.map(({ title }) => title),
    alternatives,
    roles,
  };
}
