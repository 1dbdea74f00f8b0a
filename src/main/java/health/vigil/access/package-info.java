/// Who may do what, what was done, and how we know who asks: accounts, tokens, roles, wards, audit.
@NullMarked
package health.vigil.access;

import org.jspecify.annotations.NullMarked;
