import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeFolder } from "./make-folder.ts";
import { Problem } from "./problem.ts";

export interface WorkFolder {
  readonly path: string;
  /** Removes it, and the folder of releases too where the run made it and nothing came into it. */
  readonly close: () => Promise<void>;
}

/**
 * Takes `<releases>/.work` for one run: a folder for what does not fit in memory, and the sign that
 * a run is at work. One that a killed run left behind is cleared away.
 * @throws Problem while another run is at work there.
 */
export async function openWorkFolder(releases: string): Promise<WorkFolder> {
  const path = resolve(releases, ".work");
  const own = `${path}-${process.pid}`;
  const made = await makeFolder(releases);
  await sweep(releases);
  await mkdir(own, { mode: 0o700 });
  await writeFile(join(own, "pid"), String(process.pid));
  try {
    if (!(await take(own, path))) {
      await refuseBusy(path, releases);
      await rm(path, { recursive: true, force: true });
      if (!(await take(own, path))) throw busy(releases);
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return {
    path,
    close: async () => {
      await rm(path, { recursive: true, force: true });
      if (made !== undefined) await rmdir(resolve(releases)).catch(() => undefined);
    },
  };
}

/** A folder renamed onto one that holds something fails as a whole, so that only one run wins. */
async function take(own: string, path: string): Promise<boolean> {
  return rename(own, path).then(
    () => true,
    (error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(code ?? "")) return false;
      throw error;
    },
  );
}

async function refuseBusy(path: string, releases: string): Promise<void> {
  const pid = Number(await readFile(join(path, "pid"), "utf8").catch(() => ""));
  if (pid > 0 && pid !== process.pid && isAlive(pid)) throw busy(releases);
}

/** Clears away what runs left that were killed before they had begun. */
async function sweep(releases: string): Promise<void> {
  for (const name of await readdir(releases)) {
    const pid = /^\.work-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || (isAlive(Number(pid)) && Number(pid) !== process.pid)) continue;
    await rm(join(releases, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function busy(releases: string): Problem {
  return new Problem(
    "busy",
    `Another run is at work in ${releases}.`,
    `Wait for it to end. If none is, delete ${join(releases, ".work")} and run again.`,
  );
}
