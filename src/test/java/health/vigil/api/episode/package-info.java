@NullMarked
package health.vigil.api.episode;

import org.jspecify.annotations.NullMarked;
