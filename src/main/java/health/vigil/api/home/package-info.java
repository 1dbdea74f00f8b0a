/// What a patient needs before going home: a list beside the grades.
@NullMarked
package health.vigil.api.home;

import org.jspecify.annotations.NullMarked;
