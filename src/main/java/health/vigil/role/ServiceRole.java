package health.vigil.role;

import health.vigil.observation.Word;

/// A part of the service that a process may play: one artifact, any subset.
public enum ServiceRole implements Word {
    /// Takes observations in and puts them on the stream.
    INGEST,
    /// Reads the stream, grades, raises alerts.
    MONITOR,
    /// Answers what is known.
    SERVE
}
