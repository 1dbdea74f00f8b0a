/// What a patient's record owes the patient: it is told whole to whoever may ask, and it goes when it is no longer
/// needed.
@NullMarked
package health.vigil.privacy;

import org.jspecify.annotations.NullMarked;
