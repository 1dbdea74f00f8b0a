/// The service in a hospital: TLS everywhere, device certificates, and the hospital's identity provider.
@NullMarked
package health.vigil.wire;

import org.jspecify.annotations.NullMarked;
