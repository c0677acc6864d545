/** The few functions of jstat that the measures call; the package ships no types. */
declare module "jstat" {
  const jStat: {
    /** Inverse of the regularised lower incomplete gamma function of shape `a`. */
    gammapinv(p: number, a: number): number;
    /** Inverse of the regularised incomplete beta function, to about 3e-9. */
    ibetainv(p: number, a: number, b: number): number;
    betaln(a: number, b: number): number;
    normal: { inv(p: number, mean: number, deviation: number): number };
  };
  export default jStat;
}
