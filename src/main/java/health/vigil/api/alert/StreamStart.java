package health.vigil.api.alert;

/// Where a stream begins: the sequence just before its first event.
///
/// @param reset whether the reader must read the list again, because the event to resume from is no longer stored
///     or never existed
record StreamStart(long place, boolean reset) {
    /// Resumes after an event if the log still holds all later events, or else starts at the log's end with a
    /// reset.
    ///
    /// @param forgotten the sequence just before the oldest stored event
    /// @param last the sequence of the newest event
    static StreamStart after(long sequence, long forgotten, long last) {
        var known = sequence >= forgotten && sequence <= last;
        return known ? new StreamStart(sequence, false) : new StreamStart(last, true);
    }
}
