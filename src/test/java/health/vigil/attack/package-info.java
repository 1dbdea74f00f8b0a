/// What attackers try, and the answer they get.
@NullMarked
package health.vigil.attack;

import org.jspecify.annotations.NullMarked;
