/// The numbers of the rule set as a hospital configures them, checked at start.
@NullMarked
package health.vigil.policy;

import org.jspecify.annotations.NullMarked;
