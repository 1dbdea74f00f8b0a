/// Who may do what: users, roles, wards, emergency access, and how often one account may ask.
@NullMarked
package health.vigil.access;

import org.jspecify.annotations.NullMarked;
