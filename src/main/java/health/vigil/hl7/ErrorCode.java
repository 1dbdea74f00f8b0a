package health.vigil.hl7;

/// The codes of faults in an answer, from table 0357.
public enum ErrorCode {
    SEQUENCE(100, "Segment sequence error"),
    REQUIRED(101, "Required field missing"),
    DATA_TYPE(102, "Data type error"),
    TABLE_VALUE(103, "Table value not found"),
    MESSAGE_TYPE(200, "Unsupported message type"),
    EVENT(201, "Unsupported event code"),
    PROCESSING_ID(202, "Unsupported processing id"),
    UNKNOWN_KEY(204, "Unknown key identifier"),
    DUPLICATE_KEY(205, "Duplicate key identifier"),
    INTERNAL(207, "Application internal error");

    private final int number;
    private final String text;

    ErrorCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    /// Its text in the table.
    String text() {
        return text;
    }
}
