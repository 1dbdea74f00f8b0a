/// Authentication: tokens, device certificates, sessions of the pages, and the identity provider.
///
/// Start reading at `TokenMechanism`.
@NullMarked
package health.vigil.signin;

import org.jspecify.annotations.NullMarked;
