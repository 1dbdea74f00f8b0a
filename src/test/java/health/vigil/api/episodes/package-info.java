@NullMarked
package health.vigil.api.episodes;

import org.jspecify.annotations.NullMarked;
