/*
 * The anonymisation guard. It knows columns by name and values by form, and errs on the side of
 * refusing: a programme that needs such a column has not anonymised its records.
 */

const identityWords = new Set(
  (
    "name names forename firstname lastname surname fullname nickname alias username initials " +
    "dob birth birthday birthdate birthplace age address street postcode postal zip city " +
    "passport plate vin iban bic ssn nin nino bsn cpr nhs " +
    "email mail phone tel telephone mobile msisdn imei imsi ip mac " +
    "lat latitude lon lng longitude coordinate coordinates gps geo location " +
    "gender sex ethnicity religion nationality photo fingerprint dna"
  ).split(" "),
);

const identityParts =
  /email|phone|passport|iban|surname|firstname|lastname|fullname|birth|address|latitude|longitude/;

/** Whether a column's name suggests that it tells who or where somebody is. */
export function suggestsIdentity(column: string): boolean {
  const words = column
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => identityWords.has(word)) || identityParts.test(words.join(""));
}

/** Whether a column's name may be shown: a plain word, not something that could be a value. */
export function isPlainName(column: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_ .-]{0,47}$/.test(column) && !/\d{3}/.test(column);
}

/** E-mail, international telephone number, IBAN, decimal coordinates. */
const identifierForms = [
  "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}",
  "\\+[0-9][0-9 ()./-]{6,}[0-9]",
  "\\b[A-Z]{2}[0-9]{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{1,4}\\b",
  "-?[0-9]{1,3}\\.[0-9]{3,}\\s*[,;/ ]\\s*-?[0-9]{1,3}\\.[0-9]{3,}",
];
const longNumber = "\\b0{0,2}[1-9](?:[ -]?[0-9]){8,}\\b";

/** A part of a key, between separators, that is a number of nine or more significant digits. */
const numberInKey = "(?:^|[-_])0{0,2}[1-9][0-9]{8,}(?:$|[-_])";
const ibanInKey = "(?:^|[-_])[A-Z]{2}[0-9]{2}(?:[A-Z]{4})?[0-9]{10,}(?:$|[-_])";
const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** Good keys in one pass: letters, digits, - and _, no nine digits on end. The rest is looked at. */
const plainKey = "(?:[0-9]{0,8}[A-Za-z_-])*[0-9]{0,8}";

/** SQL that is true where a text holds something with the written form of a direct identifier. */
export function sqlHoldsIdentifier(text: string): string {
  return `coalesce(regexp_matches(${text}, '${identifierForms.join("|")}'), false)`;
}

/** The same with bare numbers, for fields of words; a date or a count has digits by right. */
export function sqlHoldsNumber(text: string): string {
  const forms = [...identifierForms, longNumber].join("|");
  return `coalesce(regexp_matches(${text}, '${forms}'), false)`;
}

/** SQL that is true where a key is made of, or holds, a number that could be somebody's. */
export function sqlKeyIsIdentifier(key: string): string {
  const suspicious = `regexp_matches(${key}, '${numberInKey}|${ibanInKey}')`;
  return `coalesce(${suspicious} and not regexp_full_match(${key}, '${uuid}'), false)`;
}

/** SQL that is true for most good keys, cheaply. */
export function sqlIsPlainKey(key: string): string {
  return `(strlen(${key}) between 1 and 64 and regexp_full_match(${key}, '${plainKey}'))`;
}
