import { compareAll } from "../audit/drift.ts";
import { reachOf } from "../audit/reach.ts";
import { Touched } from "../audit/touched.ts";
import type { Audit, Intake } from "../release/schema.ts";
import type { RecomputeFault } from "./check-indicator.ts";
import type { PublishedRelease } from "./read-published.ts";

/**
 * Holds what a release tells auditors alone against its rows and figures and against itself: where
 * each file counts, that rows and fields add up, and what is called a drift. Pure.
 */
export function checkAudit(release: PublishedRelease): RecomputeFault[] {
  const { audit, policy } = release;
  if (policy.shows.audit !== (audit !== undefined)) {
    const sentence = policy.shows.audit
      ? "It is not there, and the policy says that it is."
      : "It is published to readers for whom the policy has no such file.";
    return [fault("intake.json", sentence)];
  }
  if (audit === undefined) return [];
  return [
    ...checkRows(audit),
    ...checkTouches(audit, release),
    ...checkFields(audit),
    ...checkDrift(audit),
  ];
}

function fault(file: string, sentence: string, indicator = ""): RecomputeFault {
  return { indicator, file, sentence };
}

function checkRows({ intake }: Audit): RecomputeFault[] {
  return intake
    .filter(({ rows, reasons, partners }) => {
      const { received, accepted, quarantined, repeats } = rows;
      const refused = reasons.reduce((sum, one) => sum + one.rows, 0);
      const kept = partners.reduce((sum, one) => sum + one.accepted, 0);
      return (
        received !== accepted + quarantined + repeats ||
        refused !== quarantined ||
        kept !== accepted
      );
    })
    .map(({ id }) => fault("intake.json", `The rows of ${id} do not add up.`));
}

function checkTouches({ intake }: Audit, release: PublishedRelease): RecomputeFault[] {
  const { cutOff } = release.about.release;
  return release.indicators.flatMap(({ definition, rows, figures }) => {
    const { id, breakdowns } = definition;
    const touched = new Touched(rows, breakdowns, figures);
    const kinds = new Set(definition.tallies.map(({ name }) => name));
    const isRight = (file: Intake): boolean => {
      const reach = reachOf(file, kinds, cutOff);
      const runs = reach === undefined ? [] : touched.by(reach);
      const said = file.touches.find(({ indicator }) => indicator === id)?.figures ?? [];
      return JSON.stringify(runs) === JSON.stringify(said);
    };
    return intake.every(isRight)
      ? []
      : [fault("intake.json", `Which files ${id} rests on does not follow from its rows.`, id)];
  });
}

/** Each field of a partner's records is filled, empty or not kept as often as it has records. */
function checkFields({ completeness, intake }: Audit): RecomputeFault[] {
  const accepted = new Map<string, number>();
  for (const { kind, partners } of intake) {
    for (const one of partners) {
      const key = `${kind}|${one.partner}`;
      accepted.set(key, (accepted.get(key) ?? 0) + one.accepted);
    }
  }
  const wrong = completeness.filter(
    ({ kind, partner, filled, empty, notRecorded }) =>
      filled + empty + notRecorded !== (accepted.get(`${kind}|${partner}`) ?? 0),
  );
  return wrong.map(({ kind, partner, field }) =>
    fault("completeness.json", `The records of ${kind} of ${partner} do not add up in ${field}.`),
  );
}

function checkDrift({ drift }: Audit): RecomputeFault[] {
  const again = compareAll(drift.compared);
  const isSame = again.every((one, at) => {
    const said = drift.compared[at]!;
    return (["before", "latest", "distance", "p", "drifted"] as const).every(
      (name) => one[name] === said[name],
    );
  });
  return isSame ? [] : [fault("drift.json", "What drifted does not follow from the counts.")];
}
