/// Tests of what the process is.
@NullMarked
package health.vigil.service;

import org.jspecify.annotations.NullMarked;
