import { finals } from "../status.ts";
import type { Recommendation } from "../schema.ts";
import {
  refuse,
  releaseOf,
  requireBody,
  requireKnown,
  requireResolved,
  type Context,
  type Path,
} from "./context.ts";

type Step = Recommendation["status"][number];

/** The rules of a recommendation and of its steps. @throws Problem at the first that it breaks. */
export function checkRecommendation(context: Context, one: Recommendation, at: number): void {
  const path = ["recommendations", at];
  const { cutOff, published } = releaseOf(context);
  one.also.forEach((id, place) =>
    requireKnown(context, [...path, "also", place], id, context.ground.findings, "is no finding"),
  );
  requireBody(context, [...path, "addressee"], one.addressee);
  if (one.due < published)
    refuse(context, [...path, "due"], `is before the finding was published, ${published}`);
  if (one.response !== undefined) {
    requireBody(context, [...path, "response", "by"], one.response.by);
    if (one.response.on < cutOff)
      refuse(context, [...path, "response", "on"], `is before the finding's cut-off, ${cutOff}`);
  }
  one.status.forEach((step, place) => {
    const stepPath = [...path, "status", place];
    checkOrder(context, stepPath, step, one.status[place - 1], cutOff);
    checkStep(context, stepPath, step, one);
  });
}

function checkOrder(
  context: Context,
  path: Path,
  step: Step,
  before: Step | undefined,
  cutOff: string,
): void {
  if (step.on < cutOff)
    refuse(context, [...path, "on"], `is before the finding's cut-off, ${cutOff}`);
  if (before === undefined) return;
  if (step.on < before.on) refuse(context, [...path, "on"], "is before the step above it");
  if (finals.includes(before.is) && step.is !== "open")
    refuse(
      context,
      [...path, "is"],
      `follows “${before.is}”, after which it can only be opened again`,
    );
}

function checkStep(context: Context, path: Path, step: Step, one: Recommendation): void {
  const { by, is, evidence } = step;
  const says = is === "implemented (claimed)" || is === "implemented (verified)";
  if (says && by === undefined) refuse(context, [...path, "is"], "does not say by whom: add by");
  if (by !== undefined) requireBody(context, [...path, "by"], by);
  if (is === "implemented (verified)") {
    const owners = [one.addressee, one.response?.by];
    if (owners.includes(by))
      refuse(context, [...path, "by"], "owns the recommendation: somebody else has to verify it");
    if (evidence.length === 0)
      refuse(context, [...path, "is"], "rests on nothing: add evidence of what was verified");
  }
  evidence.forEach(({ ref }, at) =>
    requireResolved(context, [...path, "evidence", at, "ref"], ref, step.on),
  );
}
