/// A patient's rights to the record: a complete copy on request, and deletion when it is no longer needed.
@NullMarked
package health.vigil.privacy;

import org.jspecify.annotations.NullMarked;
