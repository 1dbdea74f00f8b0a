/// What a patient needs before going home, a list beside the grades, and what the page at home shows.
@NullMarked
package health.vigil.api.home;

import org.jspecify.annotations.NullMarked;
