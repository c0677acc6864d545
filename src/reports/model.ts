import type { Missing } from "../site/words/status.ts";

/**
 * An audit report as data: parts made of blocks, every text of them plain. The PDF and the page of
 * the site are two renderings of the same report.
 */
export interface Report {
  readonly title: string;
  readonly programme: string;
  /** "Release 2026-q3: To the end of September 2026". */
  readonly subtitle: string;
  /** "Public release. Anybody may read it, check it and share it." */
  readonly tier: string;
  /** Whether the release is signed, in one line. */
  readonly status: string;
  /** Said on each page of a programme that is made up; empty otherwise. */
  readonly warning: string;
  /** Facts for the title page: who published it, when, from what. */
  readonly facts: readonly Term[];
  readonly parts: readonly Part[];
}

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Term {
  readonly term: string;
  readonly says: string;
}

export type Block =
  | { readonly kind: "heading"; readonly id: string; readonly text: string; readonly tag?: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "lead"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "steps"; readonly items: readonly { says: string; command?: string }[] }
  | { readonly kind: "terms"; readonly items: readonly Term[] }
  | { readonly kind: "note"; readonly title: string; readonly text: string }
  | Table
  | Chart;

export interface Table {
  readonly kind: "table";
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** A number that is not shown is a mark with its reason, which is explained below the table. */
  readonly rows: readonly (readonly (string | Missing)[])[];
}

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
  /** Share of the width that columns without numbers have between them; 1 unless told. */
  readonly width?: number;
  /** Letters of one width, for digests and identifiers. */
  readonly code?: boolean;
}

export interface Chart {
  readonly kind: "chart";
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What a reader who does not see it is told. */
  readonly description: string;
  /** As the site draws it, looks in classes. */
  readonly svg: string;
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const terms = (items: readonly Term[]): Block => ({ kind: "terms", items });
export const heading = (id: string, text: string, tag?: string): Block => ({
  kind: "heading",
  id,
  text,
  ...(tag === undefined ? {} : { tag }),
});
