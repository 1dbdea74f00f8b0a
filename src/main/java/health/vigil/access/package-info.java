/// Authorization: users, roles, wards, emergency access, and rate limits per account.
@NullMarked
package health.vigil.access;

import org.jspecify.annotations.NullMarked;
