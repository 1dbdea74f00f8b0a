@NullMarked
package health.vigil.policy;

import org.jspecify.annotations.NullMarked;
