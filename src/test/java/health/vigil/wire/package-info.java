/// The service as a hospital runs it: TLS to everything, devices with certificates, the hospital's identity provider.
@NullMarked
package health.vigil.wire;

import org.jspecify.annotations.NullMarked;
