/// The accounts of this machine: credentials, signing keys, tokens, and their administration.
@NullMarked
package health.vigil.account;

import org.jspecify.annotations.NullMarked;
