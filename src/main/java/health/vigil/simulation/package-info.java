/// Simulated patients and load. They are clients of the public HTTP API, use no class of the service, and can
/// do only what the users and devices whose accounts they use can do.
@NullMarked
package health.vigil.simulation;

import org.jspecify.annotations.NullMarked;
