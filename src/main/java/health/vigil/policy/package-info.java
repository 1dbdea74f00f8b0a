/// The hospital's settings for the rules, checked at startup.
@NullMarked
package health.vigil.policy;

import org.jspecify.annotations.NullMarked;
