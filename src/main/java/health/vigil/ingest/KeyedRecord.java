package health.vigil.ingest;

import health.vigil.stream.StreamRecord;

/// A record for the stream, with the key of its partition.
public record KeyedRecord(String key, StreamRecord record) {}
