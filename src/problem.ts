/**
 * Something the operator can mend: one sentence that says what is wrong and where, and one that
 * says what to do. It never holds a value from a record. Every message is made in this file or in
 * a `problems.ts` beside the code it speaks for, so that the words can be read and tested.
 */
export class Problem extends Error {
  readonly code: string;
  readonly remedy: string;
  readonly exitCode: 1 | 2;

  constructor(code: string, message: string, remedy: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}
