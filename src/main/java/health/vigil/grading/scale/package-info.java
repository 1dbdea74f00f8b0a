/// Other scales of CRS that are still met, for comparison beside ASTCT: computed from the same observations, with a
/// reason where these do not tell enough. Pure, and never the grade that anyone is alerted by. Start at
/// {@link health.vigil.grading.scale.Scales}.
@NullMarked
package health.vigil.grading.scale;

import org.jspecify.annotations.NullMarked;
