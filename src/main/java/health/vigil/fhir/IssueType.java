package health.vigil.fhir;

import health.vigil.observation.Word;

/// The codes of issues in an `OperationOutcome`, with the status of the response that they imply.
public enum IssueType implements Word {
    INVALID(400),
    STRUCTURE(400),
    VALUE(400),
    NOT_FOUND(404),
    NOT_SUPPORTED(405),
    TOO_LONG(413),
    PROCESSING(422),
    CODE_INVALID(422),
    BUSINESS_RULE(422),
    REQUIRED(422),
    INFORMATIONAL(200),
    SUPPRESSED(200);

    private final int status;

    IssueType(int status) {
        this.status = status;
    }

    /// The status of HTTP.
    public int status() {
        return status;
    }
}
