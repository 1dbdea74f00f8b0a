@NullMarked
package health.vigil.api.grades;

import org.jspecify.annotations.NullMarked;
