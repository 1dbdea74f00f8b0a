package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// One reading of a bedside monitor.
///
/// @param device the name of the monitor
/// @param fields as in a `vital-signs` observation
record MonitorReading(String id, int bed, String patientId, String device, Instant at, ObjectNode fields) {}
