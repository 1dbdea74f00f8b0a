/// What this process is: the roles of the service it plays, and whether it is able to.
@NullMarked
package health.vigil.service;

import org.jspecify.annotations.NullMarked;
