package health.vigil.exchange;

import health.vigil.observation.Word;

/// Why a statement that is ours cannot be read safely.
public enum ForeignReason implements Word {
    CODE("a code that is only partly known"),
    VALUE("a value that is not one of the expected form"),
    UNIT("a unit that is missing or unknown"),
    COMPARATOR("a comparator where a number is needed"),
    CONTRADICTION("values of one thing and one time that differ"),
    TIME("no time, or one that is incomplete or does not exist"),
    ZONE("a local time without a zone"),
    CLOCK("a time that is too old for a device: its clock is wrong"),
    SUBJECT("a patient or device that cannot be identified"),
    STATUS("a status that is not known, or a correction of what is not known"),
    OXYGEN_REASON("oxygen without a reason"),
    OXYGEN_DEVICE("oxygen without a device"),
    BOLUS("a bolus of a vasopressor"),
    RULES("values that the rules of observations refuse");

    private final String text;

    ForeignReason(String text) {
        this.text = text;
    }

    /// The reason as a part of a sentence, without a value.
    public String text() {
        return text;
    }
}
