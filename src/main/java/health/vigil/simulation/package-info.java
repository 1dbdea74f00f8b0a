/// Simulated patients and simulated load. Clients of the public HTTP API like any other: they know its paths and words,
/// use no class of the service, and can do nothing that a nurse or a bedside device cannot.
@NullMarked
package health.vigil.simulation;

import org.jspecify.annotations.NullMarked;
