@NullMarked
package health.vigil.api.grade;

import org.jspecify.annotations.NullMarked;
