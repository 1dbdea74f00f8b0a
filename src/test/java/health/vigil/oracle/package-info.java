/// A slow second reading of the grading rules, to check the product's own reading against.
///
/// Everything here is written from the text of `ASTCT-2019/2` and the wire format alone, and shares no code with the
/// product. It is meant to be read beside the page: one method per sentence, no state carried over but the course of
/// CRS, every question answered by going through the whole list. Start reading at
/// [health.vigil.oracle.NaiveGrading].
package health.vigil.oracle;
