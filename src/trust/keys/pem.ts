import { decodeBase64, encodeBase64, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";

export interface Pem {
  /** The line `Name: …` before the block, by which a key says whose it is (RFC 7468, section 2). */
  readonly name?: string;
  readonly label: string;
  readonly bytes: Bytes;
}

const shape =
  /^(?:Name: (?<name>[^\s+]+)\n)?-----BEGIN (?<label>[A-Z ]+)-----\n(?<body>[A-Za-z0-9+/=\n]+)\n-----END \k<label>-----\n?$/;

/** @param width of the lines of base64: 64, and 70 in OpenSSH's signatures */
export function formatPem({ name, label, bytes }: Pem, width = 64): string {
  const lines = encodeBase64(bytes).match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  const head = name === undefined ? "" : `Name: ${name}\n`;
  return `${head}-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/**
 * @param what names the file in a message
 * @throws Problem when it is not one block with this label, or is written in another way than ours
 */
export function parsePem(text: string, label: string, what: string, width = 64): Pem {
  const found = shape.exec(text)?.groups;
  const bytes = found && decodeBase64(found["body"]!.replaceAll("\n", ""));
  if (bytes === undefined || found?.["label"] !== label) {
    throw trustProblems.malformed(what, `it is not one block of ${label}`);
  }
  const name = found["name"];
  const pem = { ...(name === undefined ? {} : { name }), label, bytes };
  if (formatPem(pem, width) !== text) {
    throw trustProblems.malformed(what, "its lines are not broken as they should be");
  }
  return pem;
}
