package health.vigil.role;

import health.vigil.observation.Word;

/// A part of the service. A process may run any subset of them.
public enum ServiceRole implements Word {
    /// Accepts observations and sends them to the stream.
    INGEST,
    /// Reads the stream, grades, raises alerts.
    MONITOR,
    /// Answers queries.
    SERVE
}
