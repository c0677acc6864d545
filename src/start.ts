import { join } from "node:path";
import { Command } from "commander";
import { describeResult } from "./run-command.ts";
import { run } from "./run.ts";
import { signAlone } from "./sign.ts";
import { buildSite } from "./site.ts";
import { throwAwayKeys } from "./trust/make-keys.ts";

const releases = "releases";
const sample = join(import.meta.dirname, "../data/sample");

/** `npm start`: the main job on the sample programme. */
export function startCommand(): Command {
  return new Command("start")
    .description("make the releases and the public site of the sample programme")
    .action(async () => {
      const say = (sentence: string): void => console.log(sentence);
      const results = await run({
        data: sample,
        releases,
        tier: "public",
        redo: true,
        say,
      });
      for (const result of results) say(describeResult(result));
      const keys = await throwAwayKeys();
      await signAlone(releases, keys, say);
      const site = await buildSite({
        releaseFolders: results.map(({ folder }) => folder),
        tier: "public",
        out: "dist/public",
        base: "/",
        keys,
      });
      say(
        `The public site: ${site.pages} pages in ${site.seconds.toFixed(1)} seconds, in dist/public\n\n` +
          "Look at it with: npm run plumbline -- serve",
      );
    });
}
