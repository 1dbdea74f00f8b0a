package health.vigil.api.alert;

/// Where in the event log a stream begins: the sequence before its first event.
///
/// @param reset what the reader asked to resume from is gone, or was never told: it must read the list anew
record StreamStart(long place, boolean reset) {
    /// Resumes after an event if the log still holds everything since, else at its end with a reset.
    ///
    /// @param forgotten the sequence before the oldest event that is kept
    /// @param last the sequence of the newest event
    static StreamStart after(long sequence, long forgotten, long last) {
        var known = sequence >= forgotten && sequence <= last;
        return known ? new StreamStart(sequence, false) : new StreamStart(last, true);
    }
}
