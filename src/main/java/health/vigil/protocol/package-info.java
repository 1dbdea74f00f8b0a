/// The rows of the hospital's own protocol that fit a patient, and since when. Pure code. It repeats the
/// hospital's words and decides nothing: no code that grades or alerts reads it. Start reading at {@link
/// health.vigil.protocol.CurrentPrompts}.
@NullMarked
package health.vigil.protocol;

import org.jspecify.annotations.NullMarked;
