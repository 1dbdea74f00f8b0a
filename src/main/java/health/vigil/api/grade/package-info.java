/// Grades with their reasons, at any time as known at any time; their history; the ward's board; the policy.
@NullMarked
package health.vigil.api.grade;

import org.jspecify.annotations.NullMarked;
