import { readRegister, type AuditRegister } from "../../src/register/read.ts";
import { surveyGround } from "../../src/register/ground.ts";
import { readProgramme } from "../../src/programme.ts";
import type { Programme } from "../../src/programme.ts";
import { goodRow, header, makeFolder, place, programmeYaml } from "../records/programme-folder.ts";

/** Two releases, the second a quarter after the first. */
export const yaml = programmeYaml.replace(
  /releases:[^]*$/,
  `releases:
  - { id: 2026-q1, title: To March 2026, cut_off: 2026-03-31, published: 2026-04-30 }
  - { id: 2026-q2, title: To June 2026, cut_off: 2026-06-30, published: 2026-07-31 }
`,
);

export const digest = "ab".repeat(32);

export const audit = `body: { name: Inspector of Tests, authority: The charter., independence: Nobody pays. }
bodies: { office: Programme Office, inspector: Inspector of Tests }
objectives:
  - { id: speed, question: Do they act in time? }
scope: { covers: All alerts. }
criteria:
  - { id: C1, kind: agreement, title: Charter, says: Within six hours. }
documents:
  - { title: Minutes, sha256: "${digest}", kept_by: Programme Office }
conclusions:
  - release: 2026-q1
    summary: It holds.
    objectives: { speed: { answer: partly, words: Most do. } }
`;

export const finding = `finding:
  id: F-1
  release: 2026-q1
  title: Alerts wait
  grade: major
  objective: speed
  criteria: [C1]
  condition: They wait.
  cause: Nobody is there.
  effect: It is late.
  confidence: { level: high, why: It was counted. }
  affects: ["indicator:alert-to-action"]
  evidence:
    - { ref: "indicator:alert-to-action", shows: The wait }
recommendations:
  - id: R-1
    action: Be there.
    addressee: harbour
    due: 2026-06-15
    priority: high
    response: { on: 2026-04-20, by: harbour, position: accepted, words: We will. }
    status:
      - { on: 2026-05-01, is: in progress, by: harbour }
`;

/** Another finding, by the same rules. */
export const second = finding
  .replace("id: F-1", "id: F-2")
  .replace("id: R-1", "id: R-2")
  .replace("Alerts wait", "Alerts still wait");

/** The files of a programme with a register. */
export function registerFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  return {
    "register/audit.yaml": audit,
    "register/F-1.yaml": finding,
    [place]: `${header}\n${goodRow("a1")}\n`,
    ...files,
  };
}

export interface Read {
  readonly programme: Programme;
  readonly register: AuditRegister;
}

/** Reads the register of a programme's folder that holds these files. */
export async function readFrom(files: Readonly<Record<string, string>>): Promise<Read> {
  const dir = await makeFolder(registerFiles(files), yaml);
  const programme = await readProgramme(dir);
  const register = await readRegister(programme, await surveyGround(programme));
  return { programme, register: register! };
}

/** The sentence with which a register is refused. */
export async function faultOf(files: Readonly<Record<string, string>>): Promise<string> {
  return readFrom(files).then(
    () => "no fault",
    (error: unknown) => (error as Error).message,
  );
}
