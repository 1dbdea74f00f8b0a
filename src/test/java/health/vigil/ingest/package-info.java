@NullMarked
package health.vigil.ingest;

import org.jspecify.annotations.NullMarked;
