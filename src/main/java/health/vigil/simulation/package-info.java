/// Simulated patients and load. They are clients of the public HTTP API, use no class of the service, and can
/// do only what a nurse or a bedside device can do.
@NullMarked
package health.vigil.simulation;

import org.jspecify.annotations.NullMarked;
