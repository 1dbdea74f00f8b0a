/// Strict JSON: reads one value, checks every field of it, and names every fault.
@NullMarked
package health.vigil.json;

import org.jspecify.annotations.NullMarked;
