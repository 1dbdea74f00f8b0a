/// The grades of the API: with their reasons at any time and as known at any time, their history, the ward's
/// board and the policy.
@NullMarked
package health.vigil.api.grade;

import org.jspecify.annotations.NullMarked;
