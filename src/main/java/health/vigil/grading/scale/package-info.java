/// Other scales of CRS that are still in use, for comparison with ASTCT. They are computed from the same
/// observations, and give a reason if these are not enough. Pure code. No alert depends on them. Start at {@link
/// health.vigil.grading.scale.Scales}.
@NullMarked
package health.vigil.grading.scale;

import org.jspecify.annotations.NullMarked;
