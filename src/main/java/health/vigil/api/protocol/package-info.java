/// The rows of the hospital's own protocol: those that fit a patient, the answers to them, and the whole table.
@NullMarked
package health.vigil.api.protocol;

import org.jspecify.annotations.NullMarked;
