import type { Bytes, ReadFile } from "../trust/bytes.ts";

/** Published files to check: a folder of this machine, or an address on the web. */
export interface Place {
  /** How a message calls it. */
  readonly name: string;
  /** Each file is read once and kept. */
  readonly read: ReadFile;
  /** Every path, sorted; undefined where a place cannot be listed. */
  readonly list?: () => Promise<string[]>;
}

/** Remembers what was read, so that each check sees the same bytes. */
export function remember(place: Place): Place {
  const kept = new Map<string, Promise<Bytes | undefined>>();
  return {
    ...place,
    read: (path) => {
      const reading = kept.get(path) ?? place.read(path);
      kept.set(path, reading);
      return reading;
    },
  };
}

/** A folder within a place. */
export function within(place: Place, folder: string): Place {
  const prefix = `${folder}/`;
  const { list } = place;
  return {
    name: `${place.name.replace(/\/$/, "")}/${folder}`,
    read: (path) => place.read(prefix + path),
    ...(list === undefined
      ? {}
      : {
          list: async () =>
            (await list())
              .filter((path) => path.startsWith(prefix))
              .map((path) => path.slice(prefix.length)),
        }),
  };
}
