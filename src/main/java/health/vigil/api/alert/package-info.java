/// The alerts of the API: lists, the live stream that resumes exactly, acknowledgement, and their statistics.
@NullMarked
package health.vigil.api.alert;

import org.jspecify.annotations.NullMarked;
