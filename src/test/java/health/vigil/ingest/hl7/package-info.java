@NullMarked
package health.vigil.ingest.hl7;

import org.jspecify.annotations.NullMarked;
