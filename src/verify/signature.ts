import { findSigner, namespaces, type Namespace } from "../trust/ssh/allowed-signers.ts";
import { decodeText } from "../trust/bytes.ts";
import { formatFingerprint } from "../trust/ssh/ssh-key.ts";
import { parseSshSignature, verifySshSignature } from "../trust/ssh/ssh-signature.ts";
import type { Anchor } from "./anchor.ts";
import { check, type Check } from "./check.ts";
import type { Place } from "./place.ts";

export interface SignedFile {
  readonly place: Place;
  /** The list that was signed; its signature lies beside it. */
  readonly path: string;
  readonly namespace: Namespace;
  /** The day of publication: the key may have come later, and must not have been given up before. */
  readonly day: string;
  readonly anchor: Anchor | undefined;
}

/** Whether a list of files bears the signature of a key that the reader believes. */
export function checkSignature({
  place,
  path,
  namespace,
  day,
  anchor,
}: SignedFile): Promise<Check> {
  return check("signature", async () => {
    const file = await place.read(path);
    const signed = await place.read(`${path}.sig`);
    if (file !== undefined && signed !== undefined && anchor === undefined) {
      return {
        unproven: `somebody signed ${path}, and no keys are at hand to say who: use --trust`,
      };
    }
    if (file === undefined || signed === undefined || anchor === undefined) {
      const said = `nobody signed ${file === undefined ? "it" : path}`;
      return anchor?.borrowed === false
        ? [`${said.charAt(0).toUpperCase()}${said.slice(1)}, and you ask for a signature.`]
        : { unproven: `${said}: it may come from anybody` };
    }
    const signature = parseSshSignature(decodeText(signed) ?? "", `${path}.sig`);
    await verifySshSignature(file, signature, namespace, path);
    const { publicKey } = signature;
    const query = { publicKey, namespace, day, orLater: true as const, what: path };
    const { name } = findSigner(anchor.signers, anchor.revoked, query);
    return `${path} is signed by ${name}, ${await formatFingerprint(publicKey)}`;
  });
}

export { namespaces };
