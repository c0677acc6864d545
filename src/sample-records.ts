import { Command, Option } from "commander";
import { allocations } from "./sampling/allocate.ts";
import { drawSample } from "./sampling/draw-sample.ts";
import { judge } from "./sampling/judge.ts";
import { checkPlace } from "./sampling/place.ts";
import { planSize } from "./sampling/plan-size.ts";
import { samplingProblems } from "./sampling/problems.ts";
import * as request from "./sampling/request.ts";
import { readResults } from "./sampling/results.ts";
import { readSample } from "./sampling/sample.ts";
import { describeJudgement, describePlan, describeSample } from "./sampling/words.ts";
import { writeSample } from "./sampling/write-sample.ts";

/** `plumbline sample-records`: plans, draws and judges a sample for an auditor's own comparison. */
export function sampleRecordsCommand(): Command {
  return new Command("sample-records")
    .description("draw records for an auditor to compare with the partners' files, and judge them")
    .option("--plan", "say how many records to draw, from --tolerable and --expected")
    .option("--data <dir>", "draw: folder that holds programme.yaml", ".")
    .option("--releases <dir>", "draw: folder that holds the releases", "releases")
    .option("--release <id>", "draw: the release whose records are tested")
    .option("--kind <kind>", "draw: the record kind")
    .option("--size <number>", "draw: how many records")
    .option("--strata <list>", "draw: partner, month or fields of codes, divided by commas")
    .addOption(
      new Option("--allocation <name>", "draw: how the sample is spread over strata")
        .choices(allocations)
        .default("proportional"),
    )
    .option("--checkpoint <file>", "draw: the log's checkpoint that logs the release")
    .option("--seed-text <line>", "draw: a line of the auditor's own, with or without a checkpoint")
    .option("--out <dir>", "draw: folder to make, readable by its owner alone")
    .option("--threads <number>", "draw: threads of the engine; results do not depend on it")
    .option("--results <file>", "judge: what the auditor found, in the form of results.csv")
    .option("--sample <file>", "judge: the sample.json of the sample, sample.csv beside it")
    .option("--tolerable <rate>", "plan, judge: the most that may be wrong, such as 0.05")
    .option("--expected <rate>", "plan: how much is expected to be wrong", "0")
    .option("--confidence <level>", "plan, judge: one-sided confidence", "0.95")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      "\nExits with 2 when the upper limit for the error rate is above --tolerable.",
    )
    .action(async (options: request.Options) => {
      const mode = request.readMode(options);
      if (mode === "plan") plan(options);
      else if (mode === "judge") await judgeResults(options);
      else await draw(options);
    });
}

function plan(options: request.Options): void {
  const rates = request.readPlan(options);
  const found = planSize(rates);
  if (found === undefined)
    throw samplingProblems.numberWrong("--expected", "well below --tolerable");
  console.log(
    options.json === true ? JSON.stringify({ ...rates, ...found }) : describePlan(found, rates),
  );
}

async function judgeResults(options: request.Options): Promise<void> {
  const { results, sample: file, confidence, tolerable } = request.readJudge(options);
  const sample = await readSample(file);
  const found = await readResults(sample, file, results);
  const judgement = judge(sample, found, confidence, tolerable);
  console.log(
    options.json === true ? JSON.stringify(judgement, null, 2) : describeJudgement(judgement),
  );
  if (judgement.tolerated === false) process.exitCode = 2;
}

async function draw(options: request.Options): Promise<void> {
  const wanted = request.readDraw(options);
  await checkPlace(wanted.out, wanted);
  const { sample, draw } = await drawSample(wanted);
  await writeSample(wanted.out, sample, draw);
  console.log(
    options.json === true
      ? JSON.stringify(sample, null, 2)
      : describeSample(sample, draw, wanted.out),
  );
}
