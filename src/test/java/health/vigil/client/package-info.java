/// Drives clients of other people against the service: the scripts in `src/test/clients`, in Node.
@NullMarked
package health.vigil.client;

import org.jspecify.annotations.NullMarked;
