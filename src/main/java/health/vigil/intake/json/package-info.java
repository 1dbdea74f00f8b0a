/// Strict JSON: one value, no doubt about what it means, every fault of it named.
@NullMarked
package health.vigil.intake.json;

import org.jspecify.annotations.NullMarked;
