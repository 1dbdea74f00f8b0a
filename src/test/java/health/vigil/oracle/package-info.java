/// A second, slow implementation of the grading rules, to check the product against.
///
/// It is written from the text of `ASTCT-2019/2` and the wire format alone, and shares no code with the
/// product. Read it beside the page: one method per sentence, no state but the course of CRS, and every
/// question is answered by going through the whole list. Start reading at [health.vigil.oracle.NaiveGrading].
package health.vigil.oracle;
