import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { hostFormats, writeHostHeaders, type HostFormat } from "./publish/host-headers.ts";
import { hostProblems } from "./publish/host-problems.ts";

interface Flags {
  readonly dir: string;
  readonly format: string;
  readonly out?: string;
}

/** `plumbline headers`: what a host of the public site has to send with it. */
export function headersCommand(): Command {
  return new Command("headers")
    .description("the HTTP headers for a host of the public site, read from its pages")
    .option("--dir <dir>", "the folder of the built public site", "dist/public")
    .option("--format <format>", "netlify (Cloudflare Pages too) or apache", "netlify")
    .option("--out <file>", "write to this file instead of printing")
    .action(async ({ dir, format, out }: Flags) => {
      if (!isFormat(format)) throw hostProblems.unknownFormat(hostFormats.join(", "));
      const text = await writeHostHeaders(dir, format);
      if (out === undefined) process.stdout.write(text);
      else await writeFile(out, text);
    });
}

function isFormat(text: string): text is HostFormat {
  return (hostFormats as readonly string[]).includes(text);
}
