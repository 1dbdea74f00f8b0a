/// Laboratory results in the units of the scores: exact, with results that are only a bound, and with the grade
/// of a value by CTCAE v5.0. Pure code. Start reading at {@link health.vigil.laboratory.Labs}.
@NullMarked
package health.vigil.laboratory;

import org.jspecify.annotations.NullMarked;
