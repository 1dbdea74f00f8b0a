/// The rows of the hospital's own protocol that fit a patient, and the answers to them.
@NullMarked
package health.vigil.api.protocol;

import org.jspecify.annotations.NullMarked;
