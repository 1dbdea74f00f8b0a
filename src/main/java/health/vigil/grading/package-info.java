/// The rules of ASTCT 2019 over one patient's chart, and the reasons for every grade. Pure: time comes in as a value.
///
/// Start reading at {@link health.vigil.grading.Grader}.
@NullMarked
package health.vigil.grading;

import org.jspecify.annotations.NullMarked;
