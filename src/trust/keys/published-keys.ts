import {
  parseAllowedSigners,
  parseRevokedKeys,
  type AllowedSigner,
} from "../ssh/allowed-signers.ts";
import { decodeText, type Bytes, type ReadFile } from "../bytes.ts";

/** Whose signatures count, as `keys/` publishes it. */
export interface PublicKeys {
  readonly signers: readonly AllowedSigner[];
  readonly revoked: readonly Bytes[];
}

/**
 * Reads `allowed_signers` and `revoked_keys`.
 * @param read reads files of the folder that holds both
 * @throws Problem for a line that is not understood
 */
export async function readPublicKeys(read: ReadFile): Promise<PublicKeys> {
  const text = async (path: string): Promise<string> => {
    const bytes = await read(path);
    return bytes === undefined ? "" : (decodeText(bytes) ?? "not UTF-8");
  };
  return {
    signers: parseAllowedSigners(await text("allowed_signers")),
    revoked: parseRevokedKeys(await text("revoked_keys")),
  };
}
