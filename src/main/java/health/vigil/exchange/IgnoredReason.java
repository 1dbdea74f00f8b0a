package health.vigil.exchange;

import health.vigil.observation.Word;

/// Why nothing of a statement is kept.
public enum IgnoredReason implements Word {
    UNKNOWN_CODE,
    /// It was made for a test or a demonstration.
    TEST_DATA,
    /// It is announced, or its value is said to be absent.
    NO_VALUE,
    /// A value that a monitor sends instead of a reading.
    NO_READING,
    /// A waveform, a document or another type that holds no value of ours.
    OTHER_TYPE,
    /// A panel whose values are resources of their own.
    PANEL,
    /// Room air without a device says nothing about oxygen.
    NO_OXYGEN,
    /// The patient is not watched.
    NOT_WATCHED
}
