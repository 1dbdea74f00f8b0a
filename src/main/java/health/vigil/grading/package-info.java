/// The rules of ASTCT 2019 for one patient's chart, and the reasons for every grade. Pure code: time is a
/// parameter.
///
/// Start reading at {@link health.vigil.grading.Grader}.
@NullMarked
package health.vigil.grading;

import org.jspecify.annotations.NullMarked;
