@NullMarked
package health.vigil.ingest.exchange;

import org.jspecify.annotations.NullMarked;
