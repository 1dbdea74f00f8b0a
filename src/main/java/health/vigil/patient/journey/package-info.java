/// Journeys before the infusion: what coordinators, wards and the cell laboratory record, the waiting list, and
/// the infusion that opens an episode.
@NullMarked
package health.vigil.patient.journey;

import org.jspecify.annotations.NullMarked;
