/// Strict JSON: parses one value, validates every field, and reports every violation.
@NullMarked
package health.vigil.json;

import org.jspecify.annotations.NullMarked;
