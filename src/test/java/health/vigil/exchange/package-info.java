/// Tests of what messages of other systems say.
@NullMarked
package health.vigil.exchange;

import org.jspecify.annotations.NullMarked;
